import { CHANGE_KINDS, type Comparison } from '../lib/results/compare.ts';
import type { Caveat, Fact } from '../lib/results/run-differences.ts';
import type { InBoth } from './verdict-words.ts';

/** What each fact of a run is called. */
export const FACT_WORDS: Readonly<Record<Fact, InBoth>> = {
  target: ['target', '対象'],
  product: ['product', '製品'],
  environment: ['environment', '環境'],
  profile: ['profile', 'プロファイル'],
  edition: ['edition of the standard', '規格の版'],
  dataset: ['data set', 'データセット'],
  harness: ['harness version', '検査ツールのバージョン'],
};

/** Scenarios named in a caveat; the rest are counted. */
const NAMED = 5;

/** What makes two runs hard to compare, in a sentence part. */
export function caveatText(caveat: Caveat): InBoth {
  switch (caveat.kind) {
    case 'differs': {
      const [english, japanese] = FACT_WORDS[caveat.fact];
      const { before, after } = caveat;
      return [
        `the ${english} differs: ${before} before, ${after} after`,
        `${japanese}が異なります（比較元：${before}、比較先：${after}）`,
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
        'fewer than three runs a side: only a change beyond twofold is told from one between runs',
        '各側の実行が 3 回未満のため、2 倍を超える変化だけを実行ごとのばらつきと区別できます',
      ];
  }
}

function listed(ids: readonly string[], none: string): string {
  if (ids.length === 0) return none;
  const named = ids.slice(0, NAMED).join(', ');
  return ids.length > NAMED ? `${named} + ${ids.length - NAMED}` : named;
}

const KIND_WORDS: Readonly<Record<Comparison['moves'][number]['kind'], InBoth>> = {
  broken: ['broken', '新たな違反'],
  changed: ['changed', '変化'],
  new: ['new', '今回のみ'],
  gone: ['gone', '前回のみ'],
  fixed: ['fixed', '修正済み'],
  unchanged: ['unchanged', '変化なし'],
};

/** Every requirement of either run, once: the counts add up to the first number. */
export function balanceSentence({ moves, total }: Comparison): InBoth {
  const counts = [...CHANGE_KINDS, 'unchanged' as const].map((kind) => {
    const count = moves.filter((move) => move.kind === kind).reduce((sum, move) => sum + move.count, 0);
    return { words: KIND_WORDS[kind], count };
  });
  return [
    `Of ${total} requirements in either run: ${counts.map(({ words, count }) => `${count} ${words[0]}`).join(', ')}.`,
    `いずれかの実行にある要求事項 ${total} 件：${counts.map(({ words, count }) => `${words[1]} ${count} 件`).join('、')}。`,
  ];
}
