import type { Scoreboard, ScoreboardRow } from '../../lib/results/scoreboard.ts';
import { FACT_WORDS } from '../compare/words.ts';
import type { Word } from '../page/words.ts';
import { serverName } from '../server-name.ts';
import type { InBoth } from '../words/language.ts';

/** States of a row in the order in which they are told. */
export const STATES = ['breached', 'differs', 'alike'] as const satisfies readonly ScoreboardRow['state'][];

/** What each state of a row is called. */
export const STATE_WORDS = {
  breached: 'stateBreached',
  differs: 'stateDiffers',
  alike: 'stateAlike',
} as const satisfies Record<ScoreboardRow['state'], Word>;

/** A name for each column; servers of one name are told apart by day and time, and runs of one time by their place. */
export function columnNames({ runs }: Scoreboard): string[] {
  const names = runs.map(serverName);
  const timed = runs.map((results, index) => {
    const name = names[index] ?? '';
    const when = results.run.startedAt.slice(0, 16).replace('T', ' ');
    return isAlone(names, name) ? name : `${name} (${when})`;
  });
  return timed.map((name, index) => (isAlone(timed, name) ? name : `${name} #${index + 1}`));
}

function isAlone(names: readonly string[], name: string): boolean {
  return names.filter((other) => other === name).length === 1;
}

/** What makes cells of one row hard to compare; null where all servers were judged alike. */
export function differSentence({ differ }: Scoreboard): InBoth | null {
  if (differ.length === 0) return null;
  const words: Readonly<Record<Scoreboard['differ'][number], InBoth>> = {
    ...FACT_WORDS,
    scenarios: ['scenarios played', '実施したシナリオ'],
  };
  const said = (language: 0 | 1) => differ.map((fact) => words[fact][language]);
  return [
    `The servers were not judged alike. What differs: ${said(0).join(', ')}.`,
    `判定の条件が同じではありません（相違：${said(1).join('、')}）。`,
  ];
}
