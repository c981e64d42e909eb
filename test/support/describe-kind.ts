/**
 * What every kind must do, told once: its schema and its field table agree; what is created reads back as it was declared;
 * each field changes alone, by the calls that were promised; nulls reset; what cannot change is told; removals do what their
 * names say; secrets stay inside; a plan cannot write.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Draft } from '../../src/config/edit/writer.ts';
import { addressOf, fieldAddress } from '../../src/core/address.ts';
import { DiagnosticError } from '../../src/core/diagnostic.ts';
import { specAt } from '../../src/core/field-tree.ts';
import { isObject, type Json, type JsonObject, pointer, withValueAt } from '../../src/core/json.ts';
import type { Kind, OnRemoval } from '../../src/core/kind.ts';
import type { Plan } from '../../src/core/plan.ts';
import { kinds } from '../../src/kinds/index.ts';
import { renderPlanJson } from '../../src/render/json.ts';
import { renderTerminal } from '../../src/render/terminal.ts';
import { viewPlan } from '../../src/render/view.ts';
import { schemaRows } from './schema-rows.ts';
import { aWorld, type LoadOptions, opsOf, type RunOptions, type World } from './world.ts';

type Calls = Readonly<Record<string, number>>;

/** Another value for one field, by its pointer in the body. */
export interface FieldSample {
  readonly at: string;
  readonly to: Json;
  /** The body of `full` that it is a change of. Default: the first. */
  readonly of?: number;
  /** Writing calls; default: one of `update`. */
  readonly calls?: Calls;
  /** Secrets that go along, because the API would not know them for the new value. */
  readonly along?: readonly string[];
}

export interface KindSamples {
  readonly kind: Kind;
  readonly id: string;
  /** What must be there besides, in the same file. */
  readonly around?: JsonObject;
  /** What other people did to the app before. */
  readonly prepare?: (world: World) => Promise<void>;
  readonly minimal: JsonObject;
  readonly minimalCalls: Calls;
  /** Bodies that set every field of the schema between them. */
  readonly full: readonly JsonObject[];
  readonly fullCalls: readonly Calls[];
  readonly update: string;
  readonly changes: readonly FieldSample[];
  /** Fields that replies don't show: changing them is no difference; sending them is one call. */
  readonly blind?: readonly FieldSample[];
  /** `null` for a field or for a key of an open map. */
  readonly nulls?: readonly Omit<FieldSample, 'to'>[];
  readonly immutable?: readonly FieldSample[];
  /** Values for `${NAME}` in the bodies; none of them may ever be shown. */
  readonly secrets?: Readonly<Record<string, string>>;
  /** Rows that no sample changes, with the reason. */
  readonly unchanged?: Readonly<Record<string, string>>;
  /** A body as it is written in a file, where that is another form. */
  readonly written?: (body: JsonObject) => JsonObject;
  /** Properties of the schema that are short for another field. */
  readonly sugar?: readonly string[];
  /** All writing operations that the kind may ever send. */
  readonly operations: readonly string[];
  /** How the resource is now, as other programs see it. */
  readonly look?: (world: World) => Promise<'there' | 'gone' | 'deactivated' | 'disabled'>;
  readonly removalCalls?: Readonly<Partial<Record<OnRemoval, Calls>>>;
}

const AFTER_REMOVAL = {
  keep: 'there',
  delete: 'gone',
  hard_delete: 'gone',
  deactivate: 'deactivated',
  disable: 'disabled',
} as const;

export function describeKind(samples: KindSamples): void {
  const { kind, id, full, around = {}, secrets = {} } = samples;
  const address = addressOf(kind.name, id);
  const fields = Object.entries(kind.fields);
  const seen = new Set<string>();

  const source = (plain: JsonObject): JsonObject => {
    const body = samples.written?.(plain) ?? plain;
    return { ...around, [kind.collection]: kind.singleton ? body : { ...mapOf(around[kind.collection]), [id]: body } };
  };
  const run: LoadOptions = { environ: secrets };

  async function fresh(): Promise<World> {
    const world = await aWorld();
    await samples.prepare?.(world);
    if (Object.keys(around).length > 0) await world.converge(around, run);
    world.forget();
    return world;
  }

  function writes(world: World): Calls {
    const calls = opsOf(world.exchanges(), 'write');
    for (const op of Object.keys(calls)) seen.add(op);
    return calls;
  }

  /** Applies, demands exactly these writing calls, and that nothing is left to do. */
  async function converges(world: World, body: JsonObject, calls: Calls, options: RunOptions = {}): Promise<Plan> {
    world.forget();
    const { plan } = await world.converge(source(body), { ...run, ...options });
    expect({ calls: writes(world), planned: plan.operations.length }).toEqual({ calls, planned: sum(calls) });
    world.forget();
    const again = await world.converge(source(body), run);
    expect(again.plan.changes).toEqual([]);
    expect(writes(world)).toEqual({});
    expectHidden(plan, secrets);
    return plan;
  }

  describe('schema and field table', () => {
    const rows = schemaRows(kind);

    test('every property of the schema has a row', () => {
      const missing = rows.filter((row) => !fields.some(([at]) => row.at === at || row.at.startsWith(`${at}/`)));
      expect(missing.map((row) => row.at)).toEqual(samples.sugar ?? []);
    });

    test('every row has a property in the schema', () => {
      const known = (at: string) => rows.some((row) => row.at === at || row.at.startsWith(`${at}/`));
      expect(fields.map(([at]) => at).filter((at) => !known(at))).toEqual([]);
    });

    test('a field is write-only exactly if it is a secret', () => {
      const wrong = rows.filter((row) => row.writeOnly !== (kind.fields[row.at]?.blind === 'secret'));
      expect(wrong.map((row) => row.at)).toEqual([]);
    });

    test('the samples set every field', () => {
      const set = new Set(full.flatMap((body) => [...pointersOf(body, '')]));
      const isSet = (at: string) => [...set].some((each) => matches(each, at));
      const left = rows.map((row) => row.at).filter((at) => !isSet(at) && samples.sugar?.includes(at) !== true);
      expect(left).toEqual([]);
    });

    test('the samples change every field', () => {
      const all = [...samples.changes, ...(samples.blind ?? []), ...(samples.immutable ?? [])];
      const changed = new Set(all.map(({ at }) => specAt(kind, at)?.pattern));
      const left = fields.filter(([at, spec]) => !spec.meta && !changed.has(at)).map(([at]) => at);
      expect(left.filter((at) => samples.unchanged?.[at] === undefined)).toEqual([]);
      expect(Object.keys(samples.unchanged ?? {}).filter((at) => !left.includes(at))).toEqual([]);
    });

    test('the samples reset every field that has a reset', () => {
      const reset = new Set((samples.nulls ?? []).map(({ at }) => specAt(kind, at)?.pattern));
      expect(fields.filter(([at, spec]) => spec.reset !== undefined && !reset.has(at)).map(([at]) => at)).toEqual([]);
    });
  });

  describe('creating', () => {
    test('the least that can be declared', async () => {
      const world = await fresh();
      await converges(world, samples.minimal, samples.minimalCalls);
    });

    test.each(full.map((body, index) => [index, body] as const))('everything at once (%i)', async (index, body) => {
      const world = await fresh();
      await converges(world, body, samples.fullCalls[index] ?? {});
    });

    test('creating what is there already says so and finishes', async () => {
      const world = await fresh();
      const body = full[0] ?? {};
      const loaded = await world.load(source(body), run);
      const plan = await loaded.plan();
      await loaded.apply(plan);
      // The same plan once more: everything in it is there by now.
      const report = await loaded.apply(plan);
      expect([...report.results.values()].filter((result) => result.status !== 'done')).toEqual([]);
      expect((await world.plan(source(body), run)).changes).toEqual([]);
    });
  });

  describe('pulling', () => {
    const only = kinds.map((each) => each.name);
    /** Variables that a pull made up for secrets. */
    const environOf = (draft: Draft) => Object.fromEntries([...draft.variables.keys()].map((name) => [name, 'x']));

    test.each(full.map((body, index) => [index, body] as const))(
      'what was created reads back (%i)',
      async (_index, body) => {
        const world = await fresh();
        const { loaded } = await world.converge(source(body), run);
        const kept = await loaded.pull({ only: [kind.name] });
        expect(kept.files['chat.config.yaml']).toBe(JSON.stringify({ version: 1, ...source(body) }));

        const { files, draft } = await loaded.pull({ isNew: true, only });
        const environ = environOf(draft);
        for (const secret of Object.values(secrets))
          expect(JSON.stringify(files['chat.config.yaml'])).not.toContain(secret);
        const again = await world.load({ files }, { environ });
        expect((await again.plan()).changes).toEqual([]);
        const second = await again.pull({ only });
        expect(second.files).toEqual(files);
        // The same, with no variable set.
        expect((await world.plan({ files })).changes).toEqual([]);
      },
    );

    test('into the least that can be declared', async () => {
      const world = await fresh();
      await world.converge(source(full[0] ?? {}), run);
      const loaded = await world.load(source(samples.minimal), run);
      const { files, draft } = await loaded.pull({ only: [kind.name] });
      const environ = { ...secrets, ...environOf(draft) };
      const again = await world.load({ files }, { environ });
      expect((await again.plan()).changes).toEqual([]);
      expect((await again.pull({ only: [kind.name] })).draft.files).toEqual([]);
    });
  });

  const perBody = full.map((body, index) => ({
    index,
    body,
    changes: samples.changes.filter((sample) => (sample.of ?? 0) === index),
    blind: (samples.blind ?? []).filter((sample) => (sample.of ?? 0) === index),
    nulls: (samples.nulls ?? []).filter((sample) => (sample.of ?? 0) === index),
    immutable: (samples.immutable ?? []).filter((sample) => (sample.of ?? 0) === index),
  }));

  describe.each(perBody)(
    'changing one field at a time ($index)',
    ({ body: first, changes, blind, nulls, immutable }) => {
      let world: World;
      let body = first;

      beforeAll(async () => {
        world = await fresh();
        await world.converge(source(body), run);
      });

      test.each(changes)('$at', async ({ at, to, calls, along = [] }) => {
        const next = withValueAt(body, at, to);
        const plan = await converges(world, next, calls ?? { [samples.update]: 1 });
        body = next;
        expect(plan.changes.map((change) => [change.address, change.action])).toEqual([[address, 'update']]);
        const changed = plan.changes[0]?.fields.map((field) => field.path) ?? [];
        expect(changed.slice(1)).toEqual(along);
        expect(at === changed[0] || at.startsWith(`${changed[0]}/`)).toBe(true);
      });

      test.each(blind)('$at is not compared, and is sent on request', async ({ at, to, calls }) => {
        const next = withValueAt(body, at, to);
        const name = fieldAddress(address, at);
        world.forget();
        const plan = await world.plan(source(next), run);
        expect(plan.changes).toEqual([]);
        expect(plan.counts.blind).toContain(name);
        const sent = await converges(world, next, calls ?? { [samples.update]: 1 }, { send: [name] });
        body = next;
        expect(sent.changes.flatMap((change) => change.fields.map((field) => field.path))).toEqual([at]);
      });

      test.each(nulls)('$at: null', async ({ at, calls }) => {
        const next = withValueAt(body, at, null);
        const spec = specAt(kind, at)?.spec;
        const expected = calls ?? { [samples.update]: 1 };
        if (spec?.reset === 'blind' && kind.fields[at] !== undefined) {
          const name = fieldAddress(address, at);
          const plan = await world.plan(source(next), run);
          expect(plan.changes).toEqual([]);
          expect(plan.counts.blind).toContain(name);
          await converges(world, next, expected, { send: [name] });
        } else {
          const plan = await converges(world, next, expected);
          expect(plan.changes.flatMap((change) => change.fields.map((field) => field.path))).toEqual([at]);
        }
        body = next;
      });

      test.each(immutable)('$at cannot be changed', async ({ at, to }) => {
        const next = withValueAt(body, at, to);
        const subject = fieldAddress(address, at);
        const how = specAt(kind, at)?.spec.immutable;
        world.forget();
        if (how === 'refuse') {
          const failed = await world.plan(source(next), run).catch((error: unknown) => error);
          expect(failed).toBeInstanceOf(DiagnosticError);
          expect((failed as DiagnosticError).diagnostics).toMatchObject([
            { severity: 'error', code: 'immutable-field', subject },
          ]);
          return;
        }
        const plan = await world.plan(source(next), run);
        if (how === 'note') {
          expect(plan.changes).toEqual([]);
          expect(plan.diagnostics).toContainEqual(
            expect.objectContaining({ severity: 'note', code: 'create-only-field', subject }),
          );
          return;
        }
        expect(how).toBe('replace');
        expect(plan.changes).toMatchObject([{ address, action: 'replace', heldBack: 'allow-delete' }]);
        expect(plan.operations).toEqual([]);
        const { plan: allowed } = await world.converge(source(next), { ...run, allowDelete: true });
        writes(world);
        body = next;
        expect(allowed.changes).toMatchObject([{ address, action: 'replace' }]);
        expect((await world.plan(source(next), run)).changes).toEqual([]);
      });

      test('all of it back to the start, in as few calls as the kind can', async () => {
        world.forget();
        const { plan } = await world.converge(source(first), { ...run, allowDelete: true });
        expect(sum(writes(world))).toBe(plan.operations.length);
        expect((await world.plan(source(first), run)).changes).toEqual([]);
      });
    },
  );

  describe.skipIf(kind.removal.length === 0)('removing', () => {
    test.each(kind.removal)('%s', async (how) => {
      const world = await fresh();
      await world.converge(source(samples.minimal), run);
      const removed = { ...around, removed: [{ address, on_removal: how }] };
      world.forget();
      const held = await world.plan(removed, run);
      if (how === 'keep') expect(held.changes).toEqual([]);
      else expect(held.changes).toMatchObject([{ address, action: 'remove', heldBack: 'allow-delete' }]);
      expect(held.operations).toEqual([]);
      expect(await samples.look?.(world)).toBe('there');
      world.forget();
      await world.converge(removed, { ...run, allowDelete: true });
      expect(writes(world)).toEqual(samples.removalCalls?.[how] ?? {});
      expect(await samples.look?.(world)).toBe(AFTER_REMOVAL[how]);
      world.forget();
      const again = await world.plan(removed, { ...run, allowDelete: true });
      expect(again.changes).toEqual([]);
    });

    test('what is not there is a note', async () => {
      const world = await fresh();
      const plan = await world.plan({ ...around, removed: [address] }, { ...run, allowDelete: true });
      expect(plan.changes).toEqual([]);
      expect(plan.diagnostics).toMatchObject([{ severity: 'note', code: 'already-gone', subject: address }]);
    });

    test('protection is nothing that the API hears of, and what it stands on cannot be removed', async () => {
      const world = await fresh();
      const guarded = source({ ...samples.minimal, protect: true });
      await world.converge(guarded, run);
      expect(JSON.stringify(world.exchanges())).not.toContain('"protect"');
      expect((await world.plan(guarded, run)).changes).toEqual([]);
      await expect(world.plan({ ...guarded, removed: [address] }, run)).rejects.toThrow(/removed-but-declared/);
    });
  });

  describe('a plan cannot write', () => {
    async function refuses(world: World, next: JsonObject): Promise<void> {
      const loaded = await world.load(next, run);
      const before = world.snapshot();
      const plan = await loaded.plan({ allowDelete: true });
      expect(plan.operations.length).toBeGreaterThan(0);
      expect(world.snapshot()).toBe(before);
      await expect(loaded.applyReadOnly(plan, { allowDelete: true })).rejects.toThrow(/a plan only reads/);
      expect(world.snapshot()).toBe(before);
    }

    test('a creation', async () => {
      await refuses(await fresh(), source(full[0] ?? {}));
    });

    const [change] = samples.changes;
    test.skipIf(change === undefined)('an update', async () => {
      if (change === undefined) return;
      const world = await fresh();
      const body = full[change.of ?? 0] ?? {};
      await world.converge(source(body), run);
      await refuses(world, source(withValueAt(body, change.at, change.to)));
    });

    test.each(kind.removal.filter((how) => how !== 'keep'))('a removal: %s', async (how) => {
      const world = await fresh();
      await world.converge(source(samples.minimal), run);
      await refuses(world, { ...around, removed: [{ address, on_removal: how }] });
    });
  });

  test('nothing but the operations of this kind was sent, and each of them was', () => {
    expect([...seen].sort()).toEqual([...samples.operations].sort());
  });
}

/** Pointers of everything that a body sets. */
function* pointersOf(value: Json, at: string): Generator<string> {
  yield at;
  if (!isObject(value)) return;
  for (const [key, child] of Object.entries(value)) yield* pointersOf(child, at + pointer(key));
}

function matches(at: string, pattern: string): boolean {
  const [one, two] = [at.split('/'), pattern.split('/')];
  return one.length === two.length && two.every((token, index) => token === '*' || token === one[index]);
}

function mapOf(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}

function sum(calls: Calls): number {
  return Object.values(calls).reduce((total, count) => total + count, 0);
}

/** No secret in anything that is shown or saved. */
export function expectHidden(plan: Plan, secrets: Readonly<Record<string, string>>): void {
  const view = viewPlan(plan);
  const look = { color: false, width: 400, relative: (file: string) => file };
  const texts = [renderTerminal(view, { ...look, calls: true }), renderPlanJson(view), JSON.stringify(plan)];
  for (const secret of Object.values(secrets))
    for (const text of texts) expect(text.includes(JSON.stringify(secret).slice(1, -1))).toBe(false);
}
