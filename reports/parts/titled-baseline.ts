import type { AcceptedBreach, Baseline } from '../../lib/results/baseline.ts';
import type { Results } from '../../lib/results/results.ts';
import { routeOf } from '../../lib/results/transaction.ts';
import { visible } from '../visible-text.ts';
import { tellerIn } from '../words/tell.ts';

/** Longest title and route in an entry, in characters. */
const LONGEST = 300;

/** A baseline in which each breach that a run shows has its sentence and its route, for whoever reviews the file. */
export function titledBaseline(baseline: Baseline, results: Results): Baseline {
  return {
    ...baseline,
    entries: baseline.entries.map((entry) => (entry.verdict === 'incomplete' ? entry : titled(entry, results))),
  };
}

/** What of an entry was held against a run, and why it is accepted. */
function without({ title: _, route: __, ...rest }: AcceptedBreach): Omit<AcceptedBreach, 'title' | 'route'> {
  return rest;
}

function titled(entry: AcceptedBreach, results: Results): AcceptedBreach {
  const { requirement, scenario, verdict } = entry;
  const breach = results.scenarios
    .filter(({ id }) => scenario === undefined || id === scenario)
    .flatMap(({ findings }) => findings)
    .filter((finding) => finding.requirement === requirement && finding.verdict === verdict)
    .flatMap(({ breaches }) => breaches)[0];
  if (!breach) return entry;
  const title = visible(tellerIn('en', results)(breach).headline, LONGEST);
  const request = results.exchanges.find(({ id }) => id === breach.exchange)?.request;
  const route = request ? { route: visible(routeOf(request, results.target), LONGEST) } : {};
  const place = scenario === undefined ? { requirement } : { requirement, scenario };
  return { ...place, title, ...route, ...without(entry) };
}
