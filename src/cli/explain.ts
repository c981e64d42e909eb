import { renderTopic } from '../render/topic.ts';
import { failure } from './failure.ts';
import { type LookFlags, lookOf, type World } from './world.ts';

/** `chat explain`: what a kind or a field is, from the schemas. */
export async function explain(world: World, name: string | undefined, flags: LookFlags): Promise<number> {
  const [{ topicNames, topicOf, writeYaml }, { kinds }] = await Promise.all([
    world.modules.config(),
    world.modules.kinds(),
  ]);
  if (name === undefined) {
    world.stdout.write(`${topicNames(kinds).join('\n')}\n`);
    return 0;
  }
  const topic = topicOf(name, kinds);
  if ('part' in topic) {
    const { part, known, near } = topic;
    const hint = near === undefined ? '' : ` Did you mean \`${near}\`?`;
    const list = known.length === 0 ? ' It has no fields.' : ` There are ${known.join(', ')}.`;
    throw failure('unknown-topic', 'Nothing to explain', `There is no \`${part}\`.${hint === '' ? list : hint}`);
  }
  const { color, width } = lookOf(world, world.stdout, flags);
  world.stdout.write(renderTopic(topic, { color, width, write: writeYaml }));
  return 0;
}
