/** Every impact code with its summary: stable, short, and without text of users. docs/impact.md tells what triggers each. */
import type { ImpactClass } from '../core/plan.ts';

export const IMPACTS = {
  CB01: 'A role loses permissions',
  CB02: 'Permissions are defined anew',
  CB03: 'A feature is switched off',
  CB04: 'Messages have to be shorter',
  CB05: 'A limit is lowered',
  CB06: 'A slash command goes away',
  CB07: 'Uploads are refused that were accepted',
  CB08: 'Messages are refused that were accepted',
  CB09: 'Names are refused that were accepted',
  CB10: 'Guest users can no longer be created',
  CB11: 'A channel is closed',
  CB12: 'Members have to wait longer between messages',
  CB13: 'Members are removed',
  CB14: 'A user or member loses a role or a team',
  CB15: 'Custom data goes away',
  CB16: 'Queries no longer find it',
  CB17: 'Fewer push notifications are sent',
  CB18: 'Channels are split',
  CB19: 'Something goes away that clients may name',
  CB20: 'Permissions are enforced that were not',
  CB21: 'Teams are kept apart that were not',
  CB22: 'Fewer reasons to flag are accepted',
  CB23: 'Messages wait to be committed',
  DL01: 'A user is erased with its messages and conversations',
  DL02: 'A user is deleted',
  DL03: 'A channel is deleted with its messages',
  DL04: 'Messages are kept for a shorter time',
  DL05: 'Partitions of channels live shorter',
  DL06: 'A block list is deleted and made anew',
  SE01: 'Tokens are no longer checked',
  SE02: 'Permissions are no longer checked',
  SE03: 'Guests or anonymous users get permissions',
  SE04: 'A permission allows more',
  SE05: 'Someone gets a powerful role',
  SE06: 'Uploads are accepted that were refused',
  SE07: 'Names are less unique',
  SE08: 'Guest users can be created',
  SE09: 'Moderation is weakened',
  SE10: 'Teams are no longer kept apart',
  SE11: 'Refused tokens work again',
  SE12: 'An audit log is switched off',
  SE13: 'A deactivated user gets in again',
  SE14: 'A user shows more of what it does',
  AU01: 'Tokens are refused that were accepted',
  AU02: 'Tokens are checked that were not',
  AU03: 'A user is locked out',
  EV01: 'Events are no longer sent',
  EV02: 'Events go elsewhere',
  EV03: 'Fewer events are sent',
  EV04: 'Events arrive in another form',
  EV05: 'Servers get less time to answer',
  OW01: 'Multi-tenancy is switched on',
  OW02: 'The permission system changes its version',
} as const satisfies Readonly<Record<`${ImpactClass}${number}`, string>>;

export type Code = keyof typeof IMPACTS;

/** In the order in which they are told. */
export const CLASSES: readonly ImpactClass[] = ['CB', 'DL', 'SE', 'AU', 'EV', 'OW'];

export function classOf(code: Code): ImpactClass {
  return code.slice(0, 2) as ImpactClass;
}
