/** Sentences that several rooms share or that belong to none, in Japanese, by the English; `{name}` stands for a particular. */
export const ANY: Readonly<Record<string, string>> = {
  // What a judge adds to a finding
  'the run did not record {request}': '実行記録にない通信です（{request}）',
  'a body of exchange {exchange} was not kept': '通信 {exchange} のボディが保存されていません',
  '{exchange} does not show what is stored: {body}': '{exchange} の応答は保存内容を示していない（{body}）',
  'no metadata: {body}': 'メタデータがない（{body}）',
  '{name} is stored as {syntax}': '{name} は {syntax} で保存されている',
  '{name} is stored as {syntax}, and 406 says that it is not decoded':
    '{name} は {syntax} で保存されており、406 は復号しないことを示している',
  '{exchange}: no answer within the configured wait, {message}':
    '{exchange}：設定した待ち時間内に応答がない（{message}）',
  "{exchange}: over the harness's own limit, {message}": '{exchange}：試験ツールの上限を超えた（{message}）',
  '{exchange}: the run only reads, {message}': '{exchange}：読み取り専用の実行（{message}）',
  '{exchange}: the run was ended, {message}': '{exchange}：実行が終了した（{message}）',
  'the server says that it is busy: {status}': 'サーバーが混雑していると応答した（{status}）',
  'nothing is stored that the search could find': '検索で見つかるはずのデータが保存されていない',
  'there is no part': 'パートがない',
  'the answer has no content': '応答に内容がない',
  '{exchange} was answered {status}': '{exchange} に {status} と応答した',
  'the content coding cannot be undone: {why}': '内容の符号化を復号できない（{why}）',
  'the server does not have {resource}': 'サーバーに {resource} がない',
  '{exchange}: no response was recorded': '{exchange}：応答の記録がない',
  'the scenario did not come to judge this': 'シナリオがこの判定まで進まなかった',
  'the scenario was not played': 'シナリオを実施していない',
  '{profile} does not claim {feature}': '{profile} は {feature} への対応を宣言していない',
  'the profile does not claim {feature}': 'プロファイルは {feature} への対応を宣言していない',
  'none of the instances was stored ({exchange} was answered {status}), so there is nothing to ask for':
    'どのインスタンスも保存されておらず（{exchange} に {status} と応答）、確認できるものがない',
  'none of the instances was stored ({exchange}: {failure}), so there is nothing to ask for':
    'どのインスタンスも保存されておらず（{exchange}：{failure}）、確認できるものがない',
  'what was stored was deleted before, so there is nothing to ask for':
    '保存したものは先に削除されたため、問い合わせる対象がない',
  'none of the instances was stored, so there is nothing to ask for':
    'どのインスタンスも保存されておらず、確認できるものがない',
  'no search finds what was stored': '保存したものがどの検索でも見つからない',
  'the URL lies below {given}, the server was asked below {asked}: does it know the URL that it is reached at?':
    'URL は {given} の下を指すが、リクエスト先は {asked} の下である（サーバーに公開 URL が設定されているか要確認）',
  "{url} wants credentials, which go to the target's own origin only":
    '{url} は認証情報を求めるが、認証情報は対象サーバー自身のオリジンにのみ送る',
  'RetrieveURL {url} has a layout of its own': 'RetrieveURL {url} は独自の構成である',
  'the server may hide that a resource exists or not (Table 8.5-1)':
    'リソースの有無を隠すことは認められている（表 8.5-1）',
  '{profile} documents: {documented}': '{profile} の文書：{documented}',
  'refused, but not with {statuses}': '拒否したが、ステータスが {statuses} ではない',
  'kept for bad syntax by Table 10.5.3-1': '表 10.5.3-1 では構文の誤りのためのステータスである',
  'listed for Retrieve by Table 10.4.3-1, kept for Range requests by Table 8.5-1':
    '表 10.4.3-1 では取得のステータスに挙げられ、表 8.5-1 では Range リクエスト専用である',
  'an instance of this run that was not seen before is shown now':
    'この実行で保存し、それまで確認できなかったインスタンスが、現在は示されている',
  '{exchange} came through a cache, which may not have asked the server':
    '{exchange} はキャッシュを経由しており、サーバーに問い合わせていない可能性がある',
  '{route} counts {count} instances, and {known} are known to be ours':
    '{route} は {count} 件のインスタンスを示すが、この実行のものと分かっているのは {known} 件である',
  '{route} lists {uid}, which this run did not store': '{route} に、この実行で保存していない {uid} がある',
  'what else it holds cannot be seen: {answers}': '他に何が含まれるかを確認できない：{answers}',
  'npm install {packages} makes it possible': 'npm install {packages} を実行すると比較できる',
  'the codec here cannot decode frame {number}': 'ここのコーデックではフレーム {number} を復号できない',
  'pixel data were not compared: stored as {stored}, returned as {returned}':
    '画素データは比較していない（保存時：{stored}、返却時：{returned}）',
  'frame {number} of what was stored cannot be decoded': '保存したデータのフレーム {number} を復号できない',
};
