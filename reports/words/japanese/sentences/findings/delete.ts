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
  '{exchange} is answered {status} with something else than before':
    '{exchange} に {status} で以前と異なる内容が返った',
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
  "instance {uid} may be somebody else's: {why}": 'インスタンス {uid} は他者のデータの可能性がある：{why}',
  'what was stored under it is not known any more': 'その UID で保存した内容が分からなくなっている',
  'it is not there': '存在しない',
  'something else is given back under it': '別のものが返された',
  'its retrieve was answered {status}': '取得に {status} と応答した',
  'its retrieve was not answered': '取得に応答がない',
  'its retrieve does not give back one instance': '取得の応答が 1 件のインスタンスではない',
  'what is given back cannot be read': '返された内容を読み取れない',
  'it cannot be compared with what was stored: {why}': '保存した内容と比較できない：{why}',
  'it is not what was stored: {path} differs': '保存した内容と異なる（{path}）',
  'its retrieve is answered from elsewhere, behind a redirect': '取得の応答がリダイレクト先の別の場所から返された',
  'whether a DELETE reaches what is read here cannot be tried': '読み取れるデータに DELETE が届くかどうかを試せない',
  'a DELETE was tried on an instance of this run first: it was stored under a new UID, and is not given back':
    '最初にこの実行のインスタンスで DELETE を試そうとしたが、新しい UID で保存したものが返されない',
  'a DELETE was tried on an instance of this run first: its DELETE was answered {status}, and it was not seen to be gone':
    '最初にこの実行のインスタンスで DELETE を試したところ {status} と応答され、なくなったことを確認できない',
  'a DELETE was tried on an instance of this run first: its DELETE was not answered, and it was not seen to be gone':
    '最初にこの実行のインスタンスで DELETE を試したところ応答がなく、なくなったことを確認できない',
  'a DELETE was tried on an instance of this run first: its DELETE took another instance of its series with it':
    '最初にこの実行のインスタンスで DELETE を試したところ、同じシリーズの別のインスタンスまで削除された',
  'the server gives back whatever it takes without its pixels': 'サーバーは受け取ったものを画素データなしで返す',
  'the server gives back whatever it takes as that of another patient':
    'サーバーは受け取ったものをすべて別の患者のものとして返す',
  'a search by its UID alone shows instance {uid} of others in study {study}':
    'UID だけによる検索で、検査 {study} に他者のインスタンス {uid} が現れる',
  'a search in the study lists series {uid}, in which this run stored nothing':
    '検査内の検索で、この実行が何も保存していないシリーズ {uid} が現れる',
  'the lists are not of where DELETE is sent': '一覧は DELETE の送信先のものではない',
  'no list says in which series it is': 'どの一覧からも、属するシリーズが分からない',
  'nothing of ours is seen under a UID of others': '他者も使う UID の下に、この実行のデータが見えない',
  'the {level} was not deleted as a whole: {why}': '{level}全体の削除は行わなかった：{why}',
  '{name}, {path}: the codec here cannot decode frame {number}':
    '{name}、{path}：ここのコーデックではフレーム {number} を復号できない',
  '{name}, {path}: pixel data were not compared: stored as {stored}, returned as {returned}':
    '{name}、{path}：画素データは比較していない（保存時：{stored}、返却時：{returned}）',
};
