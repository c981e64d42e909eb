/** How far reading and applying are: one line that is redrawn on a terminal, a plain line now and then in a log. */
import type { ApplyEvent } from '../core/plan.ts';
import type { ReadProgress } from '../reconcile.ts';
import { painter } from '../render/paint.ts';
import { count, counted, shorten, visible } from '../render/text.ts';
import type { Look, World } from './world.ts';

export interface Progress {
  reading(progress: ReadProgress): void;
  applying(event: ApplyEvent): void;
  /** Takes the line away, before anything else is written. */
  clear(): void;
}

/** Redrawing more often than this is not seen. */
const REDRAW_MS = 60;
/** Lines in a log: the first after this time, so that quick commands stay silent, then not more often. */
const LOG_MS = 3000;
const BAR = 24;

export function createProgress(world: World, look: Look, operations = 0): Progress {
  const { stderr } = world;
  const live = stderr.isTTY && world.env['CI'] === undefined;
  const paint = painter(look.color);
  let last = world.now();
  let drawn = false;
  const done = new Set<string>();
  let failed = 0;
  let stage = '';

  function show(text: string, now = false): void {
    const time = world.now();
    if (!now && time - last < (live ? REDRAW_MS : LOG_MS)) return;
    last = time;
    stderr.write(live ? `\r\u001b[2K${text}` : `${text}\n`);
    drawn = live;
  }

  function bar(): string {
    const filled = operations === 0 ? BAR : Math.round((done.size / operations) * BAR);
    const drawing = live ? `${paint('green', '━'.repeat(filled))}${paint('dim', '━'.repeat(BAR - filled))} ` : '';
    const failures = failed === 0 ? '' : ` · ${counted(failed, 'failure')}`;
    return `${drawing}${count(done.size)} of ${counted(operations, 'call')}${failures}${stage === '' ? '' : ` · ${stage}`}`;
  }

  return {
    reading({ kind, done: read, total }) {
      const of = total === undefined ? '' : ` of ${count(total)}`;
      show(shorten(`Reading ${kind.replaceAll('_', ' ')}: ${count(read)}${of}`, look.width - 1));
    },
    applying(event) {
      switch (event.type) {
        case 'stage':
          stage = visible(event.stage.title);
          show(bar());
          break;
        case 'started':
          show(bar());
          break;
        case 'succeeded':
        case 'skipped':
          done.add(event.operation.id);
          show(bar());
          break;
        case 'failed':
          done.add(event.operation.id);
          failed += 1;
          show(bar());
          break;
        case 'retrying':
          show(`${bar()} · ${shorten(visible(event.because), 60)}`);
          break;
        case 'verifying':
          show(`Verifying: ${counted(event.remaining, 'resource')} to see`);
          break;
      }
    },
    clear() {
      if (drawn) stderr.write('\r\u001b[2K');
      drawn = false;
    },
  };
}
