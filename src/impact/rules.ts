/** All rules. What no rule is about stands in without.ts, with the reason. */
import type { Rule } from './rule.ts';
import { appRules } from './rules/app.ts';
import { channelRules } from './rules/channel.ts';
import { channelTypeRules } from './rules/channel-type.ts';
import { grantRules } from './rules/grants.ts';
import { hookRules } from './rules/hooks.ts';
import { restRules } from './rules/rest.ts';
import { userRules } from './rules/user.ts';

export const RULES: readonly Rule[] = [
  ...grantRules,
  ...appRules,
  ...hookRules,
  ...channelTypeRules,
  ...channelRules,
  ...userRules,
  ...restRules,
];
