/** Ids of a query travel in the URL, which has to stay well below the 8 KB that servers take. */
const BYTES = 6000;
/** The encoded quotes and comma around an id. */
const AROUND = 9;
/** What stands for itself in a URL, as nearly all ids do: telling that is far cheaper than encoding. */
const PLAIN = /^[\w.~-]*$/;

/** Splits ids, in order, into lookups of at most `limit` ids that fit a URL. */
export function lookupsOf(ids: readonly string[], limit = 100): string[][] {
  const lookups: string[][] = [];
  let bytes = 0;
  for (const id of ids) {
    const size = (PLAIN.test(id) ? id : encodeURIComponent(id)).length + AROUND;
    const last = lookups.at(-1);
    if (last === undefined || last.length >= limit || bytes + size > BYTES) {
      lookups.push([id]);
      bytes = size;
    } else {
      last.push(id);
      bytes += size;
    }
  }
  return lookups;
}
