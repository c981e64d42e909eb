/** The way to the API: a transport for calls, a governor for their rate, tokens, tasks, and a reader for plans. */
export { type Clock, systemClock } from './clock.ts';
export { type Duration, parseDuration } from './duration.ts';
export type { Forecast } from './estimate.ts';
export type { Exchange, TransportStats } from './exchange.ts';
export { createGovernor, type Governor, type GovernorOptions } from './governor.ts';
export { type Headers, type HttpReply, type HttpRequest, type HttpSend, sendThrough } from './http.ts';
export { defaultLimit } from './limits.ts';
export { type Connections, DEFAULT_TIMEOUTS, openConnections, type Timeouts } from './network.ts';
export { type Environ, type HttpProxy, InvalidProxy, proxyFor } from './proxy.ts';
export { createReader, type LiveReader } from './reader.ts';
export { type PollOptions, pollTask } from './tasks.ts';
export { serverToken, type UserTokenOptions, userToken } from './token.ts';
export { type ApiTransport, createTransport, type TransportOptions } from './transport.ts';
