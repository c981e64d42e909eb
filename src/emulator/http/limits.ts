/** Rate limits: for each operation and platform a window of one minute and, within it, a ceiling for each second. Before
 * the API stands an edge, which may have a limit for all requests together. */
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
  /** Whether the operation has a limit at all. */
  isLimited(op: string): boolean;
  take(op: string, platform: Platform): Quota & { readonly isRefused: boolean };
  look(op: string, platform: Platform): Quota;
  /** Seconds until the edge lets requests through again; undefined when it lets this one through. */
  passEdge(): number | undefined;
  /** Lowers or lifts the limit of one operation from now on; undefined gives it its own back. */
  set(op: string, perMinute: number | undefined): void;
  setEdge(perMinute: number | undefined): void;
}

export interface LimiterOptions {
  readonly mode: 'default' | 'off' | number;
  readonly edge: number | undefined;
  readonly now: () => number;
}

interface Window {
  minute: number;
  used: number;
  second: number;
  usedInSecond: number;
}

export function createLimiter({ mode, edge, now }: LimiterOptions): Limiter {
  const windows = new Map<string, Window>();
  const chosen = new Map<string, number>();
  const scale = typeof mode === 'number' ? mode : 1;
  let edgeLimit = edge;
  const isLimited = (op: string) => mode !== 'off' || chosen.has(op);
  const limitOf = (op: string) =>
    chosen.get(op) ?? (scale === 1 ? defaultLimit(op) : Math.max(1, Math.floor(defaultLimit(op) * scale)));

  function windowOf(key: string): Window {
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
    isLimited,
    take(op, platform) {
      const window = windowOf(`${platform} ${op}`);
      const limit = limitOf(op);
      const ceiling = Math.max(1, Math.ceil(limit / 30));
      const isRefused = isLimited(op) && (window.used >= limit || window.usedInSecond >= ceiling);
      if (!isRefused) {
        window.used += 1;
        window.usedInSecond += 1;
      }
      return { ...quotaOf(op, window), isRefused };
    },
    look: (op, platform) => quotaOf(op, windowOf(`${platform} ${op}`)),
    passEdge() {
      if (edgeLimit === undefined) return undefined;
      const window = windowOf('');
      if (window.used >= edgeLimit) return Math.max(1, Math.ceil(((window.minute + 1) * 60_000 - now()) / 1000));
      window.used += 1;
      return undefined;
    },
    set(op, perMinute) {
      if (perMinute === undefined) chosen.delete(op);
      else chosen.set(op, perMinute);
    },
    setEdge(perMinute) {
      edgeLimit = perMinute;
    },
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
