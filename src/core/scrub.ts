/** Values of secrets taken out of texts that quote the configuration, where a secret may stand by itself. */

/** Shorter secrets would blank out half of every text; they are kept out by their position alone. */
const SHORTEST = 6;

/** What must not show of a secret: all of it, and each of its lines. */
export function piecesOf(secret: string): readonly string[] {
  return [secret, ...secret.split('\n')].map((text) => text.trim()).filter((text) => text.length >= SHORTEST);
}

export function scrubbed(text: string, pieces: Iterable<string>): string {
  let result = text;
  for (const piece of pieces) result = result.replaceAll(piece, '***');
  return result;
}
