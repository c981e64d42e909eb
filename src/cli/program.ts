/** The commands and their options. Each command's code is loaded when it runs. */
import { Command, Option } from 'commander';
import {
  assumption,
  atLeast,
  duration,
  fieldAddresses,
  odds,
  port,
  probability,
  rateLimits,
  selectors,
  share,
} from './arguments.ts';
import { version } from './version.ts';
import type { World } from './world.ts';

const EXIT_CODES = `
Exit codes: 0 done, or nothing to do · 1 error · 2 changes present (plan --detailed-exitcode) · 3 blocked by a guard
            4 stale plan · 5 partly applied · 7 invalid configuration · 130 interrupted`;

const EXAMPLES = `
Examples:
  chat validate                 check the configuration, offline
  chat plan                     show what differs from the app
  chat apply                    close the difference, after asking
  chat plan --emulator          try it without an app
  chat token alice --expires 1h make a token for a client`;

const CHAOS = `
Kinds of chaos, for --chaos-odds dropped-after=0.05,rate-limited=0.1:
  nonbreaking  endpoints, fields, values, order, lists, headers, lengths, texts
  faults       dropped-before, dropped-after, rate-limited, rate-limited-bare, rate-limited-by-edge, internal-error,
               bad-gateway-before, bad-gateway-after, slow-body, truncated-body`;

const EMULATOR = 'Emulator options:';

/** Builds the program; `end` gets the exit code of the command that ran. */
export function createProgram(world: World, end: (code: number) => void): Command {
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

  planOptions(targetOptions(program.command('plan')))
    .description('show what differs from the live app, without changing it')
    .option('--detailed-exitcode', 'exit with 2 if apply with the same options would write')
    .action(async (flags) => end(await (await import('./plan.ts')).plan(world, flags)));

  planOptions(targetOptions(program.command('apply')))
    .description('plan, ask, and close the difference')
    .option('--auto-approve', 'do not ask')
    .action(async (flags) => end(await (await import('./apply.ts')).apply(world, flags)));

  lookOptions(configOptions(program.command('validate')))
    .description('check the configuration, offline')
    .action(async (flags) => end(await (await import('./validate.ts')).validate(world, flags)));

  const token = targetOptions(program.command('token'))
    .enablePositionalOptions()
    .helpCommand(false)
    .description('print a token for a user, or revoke tokens')
    .argument('[user_id]')
    .option('--expires <duration>', 'how long it is valid: 30m, 24h, 7d (default: for ever)', duration)
    .option('--iat', 'put the time of issue in: needed once tokens were revoked')
    .action(async (userId: string | undefined, flags) => {
      if (userId === undefined) return token.help({ error: true });
      end(await (await import('./token.ts')).token(world, userId, flags));
    });

  targetOptions(token.command('revoke'))
    .description('refuse tokens that were issued before now')
    .argument('[user_id]')
    .option('--all', 'of every user of the app')
    .option('--undo', 'accept them again')
    .option('--auto-approve', 'do not ask')
    .action(async (userId: string | undefined, flags) =>
      end(await (await import('./token.ts')).revoke(world, userId, flags)),
    );

  program
    .command('emulator')
    .description('serve the API from this machine, until stopped')
    .option('--port <number>', 'port to listen on; 0 takes a free one (default: 8790)', port)
    .option('--host <address>', 'address to listen on (default: 127.0.0.1)')
    .option('--api-key <key>', 'key to accept (default: made up and printed)')
    .option('--api-secret <secret>', 'secret to accept (default: made up and printed)')
    .option('--data <file>', 'keep the state in a file')
    .option('--latency <ms>', 'answer after this time', atLeast(0))
    .option('--read-lag <ms>', 'show writes of configuration after this time', atLeast(0))
    .option('--rate-limits <limits>', 'default, off, or a factor', rateLimits)
    .option('--seed <number>', 'make ids that can be repeated', atLeast(0))
    .option('--log', 'write a line for each request to stderr')
    .option('--assume <name=a|b>', 'answer an open question of the API so; may be repeated', assumption)
    .addOption(
      new Option('--chaos <profile>', 'change answers as the API may, or break requests').choices([
        'nonbreaking',
        'faults',
      ]),
    )
    .option('--chaos-probability <number>', 'of each kind of change, or of any fault (default: 1, 0.2)', probability)
    .option('--chaos-odds <kind=number,...>', 'only these kinds, each with its probability; may be repeated', odds)
    .option('--chaos-seed <number>', 'make chaos that can be repeated (default: that of --seed)', atLeast(0))
    .addHelpText('after', CHAOS)
    .action(async (flags) => end(await (await import('./emulator.ts')).emulator(world, flags)));

  return program;
}

function configOptions(command: Command): Command {
  return command
    .option('--config <file>', 'configuration (default: chat.config.yaml here or in a folder above)')
    .option('--env <name>', 'apply this environment of the configuration over it')
    .option('--strict', 'treat references to what is not declared as errors');
}

function lookOptions(command: Command): Command {
  return command.option('--width <columns>', 'width of the output', atLeast(40)).option('--no-color', 'no colour');
}

function targetOptions(command: Command): Command {
  return lookOptions(configOptions(command))
    .option('--max-share <share>', 'share of the rate limits to use at most (default: 0.8)', share)
    .option('--concurrency <number>', 'calls under way at the same time (default: 10)', atLeast(1))
    .option('--debug', 'write a line for each call to stderr')
    .addOption(
      new Option('--emulator', 'use an emulator in this process; its state is in .chat/emulator.json').helpGroup(
        EMULATOR,
      ),
    )
    .addOption(
      new Option('--emulator-latency <ms>', 'it answers after this time').helpGroup(EMULATOR).argParser(atLeast(0)),
    )
    .addOption(
      new Option('--emulator-read-lag <ms>', 'it shows writes of configuration after this time')
        .helpGroup(EMULATOR)
        .argParser(atLeast(0)),
    )
    .addOption(
      new Option('--emulator-rate-limits <limits>', 'default, off, or a factor')
        .helpGroup(EMULATOR)
        .argParser(rateLimits),
    )
    .addOption(
      new Option('--emulator-seed <number>', 'it makes ids that can be repeated')
        .helpGroup(EMULATOR)
        .argParser(atLeast(0)),
    );
}

function planOptions(command: Command): Command {
  return command
    .addOption(new Option('--format <format>', 'how to show it').choices(['terminal', 'json']))
    .option('--calls', 'list each HTTP call')
    .option('--target <selector...>', 'only these: role, user.alice, channel.livestream:*', selectors)
    .option('--exclude <selector...>', 'all but these', selectors)
    .option('--allow-delete', 'carry out deletions and replacements')
    .option('--allow-mass-change', 'allow to remove more than 30 % of what is managed of a kind')
    .option('--send <field...>', 'send a field that cannot be compared: app.apn_config.auth_key', fieldAddresses)
    .option('--lag-deadline <duration>', 'how long to wait for a write to show (default: 15s)', duration);
}
