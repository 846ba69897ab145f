import { EXIT_CODES } from '../../lib/errors/exit-codes.ts';
import { CHANGE_KINDS, type ChangeKind, type Comparison, type Side } from '../../lib/results/compare.ts';
import type { Caveat, Fact } from '../../lib/results/run-differences.ts';
import { WORDS, type Word } from '../page/words.ts';
import { sayVerdict } from '../verdict-words.ts';
import type { InBoth, Say } from '../words/language.ts';
import { sentenceOf } from '../words/requirement.ts';
import type { GridName } from './moves-grid.ts';

/** The page's word for a change: an instance that was changed is something else than a requirement that changed. */
export function wordOf(kind: ChangeKind): Word {
  return kind === 'changed' ? 'otherVerdict' : kind;
}

/** A change in one word. */
export function sayChange(kind: ChangeKind, say: Say): string {
  const word: InBoth = WORDS[wordOf(kind)];
  return say(...word);
}

/** A side of a change in words: `fail`, `incomplete (timed-out)`, or that it was not there. */
export function saySide(side: Side | null, say: Say): string {
  if (side === null) return say(...WORDS.absent);
  const verdict = sayVerdict(side.verdict, say);
  return side.reason ? say(`${verdict} (${side.reason})`, `${verdict}（${WORDS[side.reason][1]}）`) : verdict;
}

/** The head of a row or a column of the grid of moves. */
export function sayGridName(name: GridName, say: Say): string {
  const word: InBoth = WORDS[name];
  return say(...word);
}

/** The sentence of the comparison in Japanese, from the same counts. */
export function comparedInJapanese({ changes, exitCode }: Comparison): string {
  if (exitCode === EXIT_CODES.notDecided) return '両方の実行で判定された要件はありません。';
  if (changes.length === 0) return '変化はありません。';
  const counts = CHANGE_KINDS.map((kind) => [kind, changes.filter((change) => change.kind === kind).length] as const)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => `${WORDS[wordOf(kind)][1]} ${count} 件`);
  const worse = changes.filter((change) => change.worse).length;
  const verdict = worse > 0 ? `${worse} 件の要件で悪化、または新しい形の違反があります` : '悪化はありません';
  return `${verdict}（${counts.join('、')}）。`;
}

/** What each fact of a run is called. */
export const FACT_WORDS: Readonly<Record<Fact, InBoth>> = {
  target: ['target', '対象'],
  product: ['product', '製品'],
  environment: ['environment', '環境'],
  profile: ['profile', 'プロファイル'],
  edition: ['edition of the standard', '規格の版'],
  dataset: ['data set', 'データセット'],
  harness: ['harness version', '試験ツールのバージョン'],
};

/** Facts whose text can be words of the harness; the others are names that somebody else gave. */
const OWN_WORDS: readonly Fact[] = ['target', 'dataset'];

/** A fact of one or several runs, in both languages. */
export function factText(fact: Fact, text: string): InBoth {
  return OWN_WORDS.includes(fact) ? sentenceOf(text) : [text, text];
}

/** Scenarios named in a caveat; the rest are counted. */
const NAMED = 5;

/** What makes two runs hard to compare, in a sentence part. */
export function caveatText(caveat: Caveat): InBoth {
  switch (caveat.kind) {
    case 'differs': {
      const [english, japanese] = FACT_WORDS[caveat.fact];
      const [before, after] = [factText(caveat.fact, caveat.before), factText(caveat.fact, caveat.after)];
      return [
        `the ${english} differs: ${before[0]} before, ${after[0]} after`,
        `${japanese}が異なります（比較元：${before[1]}、比較先：${after[1]}）`,
      ];
    }
    case 'scenarios': {
      const { before, after } = caveat;
      return [
        `other scenarios were played: ${listed(before, 'none')} only before, ${listed(after, 'none')} only after`,
        `実施したシナリオが異なります（比較元のみ：${listed(before, 'なし')}、比較先のみ：${listed(after, 'なし')}）`,
      ];
    }
    case 'same-run':
      return ['both are the same run', '両方とも同じ実行です'];
    case 'partial':
      return caveat.side === 'before'
        ? ['the earlier run was cut short', '比較元の実行は途中で終了しました']
        : ['the later run was cut short', '比較先の実行は途中で終了しました'];
    case 'few-runs':
      return [
        'fewer than three runs a side: a change counts beyond 1.5 times, of p95 and p99 beyond twice; less may be one between runs',
        '各側の実行が 3 回未満のため、1.5 倍（p95 と p99 は 2 倍）を超える変化だけを数えます。それ未満は実行ごとのばらつきの可能性があります',
      ];
  }
}

function listed(ids: readonly string[], none: string): string {
  if (ids.length === 0) return none;
  const named = ids.slice(0, NAMED).join(', ');
  return ids.length > NAMED ? `${named} + ${ids.length - NAMED}` : named;
}

const UNCHANGED: InBoth = ['unchanged', '変化なし'];

/** Every requirement of either run, once: the counts add up to the first number. */
export function balanceSentence({ moves, total }: Comparison): InBoth {
  const counts = [...CHANGE_KINDS, 'unchanged' as const].map((kind) => {
    const count = moves.filter((move) => move.kind === kind).reduce((sum, move) => sum + move.count, 0);
    return { words: kind === 'unchanged' ? UNCHANGED : WORDS[wordOf(kind)], count };
  });
  return [
    `Of ${total} requirements in either run: ${counts.map(({ words, count }) => `${count} ${words[0]}`).join(', ')}.`,
    `いずれかの実行にある要件 ${total} 件：${counts.map(({ words, count }) => `${words[1]} ${count} 件`).join('、')}。`,
  ];
}
