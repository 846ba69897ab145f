import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Joining } from '../../results/join/joined.ts';
import { joinRepetitions, repetitionName } from '../../results/join/repetitions.ts';
import type { Results } from '../../results/results.ts';
import type { Player, WaitingPlayer } from '../playwright.ts';

/** Most repetitions of a run: the results of all of them are held at once. */
export const MOST_TIMES = 100;

interface Repeating {
  readonly times: number;
  /** Folder of the run; each repetition has one of its own below it. */
  readonly folder: string;
  /** Plays the first repetition. */
  readonly first: WaitingPlayer;
  /** Each of the others starts its own player. */
  readonly startPlayer: () => WaitingPlayer;
  readonly play: (folder: string, player: Player) => Promise<Results>;
  readonly say: (line: string) => void;
}

/** Plays the same scenarios several times and joins the results. One that was cut short is the last. */
export async function playRepeatedly(repeating: Repeating, joining: Joining): Promise<Results> {
  const { times, folder, first: waiting, startPlayer, play, say } = repeating;
  const evidence = join(folder, 'evidence');
  mkdirSync(evidence);
  const runs: Results[] = [];
  while (runs.length < times && runs.at(-1)?.run.completeness !== 'partial') {
    const name = repetitionName(runs.length + 1);
    const own = join(folder, name);
    mkdirSync(own);
    say(`Repetition ${runs.length + 1} of ${times}`);
    const player = runs.length === 0 ? waiting : startPlayer();
    try {
      runs.push(await play(own, player));
    } finally {
      player.end();
    }
    renameSync(join(own, 'evidence'), join(evidence, name));
  }
  const [first, ...others] = runs;
  if (!first) throw new RangeError('nothing was repeated');
  return joinRepetitions([first, ...others], joining);
}
