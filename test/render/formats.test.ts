import { expect, test } from 'vitest';
import { renderPlan } from '../../src/render/formats.ts';
import { renderPlanJson } from '../../src/render/json.ts';
import { renderTerminal } from '../../src/render/terminal.ts';
import { viewPlan } from '../../src/render/view.ts';
import { aRichPlan } from './plans.ts';

test('one way to all formats, with files named as the reader knows them', async () => {
  const view = viewPlan(aRichPlan());
  const options = { color: false, width: 100, calls: true, relative: (file: string) => file.replace('/repo/', '') };
  expect(await renderPlan(view, 'terminal', options)).toBe(renderTerminal(view, options));
  const json = await renderPlan(view, 'json', options);
  expect(json).toBe(renderPlanJson(view, options));
  expect(JSON.parse(json).diagnostics[0].source.file).toBe('chat.config.yaml');
});
