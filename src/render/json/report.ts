/** The report of an apply as a document. */
import type { ApplyReport } from '../../core/plan.ts';
import { sorted } from '../diagnostics.ts';
import type { Outcome } from '../report.ts';
import { diagnosticBody } from './diagnostic.ts';

export function reportBody(outcome: Outcome) {
  const { report } = outcome;
  return {
    verdict: outcome.verdict,
    converged: outcome.converged,
    interrupted: report.interrupted,
    seconds: report.seconds,
    summary: outcome.totals,
    results: [...report.results].map(([address, result]) => ({ address, ...resultBody(result) })),
    not_converged: report.notConverged,
    calls: {
      planned: report.calls.planned,
      writes: report.calls.writes,
      retries: report.calls.retries,
      polls: report.calls.polls,
      follow_ups: report.calls.followUps,
      verification: report.calls.verification,
    },
    diagnostics: sorted(report.diagnostics).map(diagnosticBody),
  };
}

function resultBody(result: ApplyReport['results'] extends ReadonlyMap<string, infer Each> ? Each : never) {
  switch (result.status) {
    case 'done':
      return { status: 'done', note: result.note };
    case 'failed':
      return {
        status: result.unclear === true ? 'unknown' : 'failed',
        code: result.code,
        message: result.message,
        request_id: result.requestId,
      };
    case 'not-started':
      return { status: 'not_started', because: result.because };
  }
}
