/** Content that is checked on request. Of all that moderates, block lists alone are known here; whatever else a
 * configuration has finds nothing. */
import { isArray, isObject, type Json, type JsonObject } from '../../../../core/json.ts';
import { anything, bool, instant, list, map, record, text } from '../../../check.ts';
import { bodyOf, type Call, flagOf, objectOf, objectsOf, textOf, textsOf } from '../../../http/route.ts';
import { BUILT_IN_BLOCKLIST } from '../../../seed.ts';
import type { ValueObject } from '../../../values.ts';
import { lagged } from '../../../world.ts';
import { blocklistKey } from '../../blocklists.ts';
import { isListed } from '../../messages/moderation.ts';
import { ACTOR } from '../../users/actor.ts';
import { putFlag, putReview, reportFinding } from '../flagged.ts';
import { itemView } from './view.ts';

const PAYLOAD = record({ texts: list(text()), images: list(text()), videos: list(text()), custom: anything });
const ENTITY = {
  ...ACTOR,
  entity_type: text(),
  entity_id: text(),
  entity_creator_id: text(),
  moderation_payload: PAYLOAD,
};

/** Profiles are checked by rules that every app has. */
const PROFILE = 'user_profile:default';

/** Nothing found is `keep`; a trial leaves nothing in the queue. */
export function check(call: Call): ValueObject {
  const { world } = call;
  const shape = { config_key: text(), config_team: text(), config: map(), options: map(), test_mode: bool };
  const body = bodyOf(call, { ...ENTITY, ...shape, content_published_at: instant }, [
    'entity_type',
    'entity_id',
    'entity_creator_id',
  ]);
  const payload = objectOf(body, 'moderation_payload') ?? {};
  const action = actionFor(call, rulesFor(call, body), textsOf(payload, 'texts'));
  const answer = { status: 'complete', recommended_action: action };
  if (action === 'keep' || flagOf(body, 'test_mode') === true) return answer;
  const type = textOf(body, 'entity_type') ?? '';
  const id = textOf(body, 'entity_id') ?? '';
  const creator = textOf(body, 'entity_creator_id');
  const configKey = textOf(body, 'config_key');
  const review = reportFinding(call, type, id, { creator, payload, configKey, recommended: action });
  return { ...answer, item: itemView(world, review) };
}

/** Findings of the customer's own checks, put into the queue as they are. */
export function customCheck(call: Call): ValueObject {
  const { world } = call;
  const finding = record({ type: text(), reason: text(), labels: list(text()), custom: anything });
  const body = bodyOf(call, { ...ENTITY, flags: list(finding) }, ['entity_type', 'entity_id', 'flags']);
  const type = textOf(body, 'entity_type') ?? '';
  const id = textOf(body, 'entity_id') ?? '';
  const creator = textOf(body, 'entity_creator_id') || undefined;
  const review = putReview(call, { type, id, creator, payload: objectOf(body, 'moderation_payload') });
  for (const flag of objectsOf(body, 'flags')) {
    putFlag(call, review, {
      entity_type: type,
      entity_id: id,
      user_id: textOf(body, 'user_id') ?? '',
      reason: textOf(flag, 'reason') ?? '',
      custom: objectOf(flag, 'custom') ?? {},
      older: false,
      type: textOf(flag, 'type') || 'custom',
      labels: textsOf(flag, 'labels'),
    });
  }
  return { id: review.id, status: 'complete', item: itemView(world, review) };
}

function rulesFor({ world }: Call, body: JsonObject): readonly JsonObject[] {
  const key = textOf(body, 'config_key') ?? '';
  if (key === PROFILE) return [{ name: BUILT_IN_BLOCKLIST, action: 'remove' }];
  const rows = lagged(world, world.store.moderationConfigs);
  const sections = rows.get(`${textOf(body, 'config_team') ?? ''} ${key}`)?.sections ?? {};
  const lists: Json | undefined = (objectOf(body, 'config') ?? sections)['block_list_config'];
  if (!isObject(lists) || lists['enabled'] === false) return [];
  const rules = lists['rules'];
  return isArray(rules) ? rules.filter(isObject) : [];
}

const GRAVITY = ['keep', 'flag', 'shadow', 'bounce_flag', 'bounce', 'bounce_remove', 'remove'];

function actionFor({ world }: Call, rules: readonly JsonObject[], texts: readonly string[]): string {
  const lists = lagged(world, world.store.blocklists);
  let worst = 'keep';
  for (const rule of rules) {
    const row = lists.get(blocklistKey(textOf(rule, 'name') ?? '', ''));
    if (row === undefined || !texts.some((content) => isListed(row, content))) continue;
    const action = textOf(rule, 'action') || 'flag';
    if (GRAVITY.indexOf(action) > GRAVITY.indexOf(worst)) worst = action;
  }
  return worst;
}
