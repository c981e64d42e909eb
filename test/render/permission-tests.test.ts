/** Results of tests and answers in all their formats, with text of users in them. */
import { describe, expect, test } from 'vitest';
import {
  type Assertion,
  assertionOf,
  type Found,
  outcomeOfAll,
  type TestResult,
} from '../../src/impact/permissions/found.ts';
import { renderAnswer, renderAnswerJson } from '../../src/render/answer.ts';
import { renderTests, renderTestsJson, renderTestsJunit } from '../../src/render/permission-tests.ts';

const LOOK = { color: false, relative: (file: string) => file.replace('/repo/', '') };
const PLACE = { file: '/repo/a.yaml', line: 3, column: 7 };
const LIVE = { from: 'live' } as const;
const AT = { from: 'configuration', at: '/x' } as const;

function found(parts: Partial<Found> = {}): Found {
  return {
    role: 'host',
    permission: 'add-links',
    written: 'add-links',
    own: false,
    scope: 'team',
    answer: { verdict: 'yes', because: 'granted', origin: AT, id: 'add-links' },
    source: PLACE,
    presumed: undefined,
    isElsewhere: false,
    ...parts,
  };
}

const denied: Partial<Found> = { answer: { verdict: 'no', because: 'not-granted', origin: AT } };
const unknown: Partial<Found> = {
  answer: { verdict: 'unknown', because: 'undeclared', origin: undefined },
  source: undefined,
  presumed: 'yes',
};

function result(
  name: string | undefined,
  assertions: readonly Assertion[],
  parts: Partial<TestResult['test']> = {},
): TestResult {
  const test = { name, role: 'host', in: ['team'], own: false, can: [], cannot: [], at: '/tests/0', ...parts };
  return { test, source: PLACE, outcome: outcomeOfAll(assertions), assertions };
}

const RESULTS = [
  result('First', [assertionOf('can', found()), assertionOf('cannot', found({ ...denied, written: 'pin-message' }))]),
  result(undefined, [assertionOf('can', found(denied)), assertionOf('can', found(unknown))], { own: true }),
  result('<b> & "c" \u001b[2J', [assertionOf('cannot', found({ ...unknown, own: true, scope: '.app' }))], { in: [] }),
];

describe('results of tests', () => {
  test('for people', () => {
    expect(renderTests(RESULTS, LOOK)).toBe(`passed: First (a.yaml:3:7)
  host can add-links in team: granted by add-links at a.yaml:3:7
  host cannot pin-message in team: not among what is granted at a.yaml:3:7
failed: host in team, of its own (a.yaml:3:7)
  failed: host can add-links in team: not among what is granted at a.yaml:3:7
  undetermined: host can add-links in team: what host is granted here is not declared; the defaults of 2026-09-25 grant it
undetermined: <b> & "c" \\u001b[2J (a.yaml:3:7)
  undetermined: host cannot add-links of its own in the app: what host is granted here is not declared; the defaults of 2026-09-25 grant it

3 tests: 1 passed, 1 failed, 1 undetermined
`);
    expect(renderTests(RESULTS, { ...LOOK, color: true })).toContain('\u001b[32mpassed\u001b[39m: ');
  });

  test('as JSON', () => {
    const text = renderTestsJson(RESULTS, LOOK);
    expect(text).not.toContain('\u001b');
    expect(JSON.parse(text)).toMatchObject({
      format_version: 1,
      type: 'tests',
      summary: { passed: 1, failed: 1, undetermined: 1 },
      tests: [
        {
          name: 'First',
          outcome: 'passed',
          source: { file: '/repo/a.yaml', line: 3, column: 7 },
          assertions: [
            {
              wanted: 'can',
              outcome: 'passed',
              answer: 'yes',
              role: 'host',
              permission: 'add-links',
              scope: 'team',
              own: false,
              because: 'granted',
              granted_by: 'add-links',
              origin: { from: 'configuration', file: '/repo/a.yaml', line: 3, column: 7 },
              reason: 'granted by add-links at a.yaml:3:7',
            },
            { wanted: 'cannot', outcome: 'passed', answer: 'no' },
          ],
        },
        { outcome: 'failed' },
        { outcome: 'undetermined', name: '<b> & "c" \u001b[2J' },
      ],
    });
  });

  test('as JUnit', () => {
    expect(renderTestsJunit(RESULTS, LOOK)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="chat test">
  <testsuite name="First" file="a.yaml" tests="2" failures="0" errors="0">
    <testcase classname="host" name="host can add-links in team"/>
    <testcase classname="host" name="host cannot pin-message in team"/>
  </testsuite>
  <testsuite name="host in team, of its own" file="a.yaml" tests="2" failures="1" errors="1">
    <testcase classname="host" name="host can add-links in team">
      <failure message="not among what is granted at a.yaml:3:7"/>
    </testcase>
    <testcase classname="host" name="host can add-links in team">
      <error message="what host is granted here is not declared; the defaults of 2026-09-25 grant it"/>
    </testcase>
  </testsuite>
  <testsuite name="&lt;b&gt; &amp; &quot;c&quot; \\u001b[2J" file="a.yaml" tests="1" failures="0" errors="1">
    <testcase classname="host" name="host cannot add-links of its own in the app">
      <error message="what host is granted here is not declared; the defaults of 2026-09-25 grant it"/>
    </testcase>
  </testsuite>
</testsuites>
`);
    expect(renderTestsJunit([], LOOK)).toBe('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="chat test"/>\n');
  });
});

describe('an answer', () => {
  test.each<[string, Partial<Found>, string]>([
    ['yes', {}, 'yes: host may add-links in team\n  granted by add-links at a.yaml:3:7\n'],
    [
      'no, live',
      {
        answer: { verdict: 'no', because: 'not-granted', origin: LIVE },
        source: undefined,
        isElsewhere: true,
        scope: '.app',
      },
      'no: host may not add-links in the app\n  not among what host has there (live), and it is a permission in channels\n',
    ],
    [
      'yes, without a place',
      { source: undefined, own: true },
      'yes: host may add-links of its own in team\n  granted by add-links (declared)\n',
    ],
    [
      'unknown',
      { ...unknown, presumed: undefined, role: 'x\u202ey' },
      'unknown: whether x\\u202ey may add-links in team\n  what x\\u202ey is granted here is not declared\n',
    ],
  ])('%s', (_name, parts, text) => {
    expect(renderAnswer(found(parts), LOOK)).toBe(text);
  });

  test('as JSON, with what is to be said about it', () => {
    const date = '2026-09-25';
    const answer = { verdict: 'yes', because: 'granted', origin: { from: 'defaults', date }, id: 'add-links' } as const;
    expect(JSON.parse(renderAnswerJson(found({ answer, source: undefined }), [{ code: 'x' }], LOOK))).toEqual({
      format_version: 1,
      type: 'answer',
      answer: 'yes',
      role: 'host',
      permission: 'add-links',
      scope: 'team',
      own: false,
      because: 'granted',
      granted_by: 'add-links',
      origin: { from: 'defaults', date },
      reason: 'granted by add-links (defaults of 2026-09-25)',
      diagnostics: [{ code: 'x' }],
    });
  });
});
