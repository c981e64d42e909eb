/** Commands about user tokens: token, token revoke. */
import type { Command } from 'commander';
import { duration } from '../arguments.ts';
import { targetOptions } from '../options.ts';
import type { End } from '../program.ts';
import type { World } from '../world.ts';

export function tokenCommands(program: Command, world: World, end: End): void {
  const token = targetOptions(program.command('token'))
    .enablePositionalOptions()
    .helpCommand(false)
    .description('print a token for a user, or revoke tokens')
    .argument('[user_id]')
    .option('--expires <duration>', 'how long it is valid: 30m, 24h, 7d (default: for ever)', duration)
    .option('--iat', 'put the time of issue in: needed once tokens were revoked')
    .action(async (userId: string | undefined, flags) => {
      if (userId === undefined) return token.help({ error: true });
      end(await (await import('../token.ts')).token(world, userId, flags));
    });

  targetOptions(token.command('revoke'))
    .description('refuse tokens that were issued before now')
    .argument('[user_id]')
    .option('--all', 'of every user of the app')
    .option('--undo', 'accept them again')
    .option('--auto-approve', 'do not ask')
    .action(async (userId: string | undefined, flags) =>
      end(await (await import('../token.ts')).revoke(world, userId, flags)),
    );
}
