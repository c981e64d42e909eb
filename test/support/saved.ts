/** Saved plans in tests: a plan as it comes back from its file, and the schema that it is held against. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import type { Plan } from '../../src/core/plan.ts';
import { sha256 } from '../../src/reconcile/hash.ts';
import { parseSaved, renderSaved, type SavedOptions, type SavedPlan } from '../../src/render/saved.ts';
import { viewPlan } from '../../src/render/view.ts';
import { SCHEMAS } from './world.ts';

let validator: ValidateFunction | undefined;

/** What the plan's schema has against a document; nothing: it is valid. */
export function problemsOf(text: string): readonly string[] {
  validator ??= new Ajv({ allErrors: true, strict: true, strictTypes: false }).compile(
    JSON.parse(readFileSync(join(SCHEMAS, 'plan.schema.json'), 'utf8')),
  );
  validator(JSON.parse(text));
  return (validator.errors ?? []).map(
    (error) => `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`,
  );
}

export const PLAIN_OPTIONS: SavedOptions = {
  target: [],
  exclude: [],
  allowDelete: false,
  allowMassChange: false,
  send: [],
  failOn: [],
};

export interface SaveOptions {
  readonly command?: string;
  readonly relative?: (file: string) => string;
  readonly options?: Partial<SavedOptions>;
}

export function saved(plan: Plan, { command, relative, options }: SaveOptions = {}): string {
  const view = viewPlan(plan, command === undefined ? {} : { command });
  return renderSaved(view, { ...PLAIN_OPTIONS, ...options }, sha256, relative === undefined ? {} : { relative });
}

export function reread(text: string): SavedPlan {
  return parseSaved(text, sha256);
}
