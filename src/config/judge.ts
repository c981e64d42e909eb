/** Whether a value is valid: ajv's verdict, by validators compiled ahead of time where the schemas have them beside them. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Json, JsonObject } from '../core/json.ts';

export type Verdict = (value: Json) => boolean;

/** The validators of one schema: of a whole body, and of an id where the schema has a rule for ids. */
export interface Validators {
  readonly body: Verdict;
  readonly id?: Verdict;
}

const require = createRequire(import.meta.url);

export class Judge {
  readonly #dir: string;
  readonly #schemaOf: (file: string) => JsonObject;
  readonly #known = new Map<string, Validators>();

  constructor(dir: string, schemaOf: (file: string) => JsonObject) {
    this.#dir = dir;
    this.#schemaOf = schemaOf;
  }

  /** The validators of `name`.schema.json. Loaded when first asked for: most configurations need few of them. */
  of(name: string): Validators {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const compiled = join(this.#dir, 'compiled', `${name}.cjs`);
    const made = existsSync(compiled) ? (require(compiled) as Validators) : this.#compile(`${name}.schema.json`);
    this.#known.set(name, made);
    return made;
  }

  #compile(file: string): Validators {
    const { Ajv } = require('ajv') as typeof import('ajv');
    const { $schema: _meta, ...schema } = this.#schemaOf(file);
    const ajv = new Ajv({ strict: false, validateSchema: false, validateFormats: false, logger: false });
    const whole = { $id: file, ...schema };
    const name = whole.$id;
    ajv.addSchema(whole, name);
    const body = ajv.getSchema(name);
    if (body === undefined) throw new TypeError(`${file} is no schema`);
    const id = ajv.getSchema(`${name}#/definitions/id`);
    return {
      body: (value) => body(value) === true,
      ...(id === undefined ? {} : { id: (value) => id(value) === true }),
    };
  }
}
