import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { visible } from '../render/text.ts';
import { failure } from './failure.ts';
import { lookOf, type World } from './world.ts';

const ROOT = 'chat.config.yaml';
/** State of the emulator, and nothing else that belongs to a repository. */
const IGNORED = '.chat/';

/** `chat init`: writes a first configuration that can be planned as it stands. Overwrites nothing, asks nothing. */
export async function init(world: World, folder: string | undefined): Promise<number> {
  const { firstConfiguration } = await world.modules.config();
  const look = lookOf(world, world.stdout, {});
  const at = resolve(world.cwd, folder ?? '.');
  const file = join(at, ROOT);
  if (existsSync(file)) {
    const detail = `${look.relative(file)} is there already, and init overwrites nothing. Go on with it, or name another folder.`;
    throw failure('file-exists', 'A file is in the way', detail);
  }
  const text = firstConfiguration();
  try {
    mkdirSync(at, { recursive: true });
    writeFileSync(file, text, { flag: 'wx' });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw failure('not-writable', 'A file cannot be written', `${look.relative(file)}: ${reason}.`);
  }
  const ignore = ignoreState(join(at, '.gitignore'));
  world.stdout.write(
    `${told(look.relative(file), ignore === undefined ? undefined : look.relative(ignore), folder)}\n`,
  );
  return 0;
}

/** The file that was written, if it had to be. */
function ignoreState(file: string): string | undefined {
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (before.split(/\r?\n/).some((line) => /^\/?\.chat\/?$/.test(line.trim()))) return undefined;
  const gap = before === '' || before.endsWith('\n') ? '' : '\n';
  writeFileSync(file, `${before}${gap}${IGNORED}\n`);
  return file;
}

function told(file: string, ignore: string | undefined, folder: string | undefined): string {
  const change = folder === undefined ? [] : [`  cd ${visible(folder)}`];
  return [
    `Wrote ${visible(file)}${ignore === undefined ? '' : `, and ${IGNORED} into ${visible(ignore)}`}.`,
    '',
    'Try it, with no account and no network:',
    ...change,
    '  chat validate',
    '  chat plan --emulator',
    '  chat apply --emulator',
    '',
    'For an app of your own:',
    '  export STREAM_API_KEY=… STREAM_API_SECRET=…',
    '  chat pull        write what the app has now into the configuration',
    '  chat plan        show what differs',
  ].join('\n');
}
