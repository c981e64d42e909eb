/** Commands that work on the configuration alone: validate, diff, init, explain, fmt, completion. */
import { type Command, Option } from 'commander';
import { environments } from '../arguments.ts';
import { configOptions, lookOptions } from '../options.ts';
import type { End } from '../program.ts';
import type { World } from '../world.ts';

export function configurationCommands(program: Command, world: World, end: End): void {
  lookOptions(configOptions(program.command('validate')))
    .description('check the configuration, offline')
    .addOption(
      new Option('--format <format>', 'how to report problems').choices(['terminal', 'json', 'sarif', 'github']),
    )
    .action(async (flags) => end(await (await import('../validate.ts')).validate(world, flags)));

  lookOptions(program.command('diff'))
    .description('compare two environments of the configuration, offline')
    .option('--config <file>', 'configuration (default: chat.config.yaml here or in a folder above)')
    .requiredOption('--env <name>', 'twice: from this one, to that one; "" is the file without one', environments)
    .addOption(new Option('--format <format>', 'how to show it').choices(['terminal', 'json']))
    .option('--detailed-exitcode', 'exit with 2 if they differ')
    .action(async (flags) => end(await (await import('../diff.ts')).diff(world, flags)));

  program
    .command('init')
    .description('write a first configuration')
    .argument('[folder]', 'where (default: here)')
    .action(async (folder: string | undefined) => end(await (await import('../init.ts')).init(world, folder)));

  lookOptions(program.command('explain'))
    .description('describe a kind or a field: channel_type, channel_type.max_message_length')
    .argument('[name]')
    .action(async (name: string | undefined, flags) =>
      end(await (await import('../explain.ts')).explain(world, name, flags)),
    );

  program
    .command('fmt')
    .description('lay out the configuration and what it includes in one way')
    .argument('[files...]', 'only these')
    .option('--config <file>', 'configuration (default: chat.config.yaml here or in a folder above)')
    .option('--check', 'change nothing; exit with 1 if a file would change')
    .action(async (files: readonly string[], flags) => end(await (await import('../fmt.ts')).fmt(world, files, flags)));

  program
    .command('completion')
    .description('print a completion script for a shell')
    .argument('<shell>', 'bash, zsh or fish')
    .action(async (shell: string) => end(await (await import('../completion.ts')).completion(world, program, shell)));
}
