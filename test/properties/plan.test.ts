/** Laws of the pure parts: comparing, ordering, showing. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressOf } from '../../src/core/address.ts';
import type { Json, JsonObject } from '../../src/core/json.ts';
import type { Kind, Resource } from '../../src/core/kind.ts';
import { stagesOf } from '../../src/core/order.ts';
import type { Change, FieldChange, Plan } from '../../src/core/plan.ts';
import { diffChunk } from '../../src/engine/diff.ts';
import { schedule } from '../../src/engine/schedule.ts';
import { kinds } from '../../src/kinds/index.ts';
import { sha256 } from '../../src/reconcile/hash.ts';
import { renderApplyJson, renderPlanJson } from '../../src/render/json.ts';
import { outcomeOf, renderReport } from '../../src/render/report.ts';
import { renderSaved, viewSaved } from '../../src/render/saved.ts';
import { renderTerminal } from '../../src/render/terminal.ts';
import { viewPlan } from '../../src/render/view.ts';
import { aChange, anOperation, aPlan, aReport } from '../render/plans.ts';
import { configuration, settings } from '../support/arbitraries.ts';
import { reread, saved } from '../support/saved.ts';
import { aWorld } from '../support/world.ts';

const hash = sha256;

describe('comparing', () => {
  test('what is live as it is declared is no difference, for every kind', async () => {
    const world = await aWorld();
    await fc.assert(
      fc.asyncProperty(configuration, async (source) => {
        const { desired } = await world.load(source);
        for (const kind of kinds) {
          for await (const wanted of desired.wanted(kind.name)) {
            const body = kind.settle?.(wanted.body) ?? wanted.body;
            const live = new Map<string, Resource>([[wanted.id, { id: wanted.id, body }]]);
            const { changes } = diffChunk({ kind, wanted: [{ ...wanted, body }], live }, { hash, send: new Set() });
            expect(changes).toEqual([]);
          }
        }
      }),
      settings(100),
    );
  }, 120_000);
});

/** Changes of real kinds, with references among each other. */
const someChanges = fc
  .uniqueArray(
    fc.record({
      kind: fc.constantFrom(...kinds.map((kind) => kind.name)),
      id: fc.constantFrom('a', 'b', 'c', 'd'),
      action: fc.constantFrom<Change['action']>('create', 'update', 'remove'),
      heldBack: fc.boolean(),
      mentions: fc.array(
        fc.tuple(fc.constantFrom(...kinds.map((kind) => kind.name)), fc.constantFrom('a', 'b', 'c', 'd')),
        {
          maxLength: 3,
        },
      ),
    }),
    { selector: ({ kind, id }) => (kind === 'app' ? kind : `${kind} ${id}`), maxLength: 24 },
  )
  .map((list) => list.map(aRealChange));

function aRealChange(each: {
  kind: string;
  id: string;
  action: Change['action'];
  heldBack: boolean;
  mentions: readonly (readonly [string, string])[];
}): Change {
  const kind = kinds.find(({ name }) => name === each.kind) as Kind;
  const id = kind.singleton ? '' : kind.name === 'channel' ? `messaging:${each.id}` : each.id;
  const action = kind.removal.length === 0 ? 'update' : each.action;
  const removal = kind.removal.find((how) => how !== 'keep');
  const fields: FieldChange[] = action === 'remove' ? [] : [{ path: `/${firstField(kind)}`, before: 'x', after: 'y' }];
  return {
    ...aChange(kind.name, id, action, fields),
    next: { [firstField(kind)]: 'y' },
    live: {},
    references: each.mentions.map(([name, to]) => ({
      kind: name,
      id: name === 'channel' ? `messaging:${to}` : to,
      at: '',
    })),
    ...(action === 'remove' && removal !== undefined ? { removal } : {}),
    ...(each.heldBack ? { heldBack: 'allow-delete' as const } : {}),
  };
}

function firstField(kind: Kind): string {
  const [at = '/none'] = Object.keys(kind.fields).filter(
    (path) => path.split('/').length === 2 && !kind.fields[path]?.meta,
  );
  return at.slice(1);
}

describe('ordering', () => {
  test('stages keep to `after`, forward for what is made and backward for what is removed', () => {
    const stages = stagesOf(kinds);
    fc.assert(
      fc.property(someChanges, (changes) => {
        const { operations } = schedule(changes, kinds);
        const place = new Map(operations.map((operation, index) => [operation.id, index]));
        const byAddress = new Map(changes.map((change) => [change.address, change]));
        for (const [index, operation] of operations.entries()) {
          for (const address of operation.covers) expect(byAddress.get(address)?.heldBack).toBeUndefined();
          for (const need of operation.needs) expect(place.get(need)).toBeLessThan(index);
          for (const other of operations.slice(0, index)) {
            expect(other.stage).toBeLessThanOrEqual(operation.stage);
            if (other.stage === operation.stage) continue;
            const [one, two] = [isRemoval(other.covers[0], byAddress), isRemoval(operation.covers[0], byAddress)];
            // What is made comes before what is removed.
            expect(one && !two).toBe(false);
            if (one !== two) continue;
            const [first, second] = [kindOf(other.kind), kindOf(operation.kind)];
            const [before, after] = one ? [second, first] : [first, second];
            expect(before.after).not.toContain(after.name);
            expect(stages.get(before.name) ?? 0).toBeLessThanOrEqual(stages.get(after.name) ?? 0);
          }
        }
        const covered = operations.flatMap((operation) => operation.covers);
        for (const change of changes) {
          if (change.heldBack !== undefined) expect(covered).not.toContain(change.address);
        }
      }),
      settings(500),
    );
  });

  test('an operation waits for the creation of what its resources mention', () => {
    fc.assert(
      fc.property(someChanges, (changes) => {
        const { operations } = schedule(changes, kinds);
        const stages = stagesOf(kinds);
        const made = new Map(
          changes
            .filter((change) => change.action === 'create' && change.heldBack === undefined)
            .map((change) => [change.address, change]),
        );
        for (const operation of operations.filter((each) => each.rank === 0)) {
          for (const address of operation.covers) {
            const change = changes.find((each) => each.address === address);
            for (const reference of change?.references ?? []) {
              const needed = made.get(addressOf(reference.kind, reference.id));
              if (needed === undefined || (stages.get(needed.kind) ?? 0) >= (stages.get(operation.kind) ?? 0)) continue;
              if (change?.action === 'remove') continue;
              const makers = operations.filter((each) => each.covers.includes(needed.address)).map((each) => each.id);
              expect(operation.needs.some((need) => makers.includes(need)) || makers.length === 0).toBe(true);
            }
          }
        }
      }),
      settings(500),
    );
  });
});

function isRemoval(address: string | undefined, changes: ReadonlyMap<string, Change>): boolean {
  return changes.get(address ?? '')?.action === 'remove';
}

function kindOf(name: string): Kind {
  return kinds.find((kind) => kind.name === name) as Kind;
}

/** Text that a terminal, a log or JSON could take for something else. */
const hostile = fc.oneof(
  fc.constantFrom(
    '\u001b[31mred\u001b[0m',
    '\u001b]8;;https://evil.example\u0007link\u001b]8;;\u0007',
    'a\rb',
    'a\nPlan: 0 to create',
    '\u202egnp.exe',
    '\u0000\u0007\u009b1m',
    '\ud800',
    'x'.repeat(5000),
    '{"$secret": "/x"}',
    '__proto__',
    'constructor',
    '',
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
);
const hostileJson: fc.Arbitrary<Json> = fc.oneof(
  hostile,
  fc.constantFrom<Json>(null, true, -0, 1e300, []),
  fc.array(hostile, { maxLength: 3 }),
  fc.dictionary(hostile, hostile, { maxKeys: 3 }) as fc.Arbitrary<JsonObject>,
);
const path = fc
  .array(hostile, { minLength: 1, maxLength: 3 })
  .map((tokens) => tokens.map((token) => `/${token.replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''));
const hostileField: fc.Arbitrary<FieldChange> = fc.record(
  {
    path,
    before: hostileJson,
    after: hostileJson,
    set: fc.constant(true as const),
    origin: fc.constantFrom('config' as const, 'drift' as const, 'conflict' as const),
  },
  { requiredKeys: ['path'] },
);
const hostilePlan: fc.Arbitrary<Plan> = fc
  .array(
    fc.record({
      kind: fc.constantFrom('user', 'channel_type', 'app'),
      id: hostile,
      action: fc.constantFrom<Change['action']>('create', 'update', 'replace', 'remove'),
      fields: fc.array(hostileField, { maxLength: 3 }),
      text: hostile,
    }),
    { maxLength: 5 },
  )
  .map((list) =>
    aPlan({
      changes: list.map((each) => aChange(each.kind, each.id, each.action, each.fields)),
      operations: list.map((each, index) =>
        anOperation(`u.${index}`, 'user', 0, [addressOf(each.kind, each.id)], { message: { text: each.text } }),
      ),
      stages: [{ number: 0, title: 'users' }],
      counts: { unchanged: 0, unmanaged: 0, heldBack: 0, blind: list.map((each) => each.text) },
      target: { appId: 1, appName: list[0]?.text ?? '', baseUrl: list[0]?.text ?? '' },
      diagnostics: list.map((each) => ({
        severity: 'note',
        code: 'x',
        summary: 'S',
        detail: each.text,
        subject: each.text,
        source: { file: each.text, line: 1, column: 1, excerpt: each.text },
      })),
    }),
  );

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not come out.
const HARMFUL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

describe('showing', () => {
  test('whatever stands in a plan, it is shown without harm', () => {
    fc.assert(
      fc.property(hostilePlan, fc.constantFrom(40, 80, 200), (plan, width) => {
        const look = { color: false, width, relative: (file: string) => file };
        const view = viewPlan(plan, { command: 'chat apply' });
        const text = renderTerminal(view, { ...look, calls: true });
        expect(text).not.toMatch(HARMFUL);
        expect(text.split('\n').filter((line) => line.startsWith('Plan: ')).length).toBeLessThanOrEqual(1);
        const report = aReport(
          plan.changes.map((change) => [change.address, { status: 'failed', code: 'x', message: change.id }] as const),
        );
        expect(renderReport(outcomeOf(plan, report), look)).not.toMatch(HARMFUL);
        expect(renderApplyJson(view, outcomeOf(plan, report))).not.toMatch(HARMFUL);
      }),
      settings(300),
    );
  });

  test('a saved plan is its round trip: what comes back is saved as the same text and shown as the same', () => {
    fc.assert(
      fc.property(hostilePlan, fc.array(hostile, { maxLength: 2 }), (plan, texts) => {
        const full: Plan = {
          ...plan,
          configuration: { ...plan.configuration, base: { ref: texts[0] ?? 'main', commit: texts[1] ?? 'c0ffee' } },
          impacts: texts.map((text) => ({
            code: 'CB01',
            class: 'CB',
            address: text,
            path: '/x',
            summary: text,
            detail: text,
            affected: { what: text, count: 1, more: true },
            waiver: { reason: text, expires: text },
          })),
          matrix: texts.map((text) => ({ scope: text, role: text, permission: text, before: 'own', after: 'none' })),
        };
        const text = saved(full, { command: texts[0] ?? 'chat apply' });
        expect(text).not.toMatch(HARMFUL);
        const back = reread(text);
        const view = viewSaved(back);
        expect(renderSaved(view, back.options, hash)).toBe(text);
        expect(renderPlanJson(view)).toBe(renderPlanJson(viewPlan(full, { command: texts[0] ?? 'chat apply' })));
        const look = { color: true, width: 100, calls: true };
        expect(renderTerminal(view, look)).toBe(
          renderTerminal(viewPlan(full, { command: texts[0] ?? 'chat apply' }), look),
        );
      }),
      settings(300),
    );
  });

  test('a plan as JSON says what the plan says, and nothing is lost on the way', () => {
    fc.assert(
      fc.property(hostilePlan, (plan) => {
        const text = renderPlanJson(viewPlan(plan));
        expect(text).not.toMatch(HARMFUL);
        const read = JSON.parse(text) as { changes: { address: string; fields: { before?: Json; after?: Json }[] }[] };
        expect(JSON.stringify(JSON.parse(JSON.stringify(read)))).toBe(JSON.stringify(read));
        expect(read.changes.map((change) => change.address)).toEqual(plan.changes.map((change) => change.address));
        for (const [index, change] of plan.changes.entries()) {
          const fields = read.changes[index]?.fields ?? [];
          const sides = (list: readonly { before?: Json; after?: Json }[]) =>
            list.map(({ before, after }) => JSON.parse(JSON.stringify({ before, after })) as Json);
          expect(sides(fields)).toEqual(sides(change.fields));
        }
      }),
      settings(300),
    );
  });
});
