import type { Proposal, ProposalKind } from '../../lib/results/accepted/baseline-update.ts';
import { visible } from '../visible-text.ts';
import { type InBoth, type Language, speaking } from '../words/language.ts';
import { sentenceOf } from '../words/requirement.ts';

const KINDS: Readonly<Record<ProposalKind, { readonly sign: string; readonly word: InBoth }>> = {
  renamed: { sign: '~', word: ['renamed', '名称変更'] },
  removed: { sign: '-', word: ['removed', '削除'] },
  changed: { sign: '~', word: ['changed', '変更'] },
  added: { sign: '+', word: ['added', '追加'] },
  kept: { sign: ' ', word: ['kept as it is', '変更なし'] },
  'not-accepted': { sign: '!', word: ['not accepted', '未許容'] },
};

/** What would change in a baseline, a line an entry. */
export function proposalText({ changes }: Proposal, language: Language = 'en'): string {
  const say = speaking(language);
  if (changes.length === 0) return say('The baseline fits the run.\n', 'ベースラインは実行結果と一致しています。\n');
  const lines = changes.map(({ kind, requirement, why }) => {
    const { sign, word } = KINDS[kind];
    return `${sign} ${visible(requirement, 40)}  ${say(...word)}${say(': ', '：')}${visible(say(...sentenceOf(why)), 300)}\n`;
  });
  const hint = changes.some(({ kind }) => kind === 'not-accepted')
    ? say('--reason TEXT accepts what has no entry.\n', '--reason TEXT を指定すると、項目のない違反を許容します。\n')
    : '';
  return `${lines.join('')}${hint}`;
}
