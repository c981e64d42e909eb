/** Why a role may do something or not, in a sentence that names the line which decides. */

import { DEFAULTS } from '../core/default-grants.ts';
import type { Source } from '../core/diagnostic.ts';
import type { Found, TestOutcome } from '../impact/permissions/found.ts';
import { APP_SCOPE } from '../impact/permissions/scope.ts';
import { FORMAT_VERSION } from './json.ts';
import { type Paint, painter, type Style } from './paint.ts';
import { escapeHarmful, visible } from './text.ts';

export interface AnswerOptions {
  readonly color: boolean;
  /** How a file is named to the reader. */
  readonly relative: (file: string) => string;
}

const STYLES: Readonly<Record<Found['answer']['verdict'], Style>> = { yes: 'green', no: 'red', unknown: 'yellow' };

export function renderAnswer(found: Found, options: AnswerOptions): string {
  const { verdict } = found.answer;
  const paint: Paint = painter(options.color);
  return `${paint(STYLES[verdict], verdict)}: ${claimOf(found)}\n  ${reasonOf(found, options)}\n`;
}

export function renderAnswerJson(found: Found, diagnostics: readonly unknown[], options: AnswerOptions): string {
  const body = {
    format_version: FORMAT_VERSION,
    type: 'answer',
    ...answerBody(found, options),
    diagnostics,
  };
  return `${escapeHarmful(JSON.stringify(body, undefined, 2))}\n`;
}

/** The members that an answer has in every machine-readable form. */
export function answerBody(found: Found, options: AnswerOptions) {
  const { answer, source } = found;
  return {
    answer: answer.verdict,
    role: found.role,
    permission: found.written,
    scope: found.scope,
    own: found.own,
    because: answer.because,
    granted_by: answer.id,
    origin: answer.origin && {
      from: answer.origin.from,
      date: answer.origin.from === 'defaults' ? answer.origin.date : undefined,
      file: source?.file,
      line: source?.line,
      column: source?.column,
    },
    reason: reasonOf(found, options),
  };
}

/** `guest may not create-message in livestream`. */
function claimOf({ role, permission, own, scope, answer }: Found): string {
  const where = scope === APP_SCOPE ? 'the app' : visible(scope);
  const may = answer.verdict === 'no' ? 'may not' : 'may';
  const claim = `${visible(role)} ${may} ${visible(permission)}${own ? ' of its own' : ''} in ${where}`;
  return answer.verdict === 'unknown' ? `whether ${claim}` : claim;
}

/** Without an end mark: it stands in lines and in attributes. */
export function reasonOf(found: Found, options: AnswerOptions): string {
  const { answer, source, isElsewhere } = found;
  const id = visible(answer.id ?? '');
  const role = visible(found.role);
  switch (answer.because) {
    case 'granted':
      return `granted by ${id} ${placeIn(found, options)}`;
    case 'own-only':
      return `granted for its own only, by ${id} ${placeIn(found, options)}`;
    case 'condition':
      return `granted by ${id} ${placeIn(found, options)}, to those who meet its condition`;
    case 'opaque':
      return `${id} ${placeIn(found, options)} may stand for it, and is not declared here`;
    case 'not-granted': {
      const end = isElsewhere ? `, and it is a permission ${elsewhere(found)}` : '';
      if (source !== undefined) return `not among what is granted at ${placeText(source, options)}${end}`;
      return `not among what ${role} has there ${placeIn(found, options)}${end}`;
    }
    case 'undeclared':
      return `what ${role} is granted here is not declared${presumption(found)}`;
    case 'unchecked':
      return `disable_permissions_checks is on ${placeIn(found, options)}, so everybody may do everything`;
    case 'legacy':
      return `permission_version is v1 ${placeIn(found, options)}, so policies decide and not grants`;
  }
}

function presumption({ presumed, scope }: Found): string {
  if (presumed !== undefined)
    return `; the defaults of ${DEFAULTS.date} ${presumed === 'yes' ? 'grant it' : 'do not grant it'}`;
  return scope === APP_SCOPE || Object.hasOwn(DEFAULTS.types, scope)
    ? ''
    : ', and types that are not built in have no known defaults';
}

function elsewhere({ scope }: Found): string {
  return scope === APP_SCOPE ? 'in channels' : 'outside of channels';
}

function placeIn({ answer, source }: Found, options: AnswerOptions): string {
  if (answer.origin?.from === 'live') return '(live)';
  if (answer.origin?.from === 'defaults') return `(defaults of ${answer.origin.date})`;
  return source === undefined ? '(declared)' : `at ${placeText(source, options)}`;
}

export function placeText({ file, line, column }: Source, { relative }: AnswerOptions): string {
  return `${visible(relative(file))}:${line}:${column}`;
}

/** Colours of outcomes. */
export const OUTCOMES: Readonly<Record<TestOutcome, Style>> = {
  passed: 'green',
  failed: 'red',
  undetermined: 'yellow',
};
