/** Options as the commands get them. Absent means not given: defaults are applied where a value is used. */
import type { Selector } from '../core/address.ts';
import type { Format } from '../render/formats.ts';
import type { LookFlags } from './world.ts';

export type { Format };

export interface TargetFlags extends LookFlags {
  readonly config?: string;
  readonly env?: string;
  readonly strict?: true;
  readonly maxShare?: number;
  readonly concurrency?: number;
  readonly debug?: true;
  readonly emulator?: true;
  readonly emulatorLatency?: number;
  readonly emulatorReadLag?: number;
  readonly emulatorRateLimits?: 'default' | 'off' | number;
  readonly emulatorSeed?: number;
}

export interface PlanFlags extends TargetFlags {
  readonly format?: Format;
  readonly calls?: true;
  /** Saves the plan there; of plan. */
  readonly out?: string;
  /** A commit of the configuration's repository: what was managed before. */
  readonly base?: string;
  readonly failOn?: readonly string[];
  readonly detailedExitcode?: true;
  readonly target?: readonly Selector[];
  readonly exclude?: readonly Selector[];
  readonly allowDelete?: true;
  readonly allowMassChange?: true;
  readonly send?: readonly string[];
  /** Seconds. */
  readonly lagDeadline?: number;
}

export interface ApplyFlags extends PlanFlags {
  readonly autoApprove?: true;
}

export interface ShowFlags extends LookFlags {
  readonly format?: Format;
  readonly calls?: true;
}

export interface DriftFlags extends TargetFlags {
  readonly format?: Format;
  readonly base?: string;
  readonly notify?: string;
}

export interface PullFlags extends TargetFlags {
  readonly only?: readonly string[];
  readonly split?: true;
  readonly out?: string;
  readonly diff?: true;
  readonly force?: true;
}

export interface CanFlags extends TargetFlags {
  readonly in?: string;
  readonly own?: true;
  readonly offline?: true;
  readonly format?: 'terminal' | 'json';
}

export interface TestFlags extends LookFlags {
  readonly config?: string;
  readonly env?: string;
  readonly strict?: true;
  readonly format?: 'terminal' | 'json' | 'junit';
}

export interface ValidateFlags extends LookFlags {
  readonly config?: string;
  readonly env?: string;
  readonly strict?: true;
  readonly format?: 'terminal' | 'json' | 'sarif' | 'github';
}

export interface DiffFlags extends LookFlags {
  readonly config?: string;
  readonly env: readonly string[];
  readonly detailedExitcode?: true;
  readonly format?: 'terminal' | 'json';
}

export interface FmtFlags {
  readonly config?: string;
  readonly check?: true;
}

/** The command that applies what these flags planned. */
export function applyCommand(flags: PlanFlags): string {
  const words = ['chat', 'apply'];
  const add = (name: string, value: string | number | undefined) => {
    if (value !== undefined) words.push(name, quoted(String(value)));
  };
  const on = (name: string, value: true | undefined) => {
    if (value) words.push(name);
  };
  if (flags.out !== undefined) words.push(quoted(flags.out));
  add('--config', flags.config);
  // A saved plan knows what it was made with.
  if (flags.out === undefined) {
    add('--env', flags.env);
    for (const selector of flags.target ?? []) add('--target', selector.text);
    for (const selector of flags.exclude ?? []) add('--exclude', selector.text);
    on('--allow-delete', flags.allowDelete);
    on('--allow-mass-change', flags.allowMassChange);
    for (const field of flags.send ?? []) add('--send', field);
    if (flags.failOn !== undefined) add('--fail-on', flags.failOn.join(','));
    add('--base', flags.base);
  }
  on('--strict', flags.strict);
  add('--max-share', flags.maxShare);
  add('--concurrency', flags.concurrency);
  add('--lag-deadline', flags.lagDeadline === undefined ? undefined : `${flags.lagDeadline}s`);
  on('--emulator', flags.emulator);
  add('--emulator-latency', flags.emulatorLatency);
  add('--emulator-read-lag', flags.emulatorReadLag);
  add('--emulator-rate-limits', flags.emulatorRateLimits);
  add('--emulator-seed', flags.emulatorSeed);
  return words.join(' ');
}

/** Quoted for a POSIX shell where it has to be. */
function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
