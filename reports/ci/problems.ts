import { createHash } from 'node:crypto';
import { classOf } from '../../lib/breaches/consequences.ts';
import type { Harm } from '../../lib/breaches/harm.ts';
import { wayIn } from '../../lib/results/fingerprint.ts';
import { type Cause, causesOf, type Sighting } from '../../lib/results/first-cause.ts';
import { groupByKeys } from '../../lib/results/group-by-keys.ts';
import { ticketName } from '../../lib/results/named-cause.ts';
import { gatesRun } from '../../lib/results/outcome-in.ts';
import type { AcceptedRecord, Results } from '../../lib/results/results.ts';
import { routeOf } from '../../lib/results/transaction.ts';
import { visible } from '../visible-text.ts';
import type { Language } from '../words/language.ts';
import { tellerIn } from '../words/tell.ts';

/** A requirement that a problem of a run breaches, as a forge or a scanner's dashboard takes it. */
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
  /** Whether it makes the run end with exit code 1. */
  readonly gates: boolean;
  /** Whether it is the requirement by which its problem is told: one of each problem. */
  readonly leads: boolean;
  readonly sightings: number;
}

/** Every requirement that each problem of a run breaches, told in a language: problems in their order. Pure. */
export function ciProblems(results: Results, language: Language = 'en'): CiProblem[] {
  const tell = tellerIn(language, results);
  const records = new Map(results.requirements.map((record) => [record.id, record]));
  const seen = new Map<string, number>();
  return causesOf(results).flatMap((cause, index) =>
    requirementsOf(cause).map((sightings): CiProblem => {
      const [{ breach, finding, consequence }] = sightings;
      const { headline, expected, observed } = tell(breach);
      const way = `${finding.requirement}\n${wayIn(results, breach)}`;
      // Two causes of one way are told apart by their order, or a dashboard takes them for one.
      const count = (seen.get(way) ?? 0) + 1;
      seen.set(way, count);
      const record = records.get(finding.requirement);
      const leads = finding.requirement === cause.lead.finding.requirement;
      return {
        requirement: finding.requirement,
        grade: breach.grade,
        harm: leads ? cause.harm : classOf(consequence),
        headline: visible(headline, 300),
        expected: visible(expected, 300),
        observed: visible(observed, 300),
        route: routeIn(breach.exchange, results),
        ticket: `tickets/${ticketName(index, cause)}.md`,
        fingerprint: createHash('sha256').update(`${way}\n${count}`).digest('hex'),
        accepted: record?.baseline,
        gates: record?.verdict === breach.grade && gatesRun(record, results),
        leads,
        sightings: sightings.length,
      };
    }),
  );
}

/** The sightings of a cause by requirement, that of its lead first. */
function requirementsOf({ sightings }: Cause): (readonly [Sighting, ...Sighting[]])[] {
  return groupByKeys(sightings, ({ finding }) => [finding.requirement]).flatMap(([first, ...others]) =>
    first ? [[first, ...others] as const] : [],
  );
}

function routeIn(exchange: string | null, { exchanges, target }: Results): string | null {
  const found = exchanges.find(({ id }) => id === exchange);
  return found ? visible(routeOf(found.request, target), 200) : null;
}
