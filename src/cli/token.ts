import { type Call, write } from '../core/call.ts';
import { visible } from '../render/text.ts';
import { approve } from './approval.ts';
import { failure } from './failure.ts';
import type { TargetFlags } from './flags.ts';
import { interruptible } from './interrupt.ts';
import { openSession } from './session.ts';
import type { World } from './world.ts';

export interface TokenFlags extends TargetFlags {
  /** Seconds. */
  readonly expires?: number;
  readonly iat?: true;
}

/** `chat token <user_id>`: prints a token for a client, and nothing else. */
export async function token(world: World, userId: string, flags: TokenFlags): Promise<number> {
  const session = await openSession(world, flags, 'plan');
  try {
    const { userToken } = await world.modules.api();
    const now = world.now();
    const text = await userToken(session.apiSecret, userId, {
      now,
      ...(flags.expires === undefined ? {} : { expiresIn: flags.expires }),
      ...(flags.iat ? { issuedAt: Math.floor(now / 1000) } : {}),
    });
    world.stdout.write(`${text}\n`);
    return 0;
  } finally {
    await session.close();
  }
}

export interface RevokeFlags extends TargetFlags {
  readonly all?: true;
  readonly undo?: true;
  readonly autoApprove?: true;
}

/** `chat token revoke`: the API refuses what was issued before now, to one user or to all. */
export async function revoke(world: World, userId: string | undefined, flags: RevokeFlags): Promise<number> {
  if ((userId === undefined) === (flags.all === undefined)) {
    throw failure('usage', 'Whose tokens?', 'Name one user, or pass --all for every user of the app.');
  }
  const session = await openSession(world, flags, 'apply');
  try {
    const before = flags.undo ? null : new Date(world.now()).toISOString();
    const whose = userId === undefined ? 'all users of the app' : `user ${visible(userId)}`;
    if (!flags.autoApprove) {
      const question = flags.undo
        ? `Accept the revoked tokens of ${whose} again?`
        : `Revoke the tokens of ${whose}? They are logged out.`;
      const answer = await approve(world, question, 'Nothing was changed.');
      if (answer !== undefined) return answer;
    }
    await interruptible(world, (signal) => session.transport.send(revocation(userId, before), { signal }));
    world.stdout.write(
      before === null
        ? `Undone: tokens of ${whose} are no longer refused for when they were issued.\n`
        : `Revoked: tokens of ${whose} that were issued before ${before} are refused.\n` +
            'So are tokens without a time of issue, old and new: make new ones with `chat token <user_id> --iat`.\n',
    );
    return 0;
  } finally {
    await session.close();
  }
}

function revocation(userId: string | undefined, before: string | null): Call {
  const set = { revoke_tokens_issued_before: before };
  if (userId === undefined) return write('UpdateApp', 'PATCH', '/api/v2/app', set, 'free');
  return write('UpdateUsersPartial', 'PATCH', '/api/v2/users', { users: [{ id: userId, set }] }, 'free');
}
