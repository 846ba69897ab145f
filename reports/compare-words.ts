import { EXIT_CODES } from '../lib/errors/exit-codes.ts';
import { CHANGE_KINDS, type ChangeKind, type Comparison, type Side } from '../lib/results/compare.ts';
import { WORDS, type Word } from './page/words.ts';
import { sayVerdict } from './verdict-words.ts';
import type { InBoth, Say } from './words/language.ts';

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
  if (side === null) return say('absent', 'なし');
  const verdict = sayVerdict(side.verdict, say);
  return side.reason ? say(`${verdict} (${side.reason})`, `${verdict}（${WORDS[side.reason][1]}）`) : verdict;
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
