/** A text in which `*` stands for any characters, as an expression for whole ids. */
export function globPattern(text: string): RegExp {
  const parts = text.split('*').map((part) => part.replaceAll(/[.\\+?^${}()|[\]]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 's');
}
