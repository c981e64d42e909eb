/** The commands and their options. Each command's code is loaded when it runs. */
import { Command } from 'commander';
import { configurationCommands } from './commands/configuration.ts';
import { emulatorCommand } from './commands/emulator.ts';
import { permissionCommands } from './commands/permissions.ts';
import { planningCommands } from './commands/planning.ts';
import { tokenCommands } from './commands/tokens.ts';
import { version } from './version.ts';
import type { World } from './world.ts';

const EXIT_CODES = `
Exit codes: 0 done, or nothing to do · 1 error · 2 changes present (plan or diff --detailed-exitcode, drift)
            3 blocked by policy or guard · 4 stale plan · 5 partly applied · 7 invalid configuration
            130 interrupted`;

const EXAMPLES = `
Examples:
  chat validate                 check the configuration, offline
  chat plan                     show what differs from the app
  chat apply                    close the difference, after asking
  chat plan --emulator          try it without an app
  chat token alice --expires 1h make a token for a client`;

/** What a command does with the exit code of what it ran. */
export type End = (code: number) => void;

type Build = (program: Command, world: World, end: End) => void;

/** Commands by the file that describes them. `completion` is in none: it speaks about all of them. */
const GROUPS: readonly { readonly commands: readonly string[]; readonly build: Build }[] = [
  { commands: ['plan', 'apply', 'show', 'drift', 'pull'], build: planningCommands },
  { commands: ['validate', 'diff', 'init', 'explain', 'fmt'], build: configurationCommands },
  { commands: ['can', 'test'], build: permissionCommands },
  { commands: ['token'], build: tokenCommands },
  { commands: ['emulator'], build: emulatorCommand },
];

/** Builds the program, as far as the command line needs it; `end` gets the exit code of the command that ran. */
export function createProgram(world: World, end: End): Command {
  const program = new Command('chat')
    .description(
      'Keeps a Stream Chat app as code: plan what differs from the live app, apply the fewest calls that close it.',
    )
    .version(version(), '-V, --version')
    .showSuggestionAfterError()
    .enablePositionalOptions()
    .configureOutput({
      writeOut: (text) => world.stdout.write(text),
      writeErr: (text) => world.stderr.write(text),
      getOutHelpWidth: () => world.stdout.columns ?? 100,
      getErrHelpWidth: () => world.stderr.columns ?? 100,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .exitOverride()
    .addHelpText('after', `${EXAMPLES}\n${EXIT_CODES}`);
  for (const build of buildersFor(world.argv)) build(program, world, end);
  return program;
}

/** Making the options of all commands takes a part of a start that can be measured: where a group is named, the others are left out. */
function buildersFor([word = '']: readonly string[]): readonly Build[] {
  const named = GROUPS.find(({ commands }) => commands.includes(word));
  return named === undefined ? GROUPS.map(({ build }) => build) : [named.build];
}
