/** Rate limits: for each operation and platform a window of one minute and, within it, a ceiling for each second. */
import { defaultLimit } from '../defaults/limits.ts';

export const PLATFORMS = ['server_side', 'android', 'ios', 'web', 'unity'] as const;
export type Platform = (typeof PLATFORMS)[number];

export interface Quota {
  readonly limit: number;
  readonly remaining: number;
  /** Unix seconds. */
  readonly reset: number;
}

export interface Limiter {
  readonly isOff: boolean;
  take(op: string, platform: Platform): Quota & { readonly isRefused: boolean };
  look(op: string, platform: Platform): Quota;
}

interface Window {
  minute: number;
  used: number;
  second: number;
  usedInSecond: number;
}

export function createLimiter(mode: 'default' | 'off' | number, now: () => number): Limiter {
  const windows = new Map<string, Window>();
  const limitOf = (op: string) =>
    typeof mode === 'number' ? Math.max(1, Math.floor(defaultLimit(op) * mode)) : defaultLimit(op);

  function windowOf(op: string, platform: Platform): Window {
    const key = `${platform} ${op}`;
    const minute = Math.floor(now() / 60_000);
    const second = Math.floor(now() / 1000);
    let window = windows.get(key);
    if (window === undefined) {
      window = { minute, used: 0, second, usedInSecond: 0 };
      windows.set(key, window);
    }
    if (window.minute !== minute) Object.assign(window, { minute, used: 0 });
    if (window.second !== second) Object.assign(window, { second, usedInSecond: 0 });
    return window;
  }

  function quotaOf(op: string, window: Window): Quota {
    const limit = limitOf(op);
    return { limit, remaining: Math.max(0, limit - window.used), reset: (window.minute + 1) * 60 };
  }

  return {
    isOff: mode === 'off',
    take(op, platform) {
      const window = windowOf(op, platform);
      const limit = limitOf(op);
      const isRefused =
        mode !== 'off' && (window.used >= limit || window.usedInSecond >= Math.max(1, Math.ceil(limit / 30)));
      if (!isRefused) {
        window.used += 1;
        window.usedInSecond += 1;
      }
      return { ...quotaOf(op, window), isRefused };
    },
    look: (op, platform) => quotaOf(op, windowOf(op, platform)),
  };
}

/** Platforms are counted apart; a client says in a header which it is. */
export function platformOf(isServer: boolean, client: string | null): Platform {
  if (isServer) return 'server_side';
  const text = client?.toLowerCase() ?? '';
  if (text.includes('android')) return 'android';
  if (text.includes('ios') || text.includes('swift')) return 'ios';
  return text.includes('unity') ? 'unity' : 'web';
}
