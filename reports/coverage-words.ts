import type { Coverage, Results } from '../lib/results/results.ts';
import { isWord, WORDS } from './page/words.ts';
import { type InBoth, type Language, speaking } from './words/language.ts';

/** A count of rows of the register and what became of them. */
export interface CoveragePart {
  readonly kind: 'judged' | 'notJudged' | 'elsewhere' | 'nowhere';
  readonly count: number;
  /** Counts by reason or by suite, most frequent first. */
  readonly of: readonly (readonly [name: string, count: number])[];
}

/** Every row of the register in four counts; reports print these and none counts again. */
export function coverageParts({ judged, notJudged, elsewhere, nowhere }: Coverage): CoveragePart[] {
  const part = (kind: CoveragePart['kind'], counts: Readonly<Record<string, number>>): CoveragePart => {
    const of = Object.entries(counts).sort(([, left], [, right]) => right - left);
    return { kind, count: of.reduce((sum, [, count]) => sum + count, 0), of };
  };
  return [
    { kind: 'judged', count: judged, of: [] },
    part('notJudged', notJudged),
    part('elsewhere', elsewhere),
    { kind: 'nowhere', count: nowhere, of: [] },
  ];
}

const PARTS: Readonly<Record<CoveragePart['kind'], InBoth>> = {
  judged: ['judged', '判定済み'],
  notJudged: ['not judged in this run', '今回は判定できず'],
  elsewhere: ['judged by the other suites only', '他のスイートでのみ判定'],
  nowhere: ['judged by none', 'どのスイートでも判定せず'],
};

/** One line that says of every row of the register where it stands; empty for a load run. */
export function coverageLine({ coverage }: Results, language: Language = 'en'): string {
  if (!coverage) return '';
  const say = speaking(language);
  const told = coverageParts(coverage).map(({ kind, count, of }) => {
    const names = of.map(([name, each]) => say(`${each} ${name}`, `${isWord(name) ? WORDS[name][1] : name} ${each}`));
    const part = say(`${count} ${PARTS[kind][0]}`, `${PARTS[kind][1]} ${count} 件`);
    return names.length === 0 ? part : say(`${part} (${names.join(', ')})`, `${part}（${names.join('、')}）`);
  });
  return say(
    `Of ${coverage.rows} requirements in the register: ${told.join('; ')}.`,
    `登録された要件 ${coverage.rows} 件の内訳：${told.join('、')}。`,
  );
}
