/** Sentences of scenarios and judges of deletes, in Japanese, by the English; `{name}` stands for a particular. */
export const DELETE: Readonly<Record<string, string>> = {
  // Titles of scenarios
  'deletes one instance and nothing else': '指定したインスタンスだけを削除する',
  'deletes one series and nothing else': '指定したシリーズだけを削除する',
  'deletes the study, and nothing is left of it': '検査を残らず削除する',
  // What a finding was to show
  'deletes the {level} that is named': '指定された{level}を削除する',
  'deletes nothing but the {level} that is named': '指定された{level}以外を削除しない',
  'answers {statuses} to a delete that succeeded': '成功した削除に {statuses} を返す',
  'deletes studies, series and instances alike': '検査、シリーズ、インスタンスを同じように削除できる',
  'shows the deleted {level} nowhere': '削除した{level}がどこにも現れない',
  'does not bring the deleted {level} back': '削除した{level}が再び現れない',
  // What a judge adds to a finding
  '{exchange} does not tell whether the {level} is there': '{exchange} からは{level}の有無が分からない',
  'the {level} was not seen before the delete': '削除前に{level}を確認できなかった',
  'nothing was deleted: {status}': '何も削除されなかった（{status}）',
  'the sibling was not seen before the delete ({exchange})':
    '削除前に、同じ階層の他のものを確認できなかった（{exchange}）',
  'deleting {level} is not claimed and was answered {status}': '{level}の削除は対応の宣言がなく、{status} と応答された',
  'the server does not delete: {status}': 'サーバーは削除に対応していない（{status}）',
  'not permitted: {status}': '許可されていない（{status}）',
  'no level can be deleted': 'どのレベルも削除できない',
  'only the {levels} level was tried': '{levels}レベルしか試していない',
  'the resource was not looked for by both search and retrieve': '検索と取得の両方では確認していない',
  'the {level} was not seen to be gone': '{level}がなくなったことを確認できなかった',
  'deleting {level} is not offered: {status}': '{level}の削除は提供されていない（{status}）',
  "instance {uid} may be somebody else's: this run did not store it":
    'インスタンス {uid} はこの実行で保存したものではなく、他者のデータの可能性がある',
  'the {level} was not deleted as a whole: {why}': '{level}全体の削除は行わなかった：{why}',
  '{name}, {path}: the codec here cannot decode frame {number}':
    '{name}、{path}：ここのコーデックではフレーム {number} を復号できない',
  '{name}, {path}: pixel data were not compared: stored as {stored}, returned as {returned}':
    '{name}、{path}：画素データは比較していない（保存時：{stored}、返却時：{returned}）',
};
