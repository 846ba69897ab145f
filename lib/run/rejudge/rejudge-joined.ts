import { allRequirements } from '../../requirements/register.ts';
import type { Joining } from '../../results/join/joined.ts';
import { exchangesOfPart } from '../../results/join/renamed.ts';
import { joinRepetitions } from '../../results/join/repetitions.ts';
import { joinShards } from '../../results/join/shards.ts';
import type { Results } from '../../results/results.ts';
import type { PartSetup } from '../setup.ts';
import { type Rejudging, rejudge } from './rejudge.ts';

interface RejudgingJoined extends Omit<Rejudging, 'setup'> {
  /** How each of the runs was made that were joined; at least one. */
  readonly parts: readonly PartSetup[];
}

/** Judges each of the runs again that were joined, as `rejudge` does, and joins what comes of it as they were joined. */
export async function rejudgeJoined({ parts, ...rest }: RejudgingJoined): Promise<Results> {
  const { earlier, suites } = rest;
  const runs: Results[] = [];
  // One after another: each sets the clock of this process.
  for (const { name, setup } of parts) {
    const run = { ...earlier.run, startedAt: setup.startedAt };
    const own = { ...earlier, run, exchanges: exchangesOfPart(earlier, name) };
    runs.push(await rejudge({ ...rest, earlier: own, setup }));
  }
  const { id, command } = earlier.run;
  const joining: Joining = { id, command, register: allRequirements(), suites, failOn: 'fail' };
  const [first, ...others] = runs;
  if (!first) throw new RangeError('no run was joined');
  return parts[0]?.name.startsWith('shard')
    ? joinShards(asShards(parts, runs), joining)
    : joinRepetitions([first, ...others], joining);
}

function asShards(parts: readonly PartSetup[], runs: readonly Results[]): readonly Results[] {
  const selection = parts.flatMap(({ setup }) => setup.scenarios);
  return runs.map((results, place) => {
    const index = Number(/\d+$/.exec(parts[place]?.name ?? '')?.[0]);
    return { ...results, run: { ...results.run, shard: { index, of: parts.length, selection } } };
  });
}
