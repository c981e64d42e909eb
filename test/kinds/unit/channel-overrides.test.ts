/** Overrides of grants as they are seen through a channel's effective configuration. */
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../src/core/json.ts';
import { effectiveOverrides } from '../../../src/kinds/channel/overrides.ts';

const seen = (grants: JsonObject, config: JsonObject) => effectiveOverrides({ grants }, config, undefined)['grants'];

describe('modifiers of grants', () => {
  const grants = { user: ['!create-reaction', 'pin-message', 'read-channel'] };

  test('are in force as far as the effective grants show them', () => {
    expect(seen(grants, { grants: { user: ['pin-message', 'create-reaction'] } })).toEqual({ user: ['pin-message'] });
    expect(seen(grants, { grants: { user: ['pin-message', 'read-channel'] } })).toEqual(grants);
  });

  test('are not in force where the channel overrides no grants, not even those that take away', () => {
    expect(seen(grants, { replies: true })).toEqual({ user: [] });
  });

  test('that say nothing need nothing', () => {
    expect(seen({ user: [] }, { replies: true })).toEqual({ user: [] });
  });
});
