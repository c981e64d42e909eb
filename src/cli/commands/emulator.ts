/** The command that serves the emulator. */
import { type Command, Option } from 'commander';
import { assumption, atLeast, port, rateLimits, share } from '../arguments.ts';
import type { End } from '../program.ts';
import type { World } from '../world.ts';

export function emulatorCommand(program: Command, world: World, end: End): void {
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
    .addOption(new Option('--chaos <profile>', 'disturb answers').choices(['nonbreaking', 'faults']))
    .option('--chaos-probability <share>', 'how many answers it disturbs, 0 to 1', share)
    .option('--chaos-seed <number>', 'makes the disturbances repeatable', atLeast(0))
    .action(async (flags) => end(await (await import('../emulator.ts')).emulator(world, flags)));
}
