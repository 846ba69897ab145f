import type { Breach } from '../breaches/breach.ts';
import { kindOf } from '../breaches/catalogue.ts';
import type { Place } from '../breaches/place.ts';
import type { RequirementRecord, Results } from './results.ts';
import { routeOf } from './transaction.ts';

/**
 * The ways in which the gravest findings on a requirement were breached: by code, identity, place and route, never by
 * text, and without what differs from run to run. The same defect has the same ways tomorrow, and a duty that fails in
 * another way has another one. `only` is the id of a scenario to keep to. Sorted.
 */
export function waysOf(
  results: Results,
  { id, verdict }: Pick<RequirementRecord, 'id' | 'verdict'>,
  only?: string,
): readonly string[] {
  const gravest = results.scenarios.flatMap((scenario) =>
    only === undefined || scenario.id === only
      ? scenario.findings.filter((finding) => finding.requirement === id && finding.verdict === verdict)
      : [],
  );
  return [...new Set(gravest.flatMap(({ breaches }) => breaches.map((breach) => wayIn(results, breach))))].sort();
}

/** The way of one breach of a run. */
export function wayIn(results: Results, breach: Breach): string {
  const exchange = results.exchanges.find(({ id }) => id === breach.exchange);
  return wayOf(breach, exchange ? routeOf(exchange.request, results.target) : '');
}

/** One way of breaching a requirement. `route` is that of the exchange which shows the breach. */
function wayOf(breach: Breach, route: string): string {
  return [breach.grade, breach.code, ...identityOf(breach), placeKey(breach.where), route].join('\n');
}

/** Values of the parameters that tell one defect of the kind from another. */
export function identityOf({ code, parameters }: Breach): readonly string[] {
  return (kindOf(code).identity ?? []).map((name) => JSON.stringify(parameters[name] ?? null));
}

/** A place without the numbers of items and bytes, which differ from object to object. */
function placeKey(where: Place): string {
  switch (where.kind) {
    case 'header':
      return `header ${where.name.toLowerCase()}`;
    case 'json':
      return `json ${where.pointer.replace(/\/\d{1,6}(?=\/|$)/g, '/*')}`;
    case 'element':
      return `element ${where.path.replace(/\[\d+\]/g, '[*]')}`;
    default:
      return where.kind;
  }
}
