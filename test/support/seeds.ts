/** Seeds of a suite: a few in the usual run, all of them where CHAT_SEEDS is set, or as many as it says. */
export function seeds(few: number, all: number): readonly number[] {
  const wanted = process.env['CHAT_SEEDS'];
  const count = wanted === undefined ? few : /^\d+$/.test(wanted) ? Number(wanted) : all;
  return Array.from({ length: count }, (_, index) => index + 1);
}
