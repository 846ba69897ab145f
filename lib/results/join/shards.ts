import { EXIT_CODES } from '../../errors/exit-codes.ts';
import type { Results, ScenarioRecord } from '../results.ts';
import { requirementRecords } from '../rollup.ts';
import { cutShortIn, type Joining, joined, type Together } from './joined.ts';
import { renamed } from './renamed.ts';

/** Runs that are not shards of one run. The message says which differs in what. */
export class NotOneRun extends Error {
  override readonly name = 'NotOneRun';
}

/** Name of a shard's own folder of evidence. */
export function shardName({ run }: Results): string {
  return `shard${run.shard?.index ?? 0}`;
}

/**
 * The run whose shards these are. Each scenario is judged as in the one shard that judged it; requirements are rolled up
 * over all of them, and coverage is that of the whole. While a shard is missing the run is partial, and so not decided.
 *
 * @throws NotOneRun where they had another target, profile, harness, data set or selection, or one is there twice.
 */
export function joinShards(runs: readonly Results[], joining: Joining): Results {
  const parts = runs.toSorted((left, right) => (left.run.shard?.index ?? 0) - (right.run.shard?.index ?? 0));
  const [first, ...others] = parts;
  if (!first?.run.shard) throw new NotOneRun('there is no shard among them');
  for (const other of others) refuseForeign(first, other);
  const named = [first, ...others].map((part) => renamed(part, shardName(part)));
  const [lead, ...rest] = named;
  if (!lead) throw new NotOneRun('there is no shard among them');
  const scenarios = lead.scenarios.map((scenario) => judgedIn(named, scenario));
  const requirements = requirementRecords(scenarios, joining.register);
  const partial = missingShards(parts, first.run.shard.of) ?? cutShortIn(parts);
  return joined([lead, ...rest], { scenarios, requirements, partial }, joining);
}

function refuseForeign(first: Results, other: Results): void {
  const differs = (what: string, of: (results: Results) => string | undefined): void => {
    const [left, right] = [of(first), of(other)];
    if (left !== right) throw new NotOneRun(`${what} is ${left ?? 'none'} in one and ${right ?? 'none'} in another`);
  };
  if (!other.run.shard) throw new NotOneRun('one of them is no shard');
  differs('the number of shards', ({ run }) => String(run.shard?.of));
  // Each run of the embedded server has a port of its own.
  differs('the target', ({ target }) => (target.embedded ? 'the embedded server' : target.baseUrl));
  differs('the profile', ({ target }) => target.profile.name);
  differs('the data set', ({ plan }) => plan.dataset);
  differs('the version of the harness', ({ run }) => run.harness.version);
  differs('the selection of scenarios', ({ run }) => run.shard?.selection.join(' '));
  differs('what is required', ({ required = [] }) => required.join(' '));
}

function missingShards(parts: readonly Results[], of: number): Together['partial'] {
  const there = parts.flatMap(({ run }) => run.shard?.index ?? []);
  const twice = there.find((index, place) => there.indexOf(index) !== place);
  if (twice !== undefined) throw new NotOneRun(`shard ${twice} of ${of} is there twice`);
  const missing = Array.from({ length: of }, (_, place) => place + 1).filter((index) => !there.includes(index));
  if (missing.length === 0) return null;
  return { why: `of ${of} shards these are missing: ${missing.join(', ')}`, exitCode: EXIT_CODES.notDecided };
}

function judgedIn(parts: readonly Results[], { id }: ScenarioRecord): ScenarioRecord {
  const records = parts.flatMap(({ scenarios }) => scenarios.filter((scenario) => scenario.id === id));
  const [record] = records.toSorted((left, right) => rank(left) - rank(right));
  if (!record) throw new NotOneRun(`no shard knows the scenario ${id}`);
  return record;
}

/** Another shard left it out. */
function rank({ reason }: ScenarioRecord): number {
  return reason === 'excluded' ? 1 : 0;
}
