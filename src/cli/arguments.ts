/** Reads the values of options; a value that cannot be used is a usage error that says what is wanted. */
import { InvalidArgumentError } from 'commander';
import { parseDuration } from '../api/duration.ts';
import { parseAddress, parseSelector, type Selector } from '../core/address.ts';

/** `15s`, `10m`, `24h`, `7d`, in seconds. */
export function duration(text: string): number {
  const parsed = parseDuration(text);
  if ('problem' in parsed) throw new InvalidArgumentError(`${parsed.problem}.`);
  return parsed.seconds;
}

export function atLeast(least: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < least || !Number.isSafeInteger(value)) {
      throw new InvalidArgumentError(`Write a whole number, ${least} or more.`);
    }
    return value;
  };
}

export function port(text: string): number {
  const value = atLeast(0)(text);
  if (value > 65_535) throw new InvalidArgumentError('A port is at most 65535.');
  return value;
}

export function share(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value > 0 && value <= 1)) {
    throw new InvalidArgumentError('Write a share of the rate limits, above 0 and at most 1.');
  }
  return value;
}

export function probability(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0 && value <= 1)) {
    throw new InvalidArgumentError('Write a probability, from 0 to 1.');
  }
  return value;
}

/** `dropped-after=0.05,rate-limited=0.1`; names are checked by the emulator, which knows them. */
export function odds(text: string, before: Readonly<Record<string, number>> | undefined) {
  const pairs = text.split(',').map((pair) => {
    const match = /^\s*([\w-]+)=(\S+)\s*$/.exec(pair);
    if (match?.[1] === undefined || match[2] === undefined) {
      throw new InvalidArgumentError('Write names with probabilities: dropped-after=0.05,rate-limited=0.1.');
    }
    return [match[1], probability(match[2])] as const;
  });
  return { ...before, ...Object.fromEntries(pairs) };
}

export function selectors(text: string, before: readonly Selector[] | undefined): readonly Selector[] {
  const selector = parseSelector(text);
  if (selector === undefined) {
    throw new InvalidArgumentError(
      'A selector is a kind or an address: role, user.alice, channel.livestream:*, blocklist["a b"].',
    );
  }
  return [...(before ?? []), selector];
}

export function fieldAddresses(text: string, before: readonly string[] | undefined): readonly string[] {
  const names = parseAddress(text);
  if (names === undefined || names.length < 2) {
    throw new InvalidArgumentError('Name a field by its address: app.apn_config.auth_key.');
  }
  return [...(before ?? []), text];
}

export function rateLimits(text: string): 'default' | 'off' | number {
  if (text === 'default' || text === 'off') return text;
  const value = Number(text);
  if (text.trim() === '' || !(value > 0)) throw new InvalidArgumentError('Write default, off, or a factor above 0.');
  return value;
}

/** `role_on_upsert=b`; names are checked by the emulator, which knows them. */
export function assumption(text: string, before: Readonly<Record<string, 'a' | 'b'>> | undefined) {
  const match = /^(\w+)=(a|b)$/.exec(text);
  if (match?.[1] === undefined) throw new InvalidArgumentError('Write a name and an answer: role_on_upsert=b.');
  const answer: 'a' | 'b' = match[2] === 'b' ? 'b' : 'a';
  return { ...before, [match[1]]: answer };
}

/** `CB,DL01`: classes of impacts, or single codes. */
export function impactCodes(text: string): readonly string[] {
  const codes = listOf(text);
  const wrong = codes.find((code) => !/^(CB|DL|SE|AU|EV|OW)(\d\d)?$/.test(code));
  if (wrong !== undefined || codes.length === 0) {
    throw new InvalidArgumentError('Name classes (CB, DL, SE, AU, EV, OW) or codes (CB01), separated by commas.');
  }
  return codes;
}

/** `role,channel_type`; names are checked by the command, which knows the kinds. */
export function kindNames(text: string): readonly string[] {
  return listOf(text);
}

export function environments(text: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), text];
}

function listOf(text: string): readonly string[] {
  return text
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
}
