/** Forms with a file, read into the object that a handler sees: of the file only its name, type and size. */
import type { Json } from '../../core/json.ts';
import { inputError } from '../errors.ts';

export function isForm(request: Request): boolean {
  return request.headers.get('content-type')?.toLowerCase().startsWith('multipart/form-data') === true;
}

export async function readForm(request: Request): Promise<Json> {
  let form: FormData;
  try {
    form = await request.formData();
  } catch {
    throw inputError('invalid multipart form');
  }
  const members: Record<string, Json> = {};
  for (const [name, value] of form) {
    if (typeof value !== 'string') members[name] = { name: value.name, type: value.type, size: value.size };
    else members[name] = jsonOr(value);
  }
  return members;
}

/** Members that are no files are JSON where they have parts. */
function jsonOr(text: string): Json {
  if (!/^\s*[[{]/.test(text)) return text;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}
