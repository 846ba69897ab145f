import type { Coverage, Results } from '../lib/results/results.ts';

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

const WORDS: Readonly<Record<CoveragePart['kind'], string>> = {
  judged: 'judged',
  notJudged: 'not judged in this run',
  elsewhere: 'judged by the other suites only',
  nowhere: 'judged by none',
};

/** One line that says of every row of the register where it stands; empty for a load run. */
export function coverageLine({ coverage }: Results): string {
  if (!coverage) return '';
  const said = coverageParts(coverage).map(({ kind, count, of }) => {
    const names = of.map(([name, each]) => `${each} ${name}`).join(', ');
    return `${count} ${WORDS[kind]}${names === '' ? '' : ` (${names})`}`;
  });
  return `Of ${coverage.rows} requirements in the register: ${said.join('; ')}.`;
}
