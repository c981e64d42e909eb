/** Results of the configuration's tests: for people, as JSON, and as JUnit XML for build servers. */
import type { Assertion, TestOutcome, TestResult } from '../impact/permissions/found.ts';
import { APP_SCOPE } from '../impact/permissions/scope.ts';
import { type AnswerOptions, answerBody, OUTCOMES, placeText, reasonOf } from './answer.ts';
import { FORMAT_VERSION } from './json.ts';
import { painter } from './paint.ts';
import { count, counted, escapeHarmful, visible } from './text.ts';

export function renderTests(results: readonly TestResult[], options: AnswerOptions): string {
  const paint = painter(options.color);
  const blocks = results.map((result) => {
    const place = result.source === undefined ? '' : paint('dim', ` (${placeText(result.source, options)})`);
    return [
      `${paint(OUTCOMES[result.outcome], result.outcome)}: ${paint('bold', titleOf(result))}${place}`,
      ...result.assertions.map((each) => `  ${lineOf(each, options)}`),
    ].join('\n');
  });
  return `${blocks.join('\n')}\n\n${paint('bold', tallyOf(results))}\n`;
}

export function renderTestsJson(results: readonly TestResult[], options: AnswerOptions): string {
  const body = {
    format_version: FORMAT_VERSION,
    type: 'tests',
    summary: Object.fromEntries(Object.keys(OUTCOMES).map((outcome) => [outcome, numberOf(results, outcome)])),
    tests: results.map(({ test, source, outcome, assertions }) => ({
      name: test.name,
      outcome,
      source: source && { file: source.file, line: source.line, column: source.column },
      assertions: assertions.map((each) => ({
        wanted: each.wanted,
        outcome: each.outcome,
        ...answerBody(each, options),
      })),
    })),
  };
  return `${escapeHarmful(JSON.stringify(body, undefined, 2))}\n`;
}

/** A suite a test, a case a permission. What is undetermined is an error, as build servers tell it from a failure. */
export function renderTestsJunit(results: readonly TestResult[], options: AnswerOptions): string {
  const suites = results.map((result) => {
    const { test, assertions, source } = result;
    const file = source === undefined ? [] : ([['file', options.relative(source.file)]] as const);
    const counts = [
      ['tests', assertions.length],
      ['failures', assertions.filter((each) => each.outcome === 'failed').length],
      ['errors', assertions.filter((each) => each.outcome === 'undetermined').length],
    ] as const;
    return element(
      '  ',
      'testsuite',
      [['name', titleOf(result)], ...file, ...counts],
      [
        ...assertions.map((each) =>
          element(
            '    ',
            'testcase',
            [
              ['classname', test.role],
              ['name', claimOf(each)],
            ],
            caseOf(each, options),
          ),
        ),
      ],
    );
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('', 'testsuites', [['name', 'chat test']], suites)}\n`;
}

function caseOf(each: Assertion, options: AnswerOptions): readonly string[] {
  if (each.outcome === 'passed') return [];
  return [
    element('      ', each.outcome === 'failed' ? 'failure' : 'error', [['message', reasonOf(each, options)]], []),
  ];
}

function element(
  indent: string,
  name: string,
  attributes: readonly (readonly [string, string | number])[],
  children: readonly string[],
): string {
  const start = [name, ...attributes.map(([key, value]) => `${key}="${escaped(String(value))}"`)].join(' ');
  if (children.length === 0) return `${indent}<${start}/>`;
  return [`${indent}<${start}>`, ...children, `${indent}</${name}>`].join('\n');
}

/** Characters that steer a terminal are none of XML either: they are written out first. */
function escaped(text: string): string {
  return visible(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function titleOf({ test }: TestResult): string {
  const { name, role, own } = test;
  if (name !== undefined) return visible(name);
  const where = test.in.length === 0 ? 'the app' : test.in.join(', ');
  return visible(`${role} in ${where}${own ? ', of its own' : ''}`);
}

function claimOf({ role, wanted, written, own, scope }: Assertion): string {
  const where = scope === APP_SCOPE ? 'the app' : visible(scope);
  return `${visible(role)} ${wanted} ${visible(written)}${own ? ' of its own' : ''} in ${where}`;
}

function lineOf(each: Assertion, options: AnswerOptions): string {
  const paint = painter(options.color);
  const mark = each.outcome === 'passed' ? '' : `${paint(OUTCOMES[each.outcome], each.outcome)}: `;
  return `${mark}${claimOf(each)}: ${paint('dim', reasonOf(each, options))}`;
}

function tallyOf(results: readonly TestResult[]): string {
  const parts = Object.keys(OUTCOMES).flatMap((outcome) => {
    const number = numberOf(results, outcome);
    return number === 0 ? [] : [`${count(number)} ${outcome}`];
  });
  return `${counted(results.length, 'test')}: ${parts.join(', ')}`;
}

function numberOf(results: readonly TestResult[], outcome: TestOutcome | string): number {
  return results.filter((each) => each.outcome === outcome).length;
}
