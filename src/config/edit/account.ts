/** What a pull puts into the files, and what it leaves as it is, for those who read about it. */
import { addressOf } from '../../core/address.ts';
import type { Diagnostic } from '../../core/diagnostic.ts';
import type { Kind } from '../../core/kind.ts';
import { CODES } from '../codes.ts';

/** A value of a resource, or a whole resource, that will stand in the files. */
export interface Written {
  readonly address: string;
  readonly action: 'new' | 'changed' | 'removed';
}

export class Account {
  readonly #written: Written[] = [];
  readonly #notes: Diagnostic[] = [];
  readonly #leftOut = new Map<string, string[]>();

  get written(): readonly Written[] {
    return this.#written;
  }

  wrote(address: string, action: Written['action']): void {
    this.#written.push({ address, action });
  }

  /** What stands in the files stays, although the live value is another one. */
  kept(subject: string, detail: string): void {
    this.#notes.push({ severity: 'note', code: 'pull-kept', summary: CODES['pull-kept'], subject, detail });
  }

  /** What is live is not written. Told once for all with the same reason. */
  leftOut(address: string, why: string): void {
    this.#leftOut.set(why, [...(this.#leftOut.get(why) ?? []), address]);
  }

  /** What is declared is not live: it stays, because whether it is wanted is not the live side's to say. */
  gone(kind: Kind, id: string): void {
    this.#notes.push({
      severity: 'note',
      code: 'pull-gone',
      summary: CODES['pull-gone'],
      subject: addressOf(kind.name, id),
      detail: 'It stays in the configuration, and a plan would create it. Take it out if nobody wants it.',
    });
  }

  notes(): readonly Diagnostic[] {
    const leftOut = [...this.#leftOut].map(
      ([why, addresses]): Diagnostic => ({
        severity: 'note',
        code: 'pull-left-out',
        summary: CODES['pull-left-out'],
        subject: addresses[0] ?? '',
        detail: addresses.length > 1 ? `${why} So it is with ${addresses.length - 1} more.` : why,
      }),
    );
    return [...this.#notes, ...leftOut];
  }
}
