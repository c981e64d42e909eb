/** Which proxy stands between here and a server, by the variables that most programs go by. No I/O. */

export interface HttpProxy {
  /** The variable that names it. */
  readonly variable: string;
  /** Scheme, host and port. */
  readonly origin: string;
  /** The value of its header `Proxy-Authorization`. */
  readonly authorization?: string;
}

/** A variable that names no proxy that can be used. Its value is not told: there may be a password in it. */
export class InvalidProxy extends Error {
  readonly variable: string;

  constructor(variable: string, problem: string) {
    super(`${variable} ${problem}`);
    this.name = 'InvalidProxy';
    this.variable = variable;
  }
}

/** The proxy would not let a request through: it never got to the server. */
export class ProxyRefusal extends Error {
  readonly status: number;

  constructor({ origin, variable }: HttpProxy, status: number) {
    const fix = ` It wants a user name and a password, or others: ${variable} takes them as http://user:password@host:port.`;
    super(`the proxy ${origin} of ${variable} refused with status ${status}.${status === 407 ? fix : ''}`);
    this.name = 'ProxyRefusal';
    this.status = status;
  }
}

/** What a failure to send means if there is a proxy, which is then the only one that was connected to. */
export function connectProblem(error: unknown, proxy: HttpProxy): unknown {
  if (!(error instanceof Error)) return error;
  const [, status] = /^Proxy response \((\d{3})\)/.exec(error.message) ?? [];
  if (status !== undefined) return new ProxyRefusal(proxy, Number(status));
  if (error.message.startsWith('Proxy Authentication Required')) return new ProxyRefusal(proxy, 407);
  const { code, syscall } = error as NodeJS.ErrnoException;
  const isUnreachable = syscall === 'connect' || syscall === 'getaddrinfo' || code === 'UND_ERR_CONNECT_TIMEOUT';
  if (!isUnreachable) return error;
  return new Error(`the proxy ${proxy.origin} of ${proxy.variable} cannot be reached`, { cause: error });
}

export type Environ = Readonly<Record<string, string | undefined>>;

/** Undefined where the server is reached directly: this machine always is. Throws InvalidProxy. */
export function proxyFor(target: string, environ: Environ): HttpProxy | undefined {
  const url = new URL(target);
  const name = url.protocol === 'https:' ? 'https_proxy' : 'http_proxy';
  // Lower case wins where both are set, as with curl.
  const variable = [name, name.toUpperCase()].find((each) => (environ[each] ?? '').trim() !== '');
  if (variable === undefined || isLoopback(url.hostname) || isExcepted(url, exceptionsOf(environ))) return undefined;
  return parse(variable, (environ[variable] ?? '').trim());
}

function parse(variable: string, text: string): HttpProxy {
  // Many write just host and port.
  const full = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  if (!URL.canParse(full)) throw new InvalidProxy(variable, 'is no URL.');
  const { protocol, origin, username, password } = new URL(full);
  if (protocol !== 'http:' && protocol !== 'https:') {
    throw new InvalidProxy(variable, `names a proxy of the kind ${protocol.slice(0, -1)}.`);
  }
  const user = `${decoded(username)}:${decoded(password)}`;
  const authorization = username === '' ? {} : { authorization: `Basic ${Buffer.from(user).toString('base64')}` };
  return { variable, origin, ...authorization };
}

/** A percent sign that was not escaped stands for itself. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function exceptionsOf(environ: Environ): string {
  return environ['no_proxy'] ?? environ['NO_PROXY'] ?? '';
}

function isLoopback(hostname: string): boolean {
  return /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}

/** `*`, or hosts, domains with all that is below them, and either with a port; separated by commas or spaces. */
function isExcepted({ hostname, port, protocol }: URL, exceptions: string): boolean {
  const realPort = port === '' ? (protocol === 'https:' ? '443' : '80') : port;
  return exceptions.split(/[\s,]+/).some((entry) => {
    if (entry === '*') return true;
    const [, name = '', onlyPort] = /^(.*?)(?::(\d+))?$/.exec(entry) ?? [];
    const domain = name.toLowerCase().replace(/^\*?\./, '');
    if (domain === '' || (onlyPort !== undefined && onlyPort !== realPort)) return false;
    return hostname === domain || hostname.endsWith(`.${domain}`);
  });
}
