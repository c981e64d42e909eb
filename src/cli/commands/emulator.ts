/** The command that serves the emulator. */
import { type Command, Option } from 'commander';
import { assumption, atLeast, odds, port, probability, rateLimits } from '../arguments.ts';
import type { End } from '../program.ts';
import type { World } from '../world.ts';

const CHAOS = `
Kinds of chaos, for --chaos-odds dropped-after=0.05,rate-limited=0.1:
  nonbreaking  endpoints, fields, values, order, lists, headers, lengths, texts
  faults       dropped-before, dropped-after, rate-limited, rate-limited-bare, rate-limited-by-edge, internal-error,
               bad-gateway-before, bad-gateway-after, slow-body, truncated-body`;

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
    .action(async (flags) => end(await (await import('../emulator.ts')).emulator(world, flags)));
}
