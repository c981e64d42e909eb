/**
 * A saved plan: the document of `--format json`, what it takes to carry it out later, and a digest over all of it. It holds no
 * body of a call and no secret, and is bound to one app and one configuration.
 */
import { type Diagnostic, DiagnosticError } from '../core/diagnostic.ts';
import { canonicalJson, isObject, type Json, type JsonObject } from '../core/json.ts';
import type { Plan } from '../core/plan.ts';
import type { Hash } from '../core/prior.ts';
import { type JsonOptions, permissionBodies } from './json/plan.ts';
import { FORMAT_VERSION, planDocument, serialise } from './json.ts';
import { savedFrom } from './saved-document.ts';
import type { Announcement } from './view/announcements.ts';
import { type PlanView, viewPlan } from './view.ts';

/** The options of the plan that apply goes by. */
export interface SavedOptions {
  readonly target: readonly string[];
  readonly exclude: readonly string[];
  readonly allowDelete: boolean;
  readonly allowMassChange: boolean;
  readonly send: readonly string[];
  readonly failOn: readonly string[];
  /** As it was written. */
  readonly base?: string;
}

export interface SavedPlan {
  /** Without what only lives in memory: bodies of resources and calls. New resources of rosters have no fields. */
  readonly plan: Plan;
  readonly announcements: readonly Announcement[];
  readonly command: string | undefined;
  readonly options: SavedOptions;
}

export function renderSaved(view: PlanView, options: SavedOptions, hash: Hash, json: JsonOptions = {}): string {
  const saved = {
    target: options.target,
    exclude: options.exclude,
    allow_delete: options.allowDelete,
    allow_mass_change: options.allowMassChange,
    send: options.send,
    fail_on: options.failOn,
    base: options.base,
  };
  // As JSON keeps it: without members that are undefined.
  const document = JSON.parse(
    JSON.stringify({ ...planDocument(view, json), matrix: permissionBodies(view.plan.matrix), options: saved }),
  ) as JsonObject;
  return serialise({ ...document, digest: hash(canonicalJson(document)) });
}

/** The view that was saved: it renders to the same text. */
export function viewSaved({ plan, announcements, command }: SavedPlan): PlanView {
  return viewPlan(plan, { announcements, ...(command === undefined ? {} : { command }) });
}

/** Reads the text of a saved plan. Throws DiagnosticError when it is none, is of another format, or was altered. */
export function parseSaved(text: string, hash: Hash): SavedPlan {
  const document = documentOf(text);
  const { digest, ...signed } = document;
  // Also what JSON does not tell apart, such as a key that stands there twice.
  if (digest !== hash(canonicalJson(signed)) || serialise(document) !== text) throw refusal(ALTERED);
  try {
    return savedFrom(signed);
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    throw refusal({ ...NOT_A_PLAN, detail: `Its digest is right and its shape is not: ${cause.message}. ${SAVE}` });
  }
}

function documentOf(text: string): JsonObject {
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    throw refusal(/^\{\s*"format_version"/.test(text) ? TRUNCATED : NOT_JSON);
  }
  if (!isObject(value) || value['type'] !== 'plan' || value['format_version'] === undefined) throw refusal(NOT_A_PLAN);
  if (value['format_version'] !== FORMAT_VERSION) throw refusal(otherFormat(value['format_version']));
  if (value['digest'] === undefined || value['options'] === undefined) throw refusal(PRINTED);
  return value;
}

function refusal(about: Omit<Diagnostic, 'severity'>): DiagnosticError {
  return new DiagnosticError([{ severity: 'error', ...about }], 1);
}

const SAVE = 'Save a plan with `chat plan --out plan.json`.';

const NOT_JSON = {
  code: 'plan-not-json',
  summary: 'This is no saved plan',
  detail: `The file is empty, or no JSON. ${SAVE}`,
};

const TRUNCATED = {
  code: 'plan-truncated',
  summary: 'The saved plan is broken off',
  detail:
    'The file begins as a saved plan and is no whole JSON: it was cut short or damaged on its way. Fetch it again, or plan again.',
};

const NOT_A_PLAN = {
  code: 'not-a-plan',
  summary: 'This is no saved plan',
  detail: `The file is JSON of another kind. ${SAVE}`,
};

const PRINTED = {
  code: 'not-a-plan',
  summary: 'This is no saved plan',
  detail: `The file is what \`chat plan --format json\` prints, which lacks what it takes to apply it. ${SAVE}`,
};

const ALTERED = {
  code: 'plan-altered',
  summary: 'The saved plan has been altered',
  detail:
    'What the file says does not fit its digest: somebody or something changed it after it was saved, if only its layout. Nothing of it is trusted. Plan again.',
};

function otherFormat(version: Json): Omit<Diagnostic, 'severity'> {
  const isNewer = typeof version === 'number' && version > FORMAT_VERSION;
  const detail = isNewer
    ? `It has format ${version}, and this chat-config reads format ${FORMAT_VERSION}. Use the release that saved it, or a newer one, or plan again with this one.`
    : `It has format ${JSON.stringify(version)?.slice(0, 20)}, and this chat-config reads format ${FORMAT_VERSION}. Plan again.`;
  return { code: 'plan-format', summary: 'The saved plan has another format', detail };
}
