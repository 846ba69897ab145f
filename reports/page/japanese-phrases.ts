import { SCENARIO_TITLES } from './scenario-titles.ts';

/** Sentences and words that the harness itself writes into results, in Japanese. */
const PHRASES: Readonly<Record<string, string>> = {
  ...SCENARIO_TITLES,
  // Claims and credentials
  yes: 'あり',
  no: 'なし',
  unknown: '不明',
  none: 'なし',
  basic: 'Basic 認証',
  bearer: 'Bearer トークン',
  headers: 'ヘッダー',
  // Why an entry of a baseline accepts nothing
  'no scenario of this run judges it': 'この実行では判定するシナリオがありません',
  'it is met: remove the entry': '満たされています（項目を削除してください）',
  'it is breached in another way than was accepted': '許容したものとは別の形で違反しています',
  // What is left out of a shared run
  'addresses and names of hosts': 'アドレスとホスト名',
  'header fields that can hold tokens or names': 'トークンや名前を含み得るヘッダー',
  'the command line, the environment, the tester, and who accepted a breach and why':
    'コマンドライン、環境、試験担当者、違反を許容した人と理由',
  'files of the evidence': 'evidence のファイル',
  'values, texts and remarks that can hold patient attributes': '患者属性を含み得る値・文・備考',
  'bodies, bytes and pictures': '本文、バイト列、画像',
  'UIDs, each replaced by another one': 'UID（別の UID に置換）',
  // Why a run was cut short
  interrupted: '中断されました',
  'own data set': '利用者のデータセット',
};

const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/^it was not judged \((.*)\)$/, '判定されていません（$1）'],
  [/^the entry expired on (.*)$/, '$1 に期限が切れています'],
];

/** The text in Japanese where it is one that the harness writes, and as it is where it is not. */
export function phraseInJapanese(text: string): string {
  if (Object.hasOwn(PHRASES, text)) return PHRASES[text] ?? text;
  const [pattern, japanese] = PATTERNS.find(([one]) => one.test(text)) ?? [];
  return pattern && japanese ? text.replace(pattern, japanese) : text;
}
