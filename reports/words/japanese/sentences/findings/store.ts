/** Sentences of scenarios and judges of stores, in Japanese, by the English; `{name}` stands for a particular. */
export const STORE: Readonly<Record<string, string>> = {
  // Titles of scenarios
  'stores a single instance': '1 件のインスタンスを保存する',
  'stores an instance into the study that is named': '指定した検査にインスタンスを保存する',
  'stores the rest of the study': '検査の残りを保存する',
  'stores several studies in one request, in chunks, and what is stored again once':
    '複数の検査を 1 回のチャンク転送で保存し、再保存しても重複しない',
  'stores what belongs into a study, and says that it is a part of what was sent':
    '検査に属するものだけを保存し、一部であることを通知する',
  'refuses a store of which nothing belongs into the study, and says why':
    '検査に属するものがない保存要求を理由とともに拒否する',
  'the server turns down Multi-frame Grayscale Word Secondary Capture, which none has to take':
    'サーバーは Multi-frame Grayscale Word Secondary Capture を受け付けません。受け付ける義務はありません',
  'keeps private elements, nested sequences and every frame of a multi-frame image':
    'プライベート要素、入れ子のシーケンス、マルチフレーム画像の全フレームを保持する',
  'tells one content everywhere after another one was sent under the same UID':
    '同じ UID で別の内容を送った後も、すべての応答の内容が一致する',
  'refuses stores that are cut off, unframed, empty or of another type, and keeps nothing of them':
    '途中で切れた、区切りのない、空の、または別の種類の保存要求を拒否し、何も残さない',
  // What a finding was to show
  'refuses a store that ends in the middle of an instance': 'インスタンスの途中で終わる保存要求を拒否する',
  'refuses a store without closing delimiter, or keeps all of it':
    '終端の区切りのない保存要求を拒否するか、全体を保存する',
  'refuses a store that names no boundary, or keeps all of it': '境界を示さない保存要求を拒否するか、全体を保存する',
  'refuses a store of a media type that is not listed, or keeps all of it':
    '規定にないメディアタイプの保存要求を拒否するか、全体を保存する',
  'refuses a store without Content-Type, or keeps all of it': 'Content-Type のない保存要求を拒否するか、全体を保存する',
  'stores instances of several studies in one request': '複数の検査のインスタンスを 1 回の要求で保存する',
  'has the resource that takes stores': '保存を受け付けるリソースがある',
  'takes stores into the study that is named': '指定された検査への保存を受け付ける',
  'answers 200 when every instance was stored': '全インスタンスを保存した場合に 200 を返す',
  'answers 202 when a part of the instances was stored': '一部のインスタンスを保存した場合に 202 を返す',
  'answers 409 when no instance could be stored': '1 つも保存できなかった場合に 409 を返す',
  'refuses a store request that cannot be read': '読み取れない保存要求を拒否する',
  'refuses a store request of an unsupported media type': '対応していないメディアタイプの保存要求を拒否する',
  'does not store an instance of another study': '別の検査のインスタンスを保存しない',
  'answers a store with the response module': '保存に応答モジュールで応答する',
  'answers a store with one data set in DICOM JSON': '保存に DICOM JSON の 1 つのデータセットで応答する',
  'answers a store in the media type that was asked for': '保存に要求されたメディアタイプで応答する',
  'lists {count} stored instance': '保存成功のインスタンス {count} 件を挙げる',
  'lists {count} stored instances': '保存成功のインスタンス {count} 件を挙げる',
  'identifies each instance as it was sent': '各インスタンスを送信されたとおりに示す',
  'lists no instance as failed': '保存失敗としてインスタンスを挙げない',
  'lists {count} failed instance': '保存失敗のインスタンス {count} 件を挙げる',
  'lists {count} failed instances': '保存失敗のインスタンス {count} 件を挙げる',
  'gives a reason for each failed instance': '保存に失敗した各インスタンスの理由を示す',
  'gives RetrieveURLs of the study and of each stored instance': '検査と保存された各インスタンスの RetrieveURL を返す',
  'gives WarningReason with status 202': '202 とともに WarningReason を返す',
  'keeps the original of what it coerced': '変換した属性の元の値を保持する',
  'lists no other failure where everything was stored': 'すべて保存した場合に他の失敗を挙げない',
  'tells of a part that is no instance': 'インスタンスでないパートを報告する',
  'explains a 409 answer': '409 応答の理由を説明する',
  'names the media type of the store response': '保存応答のメディアタイプを示す',
  'locates what a store created': '保存により作成されたリソースの場所を示す',
  'keeps one copy of an instance that is stored again': '再保存されたインスタンスを重複させない',
  'tells one content everywhere after another one was sent for it':
    '別の内容が送られた後も、どの応答でも同じ内容を示す',
  'takes a store in chunked transfer coding': 'チャンク転送の保存要求を受け付ける',
  'keeps what is stored at the same time': '同時に保存されたものを保持する',
  'keeps what is stored again after a delete': '削除後にもう一度保存されたものを保持する',
  'what was stored alone was not seen either': '単独で保存したものも見つからない',
  'the store ({exchange}) acknowledged nothing: {status}': '保存 ({exchange}) は何も受領していない: {status}',
  'keeps what it acknowledged': '受領応答を返したものを保持する',
  'describes what it acknowledged with the stored values': '受領応答を返したもののメタデータが保存時の値と一致する',
  'gives back every element and every pixel as stored': '全要素と全画素を保存時のまま返す',
  'answers store requests with defined statuses': '保存要求に規定のステータスで応答する',
  // What a judge adds to a finding
  'the server takes it all the same, and has the instance': 'サーバーはそれでも受け付け、インスタンスを保存している',
  '{status}: the answer says that the instance was not stored':
    '{status}: 応答は、インスタンスが保存されなかったことを示している',
  'no success: {status}': '成功応答でない（{status}）',
  'the module came as XML': '応答モジュールが XML で返された',
  'no store response module: {body}': '保存の応答モジュールがない（{body}）',
  'the answer has no response module in any type': '応答に、どの形式の応答モジュールもない',
  'the answer does not say that anything was stored': '応答が保存成功を示していない',
  'the answer does not say that something was stored: {body}': '応答が保存成功を示していない（{body}）',
  'the answer does not say that all was stored: {body}': '応答が全インスタンスの保存成功を示していない（{body}）',
  'the answer says that every instance was stored: {status}': '応答は全インスタンスの保存成功を示している（{status}）',
  'every instance was seen to be stored: {status}': '全インスタンスの保存を確認した（{status}）',
  'no answer shows that a part was stored and a part was not': '一部だけを保存したことを示す応答がない',
  'no content: {status}': '内容がない（{status}）',
  'nothing was acknowledged: {body}': '何も受領されていない（{body}）',
  'instances of one study show nothing of those of several':
    '1 つの検査のインスタンスだけでは、複数の検査の扱いを確認できない',
  'the store ({exchange}) acknowledged none of the instances': '保存（{exchange}）でどのインスタンスも受領されなかった',
  'no answer tells whether {name} is there': '{name} の有無を示す応答がない',
  'the search ({exchange}) gives no list': '検索（{exchange}）がリストを返さない',
  'looked for {waited} of {granted} ms only: play this scenario alone (--scenario)':
    '{granted} ms のうち {waited} ms しか確認していない：このシナリオだけを実行すること（--scenario）',
  'not found after {before} ms and found after {after} ms: {granted} ms are granted':
    '{before} ms では見つからず、{after} ms で見つかった（基準の {granted} ms はその間にある）',
  'the metadata does not describe {name}': 'メタデータに {name} がない',
  '{exchange} does not show what was stored first': '{exchange} は最初に保存した内容を示していない',
  '{exchange} does not tell what is there': '{exchange} からは保存内容が分からない',
  '{exchange} does not tell whether it was stored': '{exchange} からは保存されたかどうかが分からない',
  'hardly an answer has {attribute}, by which the contents differ':
    '内容の違いを示す {attribute} を含む応答がほとんどない',
  'the server declines what it does not support, {name} first':
    'サーバーは対応していないものを受け付けない（最初は {name}）',
  'the server declines {name}': 'サーバーが {name} を受け付けない',
  '{name} is in a transfer syntax that is kept off the web': '{name} の転送構文は DICOMweb では使用されない',
  'the server says that the request is too large for it': 'サーバーが、要求が大きすぎると応答した',
  'the answer is no 409: {status}': '応答が 409 でない（{status}）',
  'the valid request ({exchange}) {outcome}': '正しい要求（{exchange}）の結果：{outcome}',
  'the search ({exchange}) lists something without SOPInstanceUID':
    '検索（{exchange}）に SOPInstanceUID のない結果がある',
  'the same with Content-Length was answered {status}': 'Content-Length を付けた同じ要求に {status} と応答した',
  '{exchange} has it {count} times before it was stored again': '再保存の前から {exchange} に {count} 件ある',
  'nothing was repeated: {status}': '再保存が行われなかった（{status}）',
  'the instance alone was answered {status}': 'インスタンス単独の要求に {status} と応答した',
  'neither was looked at: {status}': 'どちらも処理されなかった（{status}）',
  'what the answer says was stored was not seen on the server':
    '応答で保存成功とされたものを、サーバー上で確認できなかった',
  'the instance has no InstanceNumber that could be changed': 'インスタンスに変更できる InstanceNumber がない',
  'RetrieveURL at {pointer} has no value': '{pointer} の RetrieveURL に値がない',
  'WarningReason {code} at {pointer} is a code of the vendor':
    '{pointer} の WarningReason {code} はベンダー独自のコードである',
  'WarningReason {code}: {meaning}': 'WarningReason {code}：{meaning}',
  'the 409 answer has no body': '409 応答にボディがない',
  'instances were stored with a warning, of which STOW-023 judges the status':
    'インスタンスは警告付きで保存された（ステータスは STOW-023 で判定）',
  'the second store was answered {status}, the first content is there':
    '2 回目の保存に {status} と応答し、最初の内容が残っている',
  'the second store was answered {status}, the second content is there':
    '2 回目の保存に {status} と応答し、2 回目の内容が残っている',
  'the second store was answered {status}': '2 回目の保存に {status} と応答した',
  'HTTP/{version} has no chunks, and a store without Content-Length was answered {status}':
    'HTTP/{version} にはチャンクがなく、Content-Length のない保存に {status} と応答した',
  'HTTP/{version} has no chunks: sent without Content-Length':
    'HTTP/{version} にはチャンクがないため、Content-Length なしで送信した',
  'asks for Content-Length': 'Content-Length を要求した',
  'the repetition was answered {status}': '再保存に {status} と応答した',
};
