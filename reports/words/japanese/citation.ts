/** What a citation says beside numbers, by its English. Names of attributes and parameters stay as they are. */
const NOTES: readonly (readonly [RegExp, string])[] = [
  [/\bto (\d{4}[a-e])(?=[:;)\]])/g, '$1 版まで'],
  [/\b(in|from) (\d{4}[a-e])( to (\d{4}[a-e]))?/g, '$2 版$3'],
  [/版 to (\d{4}[a-e])/g, '版～$1 版'],
  [/(\d) to (?=\d)/g, '$1～'],
  [/\bTable (?=[\dA-Z])/g, '表 '],
  [/\b(Annex|Appendix) (?=[A-Z])/g, '附属書 '],
  [/\bnote (?=\d)/g, '注 '],
  [/\bnote\b/g, '注'],
  [/\bcf\. /g, '参照：'],
  [/\bdefines no DELETE\b/g, 'DELETE の規定なし'],
  [/\bproduct documentation\b/g, '製品の文書'],
  [/\bmust 2/g, 'must：2'],
  [/\bshall and lexicographic\b/g, 'shall・辞書順：'],
  [/\bnumbers only\b/g, '数値のみ：'],
  [/\bnon-empty components\b/g, '空でない成分'],
  [/\bpadding exempted\b/g, 'パディングを除く'],
  [/\bpresent if known\b/g, '分かっている場合に返す'],
  [/\blast rows\b/g, '末尾の行'],
  [/\battributes passed as match\b/g, '検索キーとして渡された属性'],
  [/\btag or keyword\b/g, 'タグまたはキーワード'],
  [/\boptional\b/g, '任意'],
  [/\brequired\b/g, '必須：'],
  [/\bmacro, type 1 items\b/g, 'マクロ、タイプ 1 の項目'],
  [/\btype (?=\d)/g, 'タイプ '],
  [/\bat top level and in items\b/g, '（最上位と各項目）'],
  [/\bsilent on duplicates\b/g, '重複の規定なし'],
  [/\bsilent on changed content\b/g, '内容変更の規定なし'],
  [/\bstorage levels\b/g, '保存レベル'],
  [/\bstored\b/g, '保存'],
  [/\bmessage invalid\b/g, 'メッセージ不正'],
  [
    /\bImplicit VR and Big Endian not used with web services\b/g,
    'Implicit VR と Big Endian はウェブサービスで使用しない',
  ],
  [/\bframe numbering\b/g, 'フレーム番号'],
  [/\bAll Series, All Instances, Study's Instances\b/g, '全シリーズ、全インスタンス、検査内のインスタンス'],
  [/\bNative M, Proxy O\b/g, 'ネイティブ M、プロキシ O'],
  [/\bprotocol\b/g, 'プロトコル'],
];

/** A citation such as `PS3.18 Table 10.5.3-1 (to 2019a: §6.6.1)` for a Japanese reader. */
export function citationInJapanese(clause: string): string {
  // Most are numbers only: `PS3.18 §10.4.3`.
  if (!/[a-z]/.test(clause)) return clause;
  return NOTES.reduce((text, [english, japanese]) => text.replace(english, japanese), clause);
}
