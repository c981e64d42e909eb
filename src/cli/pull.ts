import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Desired, Draft, Writer } from '../config/index.ts';
import { parseSelector, type Selector } from '../core/address.ts';
import type { Kind } from '../core/kind.ts';
import { nearest } from '../core/nearest.ts';
import { sha256 } from '../reconcile/hash.ts';
import { renderDiagnostics } from '../render/diagnostics.ts';
import { type PullView, renderFileDiff, renderPull } from '../render/pull.ts';
import { failure } from './failure.ts';
import type { PullFlags } from './flags.ts';
import { interruptible } from './interrupt.ts';
import { createProgress } from './progress.ts';
import { openSession, type Session } from './session.ts';
import { lookOf, type World } from './world.ts';

const ROOT = 'chat.config.yaml';
const STDOUT = '-';

/** `chat pull`: writes what is live into the configuration, so that a plan finds nothing. */
export async function pull(world: World, flags: PullFlags): Promise<number> {
  const { kinds } = await world.modules.kinds();
  const only = selectorsOf(flags.only ?? [], kinds);
  const start = await startOf(world, flags);
  const session = await openSession(world, flags, 'plan', start.known === undefined ? {} : { known: start.known });
  let writer: Writer | undefined;
  try {
    const draft = await interruptible(world, async (signal) => {
      const made = await read(world, flags, session, start, only, signal, (each) => {
        writer = each;
      });
      signal.throwIfAborted();
      return made;
    });
    return report(world, flags, draft, session);
  } catch (error) {
    throw notWritable(error, world, flags) ?? error;
  } finally {
    writer?.discard();
    await session.close();
  }
}

interface Start {
  /** Where the configuration is, or will be. */
  readonly file: string;
  /** A new file is made: nothing counts as declared. */
  readonly isNew: boolean;
  /** There is no configuration. */
  readonly known?: Desired;
}

async function startOf(world: World, flags: PullFlags): Promise<Start> {
  const { findConfiguration, emptyDesired, targetFromEnvironment } = await world.modules.config();
  const found = flags.config === undefined ? findConfiguration(world.cwd) : resolve(world.cwd, flags.config);
  const isElsewhere = flags.out !== undefined;
  const file = flags.out !== undefined && flags.out !== STDOUT ? resolve(world.cwd, flags.out) : join(world.cwd, ROOT);
  if (isElsewhere && flags.out !== STDOUT && existsSync(file) && !flags.force && !flags.diff)
    throw failure(
      'file-exists',
      'A file is in the way',
      `${flags.out} is there already. Name another file, or add --force.`,
    );
  if (found !== undefined) return isElsewhere ? { file, isNew: true } : { file: found, isNew: false };
  if (flags.env !== undefined)
    throw failure(
      'no-configuration',
      'No configuration found',
      'There is no chat.config.yaml whose environment could be chosen. Leave --env out.',
    );
  const target = targetFromEnvironment(world.env);
  if (!flags.emulator && (target.apiKey === undefined || target.apiSecret === undefined)) {
    const detail =
      'There is no chat.config.yaml here, so the variables STREAM_API_KEY and STREAM_API_SECRET have to tell which app to pull. To try it without an app, add --emulator.';
    throw failure('no-credentials', 'Nothing says how to reach the app', detail);
  }
  return { file, isNew: true, known: emptyDesired(file, target, sha256) };
}

async function read(
  world: World,
  flags: PullFlags,
  session: Session,
  start: Start,
  only: readonly Selector[],
  signal: AbortSignal,
  opened: (writer: Writer) => void,
): Promise<Draft> {
  const [{ emptyDesired, openForPull }, { pullLive }, { kinds }] = await Promise.all([
    world.modules.config(),
    world.modules.reconcile(),
    world.modules.kinds(),
  ]);
  const { target, policy, env } = session.desired;
  const desired = start.isNew ? emptyDesired(start.file, target, sha256, policy) : session.desired;
  const progress = createProgress(world, lookOf(world, world.stderr, flags));
  const open = async (appId: number | undefined) => {
    const writer = await openForPull({
      file: start.file,
      ...(start.isNew ? {} : { env }),
      environ: world.env,
      kinds,
      split: flags.split ?? false,
      rosters: flags.out !== STDOUT,
      force: flags.force ?? false,
      ...(start.isNew ? { head: headOf(flags, target.baseUrl, appId) } : {}),
    });
    opened(writer);
    return writer;
  };
  try {
    let writer: Writer | undefined;
    const options = { only, signal, onProgress: (each: { kind: string; done: number }) => progress.reading(each) };
    for await (const each of pullLive({ ...session.context, desired }, options)) {
      if (each.type === 'app') writer = await open(each.appId);
      else if (each.type === 'corrected') writer?.correct(each);
      else if (each.type === 'new') writer?.add(each);
      else writer?.gone(each.kind, each.id);
    }
    return (writer ?? (await open(undefined))).finish();
  } finally {
    progress.clear();
  }
}

/** The emulator brings its own address and stands in for any app, so a file must not name it. */
function headOf(flags: PullFlags, baseUrl: string, appId: number | undefined) {
  return flags.emulator ? {} : { baseUrl, appId };
}

function report(world: World, flags: PullFlags, draft: Draft, { desired, apiSecret }: Session): number {
  const isPrinted = flags.out === STDOUT;
  const look = lookOf(world, isPrinted ? world.stderr : world.stdout, flags);
  const secrets = [...desired.secrets.values(), apiSecret];
  if (isPrinted) for (const { after } of draft.files) world.stdout.write(after);
  else if (flags.diff)
    for (const { file, before, after } of draft.files)
      world.stdout.write(renderFileDiff(look.relative(file), before, after, { ...look, secrets }));
  else draft.save();
  const view: PullView = {
    files: draft.files.map(({ file, before }) => ({
      name: isPrinted ? 'to standard output' : look.relative(file),
      isNew: before === undefined,
    })),
    rosters: draft.rosters.map((each) => ({ ...each, name: look.relative(each.file) })),
    written: draft.written,
    variables: draft.variables,
    isPreview: flags.diff ?? false,
  };
  const told = isPrinted ? world.stderr : world.stdout;
  told.write(`${flags.diff && draft.files.length > 0 ? '\n' : ''}${renderPull(view, look)}`);
  world.stderr.write(renderDiagnostics(draft.notes, lookOf(world, world.stderr, flags)));
  return 0;
}

/** What the file system refuses is no bug. */
function notWritable(error: unknown, world: World, flags: PullFlags) {
  if (!(error instanceof Error && 'syscall' in error && 'path' in error && typeof error.path === 'string'))
    return undefined;
  const name = lookOf(world, world.stderr, flags).relative(error.path);
  return failure('not-writable', 'A file cannot be written', `${name}: ${error.message} Nothing was changed.`);
}

function selectorsOf(texts: readonly string[], kinds: readonly Kind[]): readonly Selector[] {
  return texts.map((text) => {
    const selector = parseSelector(text);
    const name = /^\w*/.exec(text)?.[0] ?? '';
    if (selector !== undefined && kinds.some((kind) => kind.name === name)) return selector;
    const near =
      kinds.find((kind) => kind.collection === name)?.name ??
      nearest(
        name,
        kinds.map((kind) => kind.name),
      );
    const hint =
      near === undefined ? `Kinds are ${kinds.map((kind) => kind.name).join(', ')}.` : `Did you mean ${near}?`;
    throw failure(
      'usage',
      'Not a kind and not an address',
      `--only takes kinds and addresses, such as role or user.alice, and ${JSON.stringify(text)} is neither. ${hint}`,
    );
  });
}
