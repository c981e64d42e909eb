/** A connection that breaks. Callers without a socket see what `fetch` shows of one; a server breaks the real one. */
class ConnectionDropped extends TypeError {
  constructor() {
    super('fetch failed', { cause: Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET' }) });
    // Nothing must tell it from the error of a real fetch.
    this.name = 'TypeError';
  }
}

export function connectionDropped(): TypeError {
  return new ConnectionDropped();
}

export function isDropped(error: unknown): boolean {
  return error instanceof ConnectionDropped;
}
