/** Comments that tell what a resource has and the file does not. */
import { fieldAddress } from '../../core/address.ts';
import type { Omitted } from '../../core/kind.ts';

/** Columns of a comment. */
const COMMENT = 110;

/** One comment for each reason. */
export function commentsOf(omitted: readonly Omitted[]): readonly string[] {
  const names = (why: Omitted['why']) =>
    omitted.filter((each) => each.why === why).map(({ at }) => fieldAddress('', at).replace(/^\./, ''));
  const lines = [
    [names('unread'), 'No reply of the API shows these, so they are not pulled'],
    [names('unpatchable'), 'Left out, because they could not be written back'],
    [names('too-many'), 'Left out, because there are more than a file should hold'],
  ] as const;
  return lines.flatMap(([list, why]) => (list.length === 0 ? [] : wrapped(`${why}: ${list.join(', ')}.`)));
}

function wrapped(text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length >= COMMENT) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
