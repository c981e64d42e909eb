/** A value as YAML, as people write it in a configuration. */
import { stringify } from 'yaml';
import type { Json } from '../core/json.ts';

export function writeYaml(value: Json): string {
  return stringify(value, { lineWidth: 110, flowCollectionPadding: true, aliasDuplicateObjects: false });
}
