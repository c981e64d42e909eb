import type { Exchange } from '../api/index.ts';
import { visible } from '../render/text.ts';

/** One line for one request, for --debug. An exchange holds no key and no secret. */
export function exchangeLine(exchange: Exchange): string {
  const { op, method, path, status, milliseconds, attempt, outcome } = exchange;
  const again = attempt > 1 ? ` attempt ${attempt}` : '';
  const why = exchange.message === undefined ? '' : ` ${visible(exchange.message)}`;
  return `debug: ${op} ${method} ${visible(path)} ${status} ${Math.round(milliseconds)} ms${again} ${outcome}${why}\n`;
}
