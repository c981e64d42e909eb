/** Refusals, as the API words them. Codes and statuses are its contract, texts are not. */
import type { JsonObject } from '../core/json.ts';

export class ApiError extends Error {
  readonly status: number;
  readonly code: number;
  readonly fields: Readonly<Record<string, string>> | undefined;
  constructor(status: number, code: number, reason: string, fields?: Readonly<Record<string, string>>) {
    super(reason);
    this.status = status;
    this.code = code;
    this.fields = fields;
  }
}

export const inputError = (reason: string, fields?: Readonly<Record<string, string>>) =>
  new ApiError(400, 4, reason, fields);
export const duplicateName = (reason: string) => new ApiError(400, 6, reason);
export const messageTooLong = (reason: string) => new ApiError(400, 20, reason);
export const unsupportedEvent = (reason: string) => new ApiError(400, 18, reason);
export const unsupported = (reason: string) => new ApiError(400, 19, reason);
export const nestedTooDeep = (reason: string) => new ApiError(400, 21, reason);
export const moderationFailed = (reason: string) => new ApiError(400, 73, reason);
export const badKey = (reason: string) => new ApiError(401, 2, reason);
export const unauthenticated = (reason: string, code = 5) => new ApiError(401, code, reason);
export const notAllowed = (reason: string) => new ApiError(403, 17, reason);
export const onCooldown = (reason: string) => new ApiError(403, 60, reason);
export const noAccessToChannels = (reason: string) => new ApiError(403, 70, reason);
export const notFound = (reason: string) => new ApiError(404, 16, reason);
export const tooBig = (reason: string) => new ApiError(413, 22, reason);
export const headersTooLarge = () => new ApiError(431, 24, 'request header fields too large');
export const rateLimited = () => new ApiError(429, 9, 'Too many requests');
export const internalError = (reason: string) => new ApiError(500, -1, reason);

/** Every failure has this body; `duration` of a failure is a constant. */
export function errorBody(error: ApiError, op: string): JsonObject {
  return {
    StatusCode: error.status,
    code: error.code,
    message: `${op} failed with error: "${error.message}"`,
    details: [],
    duration: '0.00ms',
    more_info: 'https://getstream.io/chat/docs/api_errors_response',
    ...(error.fields === undefined ? {} : { exception_fields: error.fields }),
  };
}
