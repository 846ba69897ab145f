import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { recipesOf } from '../../reports/recipes.ts';
import { BOUNDS } from '../bounds.ts';
import { bodiesIn } from '../reproduction/evidence.ts';
import { causesOf } from '../results/first-cause.ts';
import type { BodyRecord, ExchangeRecord, Results } from '../results/results.ts';
import { bodiesOf, withKeptFiles } from '../run/evidence-budget.ts';
import type { EvidenceChoice } from '../run/evidence-choice.ts';
import { readPartSetups } from '../run/setup.ts';

/** Folders of a run with whole instances: those that a retrieve returned, and the study that a read-only run read. */
const INSTANCES = { retrieved: 'retrieved', read: 'study' } as const;

/**
 * Removes the bodies of a run that the choice does not keep; the results still give their length and hash. What a script
 * sends again is told by the script itself, which names its files.
 */
export function keepEvidence(results: Results, folder: string, choice: EvidenceChoice): Results {
  if (choice === 'all') return results;
  const isNeeded = choice === 'none' ? () => false : needed(results, folder);
  const bodies = results.exchanges.flatMap(bodiesOf);
  const kept = new Set(bodies.filter(isNeeded).map(({ file }) => file));
  // Many answers are the same bytes and share a file.
  for (const { file } of bodies) if (file !== null && !kept.has(file)) rmSync(join(folder, file), { force: true });
  const isReplayed = choice === 'findings' && causesOf(results).length > 0;
  for (const part of [folder, ...readPartSetups(folder).map(({ name }) => join(folder, name))]) {
    rmSync(join(part, INSTANCES.retrieved), { recursive: true, force: true });
    if (!isReplayed) rmSync(join(part, INSTANCES.read), { recursive: true, force: true });
  }
  return { ...results, exchanges: results.exchanges.map((record) => withKeptFiles(record, folder)) };
}

/** Tells of a body whether a finding that is no pass cites it, a script sends it again, or it is small. */
function needed(results: Results, folder: string): (body: BodyRecord) => boolean {
  const findings = results.scenarios.flatMap((scenario) => scenario.findings);
  const breached = findings.filter(({ verdict }) => verdict === 'fail' || verdict === 'warn');
  const ids = new Set(
    breached.flatMap(({ exchanges, breaches }) => [...exchanges, ...breaches.map(({ exchange }) => exchange)]),
  );
  const isCited = ({ id }: ExchangeRecord) => ids.has(id);
  const cited = new Set(results.exchanges.filter(isCited).flatMap(bodiesOf));
  const recipes = recipesOf(results, causesOf(results), bodiesIn(folder)).values();
  const scripts = [...recipes].map(({ script }) => ('text' in script ? script.text : '')).join('\n');
  return (body) =>
    body.length <= BOUNDS.smallBody.limit || cited.has(body) || (body.file !== null && scripts.includes(body.file));
}
