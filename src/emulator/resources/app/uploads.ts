/** What may be uploaded. An allowed and a blocked list of the same sort exclude each other. */
import { isObject, type JsonObject } from '../../../core/json.ts';
import { int, list, record, type Shape, text } from '../../check.ts';
import { EMPTY_UPLOAD_CONFIG } from '../../defaults/app.ts';
import { inputError } from '../../errors.ts';
import { numberOf, textsOf } from '../../http/route.ts';
import type { AppRow } from '../../store/rows/settings.ts';
import type { World } from '../../world.ts';

const LISTS = [
  'allowed_file_extensions',
  'blocked_file_extensions',
  'allowed_mime_types',
  'blocked_mime_types',
] as const;

const config = record({
  size_limit: int({ min: 0, max: 104_857_600 }),
  ...Object.fromEntries(LISTS.map((name) => [name, list(text())])),
});

export const UPLOAD_FIELDS: Shape = { file_upload_config: config, image_upload_config: config };

export function writeUploads(world: World, row: AppRow, body: JsonObject): AppRow {
  const settings = { ...row.settings };
  for (const key of Object.keys(UPLOAD_FIELDS)) {
    const given = body[key];
    if (given === null) delete settings[key];
    if (!isObject(given)) continue;
    const former = settings[key];
    settings[key] = merge(world, isObject(former) ? former : EMPTY_UPLOAD_CONFIG, given);
  }
  return { ...row, settings };
}

/** The size limit is written over even when it is left out. */
function merge(world: World, former: JsonObject, given: JsonObject): JsonObject {
  const doSurvive = world.assume('upload_lists_on_omission') === 'b';
  const lists = LISTS.map((name) => {
    const isKept = doSurvive && given[name] === undefined;
    return [name, textsOf(isKept ? former : given, name)] as const;
  });
  const next = { size_limit: numberOf(given, 'size_limit') ?? 0, ...Object.fromEntries(lists) };
  refuseBoth(next, 'file_extensions', 'file extensions');
  refuseBoth(next, 'mime_types', 'mime types');
  return next;
}

function refuseBoth(config: JsonObject, kind: string, words: string): void {
  if (textsOf(config, `allowed_${kind}`).length > 0 && textsOf(config, `blocked_${kind}`).length > 0) {
    throw inputError(`Cannot specify both allowed ${words} and blocked ${words}`);
  }
}
