/** The gate of `fail_on`: impacts that may not be applied unless they are waived. */
import { fieldAddress } from '../core/address.ts';
import { affectedText } from '../core/affected.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import type { Impact } from '../core/plan.ts';

import { CLASSES, IMPACTS } from './codes.ts';

/** Impacts that are listed; the rest is counted. */
const LISTED = 20;

/** Classes (`CB`) or codes (`CB01`). Empty when none of the impacts is among them, or all that are have a waiver. */
export function blockedImpacts(impacts: readonly Impact[], failOn: readonly string[]): readonly Diagnostic[] {
  const stopping = new Set(failOn);
  const blocked = impacts.filter(
    (impact) => impact.waiver === undefined && (stopping.has(impact.code) || stopping.has(impact.class)),
  );
  if (blocked.length === 0) return [];
  const lines = blocked.slice(0, LISTED).map((impact) => {
    const affected = impact.affected === undefined ? '' : ` Affected: ${affectedText(impact.affected)}.`;
    return `${impact.code} ${fieldAddress(impact.address, impact.path)}: ${impact.summary}. ${impact.detail}${affected}`;
  });
  const rest = blocked.length - lines.length;
  const codes = [...new Set(blocked.map((impact) => impact.code))].join(', ');
  return [
    {
      severity: 'error',
      code: 'impact-blocked',
      summary: 'The policy does not let this plan be applied',
      detail: [
        ...lines,
        ...(rest > 0 ? [`… and ${rest} more.`] : []),
        `To go on: take these changes back, or accept them under \`policy.waivers\`, each with its code, address, reason and expiry, or leave ${codes} out of \`policy.fail_on\` and \`--fail-on\`. Nothing was changed.`,
      ].join('\n'),
    },
  ];
}

/** Names in a `fail_on` that are neither a class nor a code. */
export function unknownCodes(failOn: readonly string[]): readonly string[] {
  return failOn.filter((each) => !CLASSES.some((name) => name === each) && !Object.hasOwn(IMPACTS, each));
}
