/** A length of time as people write it, in seconds; or what is wrong with the text. */
export type Duration = { readonly seconds: number } | { readonly problem: string };

const SECONDS: Readonly<Record<string, number>> = { '': 1, s: 1, m: 60, h: 3600, d: 86_400 };
/** A hundred years: a longer life is a slip of the keyboard, and "no expiry" has its own form. */
const LONGEST = 100 * 365 * 86_400;

/** Reads `24h`, `30m`, `7d`, `3600s` and `3600`. */
export function parseDuration(text: string): Duration {
  const match = /^(\d+)([smhd]?)$/.exec(text.trim());
  const unit = SECONDS[match?.[2] ?? ''];
  if (match === null || unit === undefined) {
    return { problem: `"${text}" is not a duration: write a whole number and a unit, such as 24h, 30m, 7d or 3600s` };
  }
  const seconds = Number(match[1]) * unit;
  if (seconds === 0) return { problem: `"${text}" is no time at all: a duration has to be longer than zero` };
  if (seconds > LONGEST) return { problem: `"${text}" is longer than 100 years` };
  return { seconds };
}
