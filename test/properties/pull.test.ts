/** Laws of pulling: whatever is live and whatever is declared, a pull leaves a plan nothing to do, and a second pull nothing to write. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import type { JsonObject } from '../../src/core/json.ts';
import { kinds } from '../../src/kinds/index.ts';
import { type BesideCall, configuration, meddling, settings } from '../support/arbitraries.ts';
import { aWorld, type RunOptions, type World } from '../support/world.ts';

const ANYTHING: RunOptions = { allowDelete: true, allowMassChange: true };
const LIMIT = 300_000;
const ONLY = kinds.map((kind) => kind.name);

async function anApp(past: JsonObject, calls: readonly BesideCall[]): Promise<World> {
  const world = await aWorld();
  await world.converge(past, ANYTHING);
  for (const { method, path, body } of calls) await world.call(method, path, body);
  return world;
}

/** The ways in which a file may be laid out. */
const layout = fc.constantFrom<(source: JsonObject) => string>(
  (source) => JSON.stringify({ version: 1, ...source }),
  (source) => JSON.stringify({ version: 1, ...source }, null, 2),
  (source) => `version: 1\n${stringify(source, { indent: 4, aliasDuplicateObjects: false })}`,
  (source) =>
    `# first\nversion: 1 # one\n${stringify(source, { defaultStringType: 'QUOTE_SINGLE', aliasDuplicateObjects: false })
      .split('\n')
      .map((line) => (/^[a-z_]+:$/.test(line) ? `\n# above\n${line} # beside\n  # below` : line))
      .join('\n')}`,
);

describe('a pull', () => {
  test(
    'of an app into a new file says all there is',
    async () => {
      await fc.assert(
        fc.asyncProperty(configuration, meddling, async (past, calls) => {
          const world = await anApp(past, calls);
          const { files } = await (await world.load('')).pull({ isNew: true, only: ONLY });
          const loaded = await world.load({ files });
          expect((await loaded.plan()).changes).toEqual([]);
          expect((await loaded.pull({ only: ONLY })).draft.files).toEqual([]);
          // On an app that nobody has touched, the file makes the same app.
          const twin = await aWorld();
          await twin.converge({ files }, ANYTHING);
          const copy = await (await twin.load('')).pull({ isNew: true, only: ONLY });
          expect(copy.files['chat.config.yaml']).toBe(files['chat.config.yaml']);
        }),
        settings(8),
      );
    },
    LIMIT,
  );

  test(
    'into files that say something else leaves a plan nothing to change',
    async () => {
      await fc.assert(
        fc.asyncProperty(configuration, meddling, configuration, layout, async (past, calls, next, laid) => {
          const world = await anApp(past, calls);
          const text = laid(next);
          const { files, draft } = await (await world.load({ files: { 'chat.config.yaml': text } })).pull();
          expect(draft.notes.filter((each) => each.code !== 'pull-gone')).toEqual([]);
          const gone = draft.notes.map((each) => each.subject);
          const loaded = await world.load({ files });
          const { changes } = await loaded.plan();
          expect(changes.filter((each) => !gone.includes(each.address))).toEqual([]);
          expect(changes.filter((each) => each.action !== 'create')).toEqual([]);
          expect((await loaded.pull()).draft.files).toEqual([]);
          // Comments stay, whatever happens around them.
          for (const comment of text.match(/# (?:first|one|above|beside|below)$/gm) ?? [])
            expect(files['chat.config.yaml']).toContain(comment);
        }),
        settings(15),
      );
    },
    LIMIT,
  );
});
