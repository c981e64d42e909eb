/** Commands that compare with the live app: plan, apply, show, drift, pull. */
import type { Command } from 'commander';
import { kindNames } from '../arguments.ts';
import { formatOption, lookOptions, planOptions, targetOptions } from '../options.ts';
import type { End } from '../program.ts';
import type { World } from '../world.ts';

export function planningCommands(program: Command, world: World, end: End): void {
  planOptions(targetOptions(program.command('plan')))
    .description('show what differs from the live app, without changing it')
    .option('--detailed-exitcode', 'exit with 2 if apply with the same options would write')
    .option('--out <file>', 'save the plan, for chat apply and chat show')
    .action(async (flags) => end(await (await import('../plan.ts')).plan(world, flags)));

  planOptions(targetOptions(program.command('apply')), formatOption(['terminal', 'json']))
    .description('plan, ask, and close the difference; or carry out a saved plan')
    .argument('[plan_file]', 'a plan that chat plan --out has saved')
    .option('--auto-approve', 'do not ask')
    .action(async (file: string | undefined, flags) => {
      if (file === undefined) return end(await (await import('../apply.ts')).apply(world, flags));
      end(await (await import('../apply-saved.ts')).applySaved(world, file, flags));
    });

  lookOptions(program.command('show'))
    .description('show a saved plan again')
    .argument('<plan_file>')
    .addOption(formatOption())
    .option('--calls', 'list each HTTP call')
    .action(async (file: string, flags) => end(await (await import('../show.ts')).show(world, file, flags)));

  targetOptions(program.command('drift'))
    .description('tell what moved in the live app (exit 2 if anything did)')
    .addOption(formatOption())
    .option('--base <ref>', 'what was managed: the configuration at this commit')
    .option('--notify <url>', 'post what moved to this webhook, as JSON')
    .action(async (flags) => end(await (await import('../drift.ts')).drift(world, flags)));

  targetOptions(program.command('pull'))
    .description('write the live app into the configuration')
    .option('--only <selectors>', 'only these: role,channel_type.livestream,user', kindNames)
    .option('--split', 'one file for each kind, under config/')
    .option('--out <file>', 'write here instead of into the configuration; - prints it')
    .option('--diff', 'show what would be written, and write nothing')
    .option('--force', 'overwrite files that are there and not part of the configuration')
    .action(async (flags) => end(await (await import('../pull.ts')).pull(world, flags)));
}
