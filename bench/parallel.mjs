/** At most `limit` at the same time; what the list yields is taken when there is room for it. */
export async function parallel(list, limit, work) {
  const left = list[Symbol.iterator]();
  const shared = { [Symbol.iterator]: () => ({ next: () => left.next() }) };
  await Promise.all(
    Array.from({ length: limit }, async () => {
      for (const each of shared) await work(each);
    }),
  );
}

/** Lists of `size`, and what is left. */
export function* chunks(list, size) {
  let chunk = [];
  for (const each of list) {
    chunk.push(each);
    if (chunk.length < size) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}
