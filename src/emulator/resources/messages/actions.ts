/** What is done with a message besides reading and writing it: answering to a command, translating. */
import { anything, map, text } from '../../check.ts';
import { inputError, notAllowed } from '../../errors.ts';
import { bodyOf, type Call, objectOf, textOf } from '../../http/route.ts';
import { demandRight } from '../../permissions/demand.ts';
import type { ValueObject } from '../../values.ts';
import { callerId, demandActor } from '../channels/input.ts';
import { giphy } from './commands.ts';
import { living } from './existing.ts';
import { dropMessage } from './remove.ts';
import { arrive } from './send.ts';
import { messageView } from './view.ts';

/** The passing message of a command is sent, gets another picture, or goes away. */
export function runAction(call: Call): ValueObject {
  const { world, at } = call;
  const { row, channel } = living(call);
  const body = bodyOf(call, { form_data: map(text()), user: anything, user_id: text() }, ['form_data']);
  const actor = demandActor(call, body, '');
  demandRight(call, 'RunMessageAction', { channel, ownerId: row.user_id });
  if (row.type !== 'ephemeral') throw inputError(`message with id ${row.id} has no actions`);
  if (row.user_id !== actor) throw notAllowed('only the author can run the actions of a message');
  const action = textOf(objectOf(body, 'form_data') ?? {}, 'image_action');
  const title = row.text.replace(/^\/giphy\s*/, '');
  if (action === 'cancel') {
    dropMessage(world, row.id);
    return {};
  }
  if (action === 'shuffle') {
    const turn = Number(/\/(\d+)\/giphy\.gif/.exec(JSON.stringify(row.attachments))?.[1] ?? 0) + 1;
    const next = { ...row, attachments: [giphy(title, turn, true), ...row.attachments.slice(1)], updated_at: at };
    return { message: messageView(world, world.store.messages.put(row.id, next), { userId: actor }) };
  }
  if (action !== 'send') throw inputError('form_data.image_action must be one of [send shuffle cancel]');
  const attachments = row.attachments.map((item) =>
    typeof item === 'object' && item !== null && 'actions' in item ? { ...item, actions: [] } : item,
  );
  const type = row.parent_id === undefined ? ('regular' as const) : ('reply' as const);
  const next = world.store.messages.put(row.id, { ...row, type, attachments, created_at: at, updated_at: at });
  arrive(world, next);
  return { message: messageView(world, next, { userId: actor }) };
}

const LANGUAGES = `af sq am ar az bn bs bg zh zh-TW hr cs da fa-AF nl en et fi fr fr-CA ka de el ha he hi hu id it ja
  ko lv ms no fa ps pl pt ro ru sr sk sl so es es-MX sw sv tl ta th tr uk ur vi lt ht`.split(/\s+/);

/** Nothing is translated here: the text of each language is that of the message, which is taken to be English. */
export function translate(call: Call): ValueObject {
  const { world } = call;
  const { row } = living(call);
  const body = bodyOf(call, { language: text({ oneOf: LANGUAGES }) }, ['language']);
  if (world.assume('translation_of_plan') === 'b') throw inputError('translation is not enabled for this app');
  const language = textOf(body, 'language') ?? '';
  const i18n = { language: 'en', en_text: row.text, ...row.i18n, [`${language.replace('-', '_')}_text`]: row.text };
  const next = world.store.messages.put(row.id, { ...row, i18n });
  return { message: messageView(world, next, { userId: callerId(call) }) };
}
