/** Commands that answer what a role may do: can, test. */
import { type Command, Option } from 'commander';
import { configOptions, lookOptions, targetOptions } from '../options.ts';
import type { End } from '../program.ts';
import type { World } from '../world.ts';

export function permissionCommands(program: Command, world: World, end: End): void {
  targetOptions(program.command('can'))
    .description('tell whether a role has a permission once the plan is applied, and what grants it')
    .argument('<role>')
    .argument('<permission>')
    .option('--in <channel_type>', 'in channels of this type (default: in the app)')
    .option('--own', "to what is the user's own, not to everybody's")
    .option('--offline', 'answer from the configuration alone')
    .addOption(new Option('--format <format>', 'how to show it').choices(['terminal', 'json']))
    .action(async (role: string, permission: string, flags) =>
      end(await (await import('../can.ts')).can(world, role, permission, flags)),
    );

  lookOptions(configOptions(program.command('test')))
    .description('run the tests of the configuration, offline')
    .addOption(new Option('--format <format>', 'how to show it').choices(['terminal', 'json', 'junit']))
    .action(async (flags) => end(await (await import('../test.ts')).test(world, flags)));
}
