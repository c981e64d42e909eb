/** Durations as the API's Go server spells them: `24h` reads back as `24h0m0s`. */
const UNITS = { h: 3600, m: 60, s: 1 };

/** The server's spelling of a duration; text that is none stays as it is. */
export function goDuration(text: string): string {
  if (!/^(?:\d+(?:\.\d+)?[hms])+$/.test(text)) return text;
  let seconds = 0;
  for (const [, amount, unit] of text.matchAll(/(\d+(?:\.\d+)?)([hms])/g))
    seconds += Number(amount) * UNITS[unit as keyof typeof UNITS];
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const rest = seconds % 60;
  if (hours > 0) return `${hours}h${minutes}m${rest}s`;
  return minutes > 0 ? `${minutes}m${rest}s` : `${rest}s`;
}
