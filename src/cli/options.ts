/** Options that several commands share. */
import { type Command, Option } from 'commander';
import { atLeast, duration, fieldAddresses, impactCodes, rateLimits, selectors, share } from './arguments.ts';

const EMULATOR = 'Emulator options:';

export function formatOption(formats: readonly string[] = ['terminal', 'markdown', 'json', 'html']): Option {
  return new Option('--format <format>', 'how to show it').choices(formats);
}

export function configOptions(command: Command): Command {
  return command
    .option('--config <file>', 'configuration (default: chat.config.yaml here or in a folder above)')
    .option('--env <name>', 'apply this environment of the configuration over it')
    .option('--strict', 'treat references to what is not declared as errors');
}

export function lookOptions(command: Command): Command {
  return command.option('--width <columns>', 'width of the output', atLeast(40)).option('--no-color', 'no colour');
}

export function targetOptions(command: Command): Command {
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

export function planOptions(command: Command, format = formatOption()): Command {
  return command
    .addOption(format)
    .option('--calls', 'list each HTTP call')
    .option('--target <selector...>', 'only these: role, user.alice, channel.livestream:*', selectors)
    .option('--exclude <selector...>', 'all but these', selectors)
    .option('--allow-delete', 'carry out deletions and replacements')
    .option('--allow-mass-change', 'allow to remove more than 30 % of what is managed of a kind')
    .option('--fail-on <codes>', 'stop at these impacts: CB,DL or CB01 (exit 3)', impactCodes)
    .option('--base <ref>', 'compare with what was managed at this commit, too')
    .option('--send <field...>', 'send a field that cannot be compared: app.apn_config.auth_key', fieldAddresses)
    .option('--lag-deadline <duration>', 'how long to wait for a write to show (default: 15s)', duration);
}
