import { createHash } from 'node:crypto';
import type { Harm } from '../../lib/breaches/harm.ts';
import { wayIn } from '../../lib/results/fingerprint.ts';
import { type Cause, causesOf } from '../../lib/results/first-cause.ts';
import { ticketName } from '../../lib/results/named-cause.ts';
import type { AcceptedRecord, Results } from '../../lib/results/results.ts';
import { routeOf } from '../../lib/results/transaction.ts';
import { visible } from '../visible-text.ts';
import type { Language } from '../words/language.ts';
import { tellerIn } from '../words/tell.ts';

/** A problem of a run as a forge or a scanner's dashboard takes it: one a cause, gravest first. */
export interface CiProblem {
  readonly requirement: string;
  readonly grade: 'fail' | 'warn';
  readonly harm: Harm;
  readonly headline: string;
  readonly expected: string;
  readonly observed: string;
  /** Method and resource, such as `GET /studies/{study}`; null where no exchange shows the problem. */
  readonly route: string | null;
  /** File of the run folder that tells all of it. */
  readonly ticket: string;
  /** The same for the same defect of every run of a product; no sentence takes part. */
  readonly fingerprint: string;
  /** Set where the baseline of the run accepts it. */
  readonly accepted: AcceptedRecord | undefined;
  readonly sightings: number;
}

/** The problems of a run, told in a language. Pure. */
export function ciProblems(results: Results, language: Language = 'en'): CiProblem[] {
  const tell = tellerIn(language, results);
  const accepted = new Map(results.requirements.map(({ id, baseline }) => [id, baseline]));
  const seen = new Map<string, number>();
  return causesOf(results).map((cause, index) => {
    const { breach, finding } = cause.lead;
    const { headline, expected, observed } = tell(breach);
    const way = `${finding.requirement}\n${wayIn(results, breach)}`;
    // Two causes of one way are told apart by their order, or a dashboard takes them for one.
    const count = (seen.get(way) ?? 0) + 1;
    seen.set(way, count);
    return {
      requirement: finding.requirement,
      grade: breach.grade,
      harm: cause.harm,
      headline: visible(headline, 300),
      expected: visible(expected, 300),
      observed: visible(observed, 300),
      route: routeIn(cause, results),
      ticket: `tickets/${ticketName(index, cause)}.md`,
      fingerprint: createHash('sha256').update(`${way}\n${count}`).digest('hex'),
      accepted: accepted.get(finding.requirement),
      sightings: cause.sightings.length,
    };
  });
}

function routeIn({ exchange }: Cause, { target }: Results): string | null {
  return exchange ? visible(routeOf(exchange.request, target), 200) : null;
}
