/** What a judge adds to a finding, in Japanese, by its English sentence; `{name}` stands for a particular. */
export const REMARKS: Readonly<Record<string, string>> = {
  // A run that is judged again
  'the run did not record {request}': '実行記録にない通信です（{request}）',
  'a body of exchange {exchange} was not kept': '通信 {exchange} の本文が保存されていません',
  // Nothing to judge
  'no DICOM JSON in the answer: {body}': '応答に DICOM JSON がない（{body}）',
  'the body cannot be read as JSON: {defect} at byte {offset}':
    '本文を JSON として読み取れない（バイト位置 {offset}：{defect}）',
  'no data set in the answer: {body}': '応答にデータセットがない（{body}）',
  'no attribute in the answer': '応答に属性がない',
  '{exchange} does not show what is stored: {body}': '{exchange} の応答は保存内容を示していない（{body}）',
  'there is no application/dicom part': 'application/dicom のパートがない',
  'there is no readable application/dicom part': '読み取れる application/dicom のパートがない',
  'no stored instance to compare with': '比較対象となる保存済みインスタンスがない',
  'no metadata: {body}': 'メタデータがない（{body}）',
  '{name} is stored as {syntax}': '{name} は {syntax} で保存されている',
  '{name} is stored as {syntax}, and 406 says that it is not decoded':
    '{name} は {syntax} で保存されており、406 は復号しないことを示している',
  'there is no part for frame {number}': 'フレーム {number} のパートがない',
  '{name} has no frame {number} to compare with: {why}': '{name} に比較対象のフレーム {number} がない（{why}）',
  'the part for frame {number} is none of the stored frames':
    'フレーム {number} のパートは、保存したどのフレームとも一致しない',
  '{instances} did not come back': '{instances}が返されなかった',
  '{name}, {path}: {why}': '{name}、{path}：{why}',
  '{exchange} has no ETag that a client can send back': '{exchange} にクライアントが送り返せる ETag がない',
  '{exchange} does not have the ETag of {other}': '{exchange} の ETag は {other} のものと異なる',
  'metadata is not offered in XML, so there are no two types to choose from':
    'メタデータを XML で提供していないため、選択できるメディアタイプが 2 つない',
  '{exchange}: no answer within the configured wait, {message}':
    '{exchange}：設定した待ち時間内に応答がない（{message}）',
  "{exchange}: over the harness's own limit, {message}": '{exchange}：試験ツールの上限を超えた（{message}）',
  '{exchange}: the run only reads, {message}': '{exchange}：読み取り専用の実行（{message}）',
  '{exchange}: the run was ended, {message}': '{exchange}：実行が終了した（{message}）',
  'the server says that it is busy: {status}': 'サーバーが混雑していると応答した（{status}）',
  'no picture in the answer, as WADO-RS-060 tells: {body}': '応答に画像がない（{body}、WADO-RS-060 を参照）',
  'a picture in a format whose size is not read here': '試験ツールが大きさを読み取れない形式の画像',
  'how {name} has to look is not decided here': '{name} の正しい見え方は試験ツールでは判断できない',
  'a picture that is not decoded here, of another size, or of a single shade':
    '試験ツールが復号できない画像、大きさの異なる画像、または単一の濃淡の画像',
  '{exchange} has {results}, too few to tell': '{exchange} の結果は{results}で、判断するには少なすぎる',
  'no result remains beyond the page': 'ページの後に残る結果がない',
  '{key} does not select: a value that nothing has ({exchange}) finds something':
    '{key} で絞り込めていない（存在しない値の検索 {exchange} で結果が返る）',
  '{exchange} is no list of results: {body}': '{exchange} は検索結果のリストではない（{body}）',
  'the search for a stored value ({exchange}) did not find it': '保存した値の検索（{exchange}）で見つからなかった',
  '{key} was not seen to select by a plain value ({exchanges})':
    '{key} の単純な値による絞り込みを確認できなかった（{exchanges}）',
  '{key} was not seen to select ({exchange})': '{key} による絞り込みを確認できなかった（{exchange}）',
  'the server failed: {status}': 'サーバーがエラーになった（{status}）',
  'the answer has no parts: {body}': '応答にパートがない（{body}）',
  'no transfer syntax belongs to a part of type {type}': '種別 {type} のパートに対応する転送構文がない',
  '{tag} is written as values': '{tag} が値として書かれている',
  '{key} was not seen to select in any spelling': '{key} は、どの表記でも絞り込みを確認できなかった',
  'relational search is not claimed and was answered {status}':
    'リレーショナル検索は対応の宣言がなく、{status} と応答された',
  'no result to label: {body}': 'メディアタイプを確認する結果がない（{body}）',
  'no match to look at: {body}': '確認する一致がない（{body}）',
  'the same search with a known value ({exchange}) found nothing':
    '既知の値による同じ検索（{exchange}）で何も見つからなかった',
  'nothing is stored that the search could find': '検索で見つかるはずのデータが保存されていない',
  '{results} may be as many as the server gives out at once': '{results}はサーバーが一度に返す上限の可能性がある',
  'no search result: {body}': '検索結果がない（{body}）',
  'no result is about an entity that is known': '既知の対象に関する結果がない',
  '{exchange} does not have {attributes} either': '{exchange} にも {attributes} がない',
  'there is no boundary parameter': 'boundary パラメーターがない',
  '{location} is not served in the type that was asked for': '{location} は要求されたメディアタイプで返されない',
  'part {part} cannot be read as an instance': 'パート {part} をインスタンスとして読み取れない',
  'no boundary, so no parts: MP-001 and MP-002 tell why':
    '境界がないためパートに分けられない（MP-001 と MP-002 を参照）',
  'Content-Type is {type}': 'Content-Type は {type}',
  'there is no payload to label': 'メディアタイプを示すべきペイロードがない',
  'there is no type parameter': 'type パラメーターがない',
  'there is no part': 'パートがない',
  'no success: {status}': '成功応答でない（{status}）',
  'the module came as XML': '応答モジュールが XML で返された',
  'no store response module: {body}': '保存の応答モジュールがない（{body}）',
  'the answer has no response module in any type': '応答に、どの形式の応答モジュールもない',
  'the answer does not say that anything was stored': '応答が保存成功を示していない',
  'the answer does not say that something was stored: {body}': '応答が保存成功を示していない（{body}）',
  'the answer does not say that all was stored: {body}': '応答が全インスタンスの保存成功を示していない（{body}）',
  'the answer says that every instance was stored: {status}': '応答は全インスタンスの保存成功を示している（{status}）',
  'every instance was seen to be stored: {status}': '全インスタンスの保存を確認した（{status}）',
  'no content: {status}': '内容がない（{status}）',
  'nothing was acknowledged: {body}': '何も受領されていない（{body}）',
  'instances of one study show nothing of those of several':
    '1 つの検査のインスタンスだけでは、複数の検査の扱いを確認できない',
  'the store ({exchange}) acknowledged none of the instances': '保存（{exchange}）でどのインスタンスも受領されなかった',
  'no answer tells whether {name} is there': '{name} の有無を示す応答がない',
  'the search ({exchange}) gives no list': '検索（{exchange}）がリストを返さない',
  'asked only for {elapsed} of {window} ms': '{window} ms のうち {elapsed} ms しか確認していない',
  'the metadata does not describe {name}': 'メタデータに {name} がない',
  '{exchange} does not show what was stored first': '{exchange} は最初に保存した内容を示していない',
  '{exchange} does not tell what is there': '{exchange} からは保存内容が分からない',
  '{exchange} does not tell whether it was stored': '{exchange} からは保存されたかどうかが分からない',
  '{exchange} does not tell whether the {level} is there': '{exchange} からは{level}の有無が分からない',
  'hardly an answer has {attribute}, by which the contents differ':
    '内容の違いを示す {attribute} を含む応答がほとんどない',
  'the server declines what it does not support, {name} first':
    'サーバーは対応していないものを受け付けない（最初は {name}）',
  'the server declines {name}': 'サーバーが {name} を受け付けない',
  '{name} is in a transfer syntax that is kept off the web': '{name} の転送構文は DICOMweb では使用されない',
  'the server says that the request is too large for it': 'サーバーが、要求が大きすぎると応答した',
  'the answer is no 409: {status}': '応答が 409 でない（{status}）',
  'the valid request ({exchange}) {outcome}': '正しい要求（{exchange}）の結果：{outcome}',
  'the key was not seen to select by a value that it can have ({exchange})':
    '正しい値による検索キーの絞り込みを確認できなかった（{exchange}）',
  'the search ({exchange}) lists something without SOPInstanceUID':
    '検索（{exchange}）に SOPInstanceUID のない結果がある',
  'the same with Content-Length was answered {status}': 'Content-Length を付けた同じ要求に {status} と応答した',
  '{exchange} has it {count} times before it was stored again': '再保存の前から {exchange} に {count} 件ある',
  'nothing was repeated: {status}': '再保存が行われなかった（{status}）',
  'the instance alone was answered {status}': 'インスタンス単独の要求に {status} と応答した',
  'neither was looked at: {status}': 'どちらも処理されなかった（{status}）',
  'what the answer says was stored was not seen on the server':
    '応答で保存成功とされたものを、サーバー上で確認できなかった',
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
  '{exchange} was answered {status}': '{exchange} に {status} と応答した',
  'the content coding cannot be undone: {why}': '内容の符号化を復号できない（{why}）',
  'the server does not have {resource}': 'サーバーに {resource} がない',
  '{exchange}: no response was recorded': '{exchange}：レスポンスの記録がない',
  'the scenario did not come to judge this': 'シナリオがこの判定まで進まなかった',
  'the scenario was not played': 'シナリオを実施していない',
  '{profile} does not claim {feature}': '{profile} は {feature} への対応を宣言していない',
  'the profile does not claim {feature}': 'プロファイルは {feature} への対応を宣言していない',
  'the target is used without credentials, so it claims no control of access':
    '認証情報なしで利用しているため、アクセス制御は宣言されていない',
  'no value of {keyword} is stored that could be searched for': '検索に使える {keyword} の値が保存されていない',
  'the {level} is too large to be retrieved once more only to see in which form it comes':
    '{level}が大きく、返される形式を確認するためだけの再取得は行わない',
  'the tutorial asks by {key}': 'チュートリアルは {key} で検索する',
  'the duties ask by the other {count} keys of this level':
    'このレベルの他の検索キー {count} 個はスイート duties で検索する',
  'none of the instances was stored ({exchange} was answered {status}), so there is nothing to ask for':
    'どのインスタンスも保存されておらず（{exchange} に {status} と応答）、確認できるものがない',
  'none of the instances was stored ({exchange}: {failure}), so there is nothing to ask for':
    'どのインスタンスも保存されておらず（{exchange}：{failure}）、確認できるものがない',
  'what was stored was deleted before, so there is nothing to ask for':
    '保存したものは先に削除されたため、問い合わせる対象がない',
  'none of the instances was stored, so there is nothing to ask for':
    'どのインスタンスも保存されておらず、確認できるものがない',
  'no search finds what was stored': '保存したものがどの検索でも見つからない',
  'what was stored has no list of two entries to page through':
    '保存したデータに、ページに分けられる 2 件以上のリストがない',
  'what was stored has no value to search by': '保存したデータに検索に使える値がない',
  'what was stored has no value of which a part could be searched for':
    '保存したデータに、一部だけを検索できる値がない',
  'what was stored has no name to search by': '保存したデータに検索できる氏名がない',
  'what was stored has no attribute of the study': '保存したデータに検査の属性がない',
  'every list of the study has more than {count} entries': '検査のどのリストも {count} 件を超える',
  'the instance has no InstanceNumber that could be changed': 'インスタンスに変更できる InstanceNumber がない',
  // Recorded, or said of the reading that the server follows
  '{value} at {pointer} is not {expected}, as stored': '{pointer} の {value} は {expected} ではない（保存時のまま）',
  '{value} at {pointer} is not {expected}, source unknown': '{pointer} の {value} は {expected} ではない（由来不明）',
  'strings keep trailing spaces, first at {pointer}': '文字列の末尾の空白が残っている（最初は {pointer}）',
  'SpecificCharacterSet is {values}': 'SpecificCharacterSet は {values}',
  'SpecificCharacterSet is absent': 'SpecificCharacterSet がない',
  'the URL lies below {given}, the server was asked below {asked}: does it know the URL that it is reached at?':
    'URL は {given} の下を指すが、リクエスト先は {asked} の下である（サーバーに公開 URL が設定されているか要確認）',
  "{url} wants credentials, which go to the target's own origin only":
    '{url} は認証情報を求めるが、認証情報は対象サーバー自身のオリジンにのみ送る',
  'RetrieveURL {url} has a layout of its own': 'RetrieveURL {url} は独自の構成である',
  'as it was stored: {defect}': '保存時のまま：{defect}',
  'the parents in the path are not checked': 'パス内の親を確認していない',
  'nothing is given, as 404 would say': '404 の代わりに空の応答を返した',
  'the server may hide that a resource exists or not (Table 8.5-1)':
    'リソースの有無を隠すことは認められている（表 8.5-1）',
  '{documented}: pixel data left out of {count} data set': '{documented}（データセット {count} 件で画素データを省略）',
  '{documented}: pixel data left out of {count} data sets': '{documented}（データセット {count} 件で画素データを省略）',
  '{documented}: {attributes} left out': '{documented}（{attributes} を省略）',
  '{documented} Left out: {attributes}': '{documented}（{attributes} を省略）',
  '{profile} documents: {documented}': '{profile} の文書：{documented}',
  'a lossless form is returned unconverted': '可逆圧縮のまま変換せずに返した',
  'held in a lossy form only, which may be returned as it is': '非可逆圧縮でのみ保管されており、そのまま返してよい',
  'refused, as by a server that cannot decompress what it stores': '保管データを伸長できないサーバーとして拒否した',
  'changed, with the original value in Original Attributes Sequence: {attributes}':
    '変更あり、元の値は Original Attributes Sequence に保持：{attributes}',
  'added, beside Original Attributes Sequence: {attributes}': 'Original Attributes Sequence のほかに追加：{attributes}',
  'XML is not offered, as with many servers': '多くのサーバーと同様、XML を提供していない',
  'the default type is sent instead, where 406 would say so': '406 の代わりに既定のメディアタイプで返した',
  'the single part was required by the tables of 2019e to 2020b':
    '単一パート形式は 2019e 版から 2020b 版までの表で必須であった',
  '{name}: {elements} added': '{name}：{elements}が追加された',
  '{name}: {elements} written differently with the same value': '{name}：{elements}の表記が異なる（値は同じ）',
  '{name}: {elements} changed, with the original value in Original Attributes Sequence':
    '{name}：{elements}が変更され、元の値は Original Attributes Sequence に保持されている',
  '{name}: {elements} left out, as the answer to the store said': '{name}：保存の応答のとおり{elements}が省かれた',
  'HEAD is refused, which RFC 9110 §9.1 wants of every server': 'RFC 9110 §9.1 が全サーバーに求める HEAD を拒否した',
  'works with quotation marks only, as a note in PS3.18 §8.7.1 says of some servers':
    '引用符がある場合のみ動作する（PS3.18 §8.7.1 の注に同様のサーバーの記述がある）',
  'RFC 9110 §12.5.1 reads a missing Accept as consent to any type':
    'RFC 9110 §12.5.1 では、Accept がなければ任意のメディアタイプを受け入れるとみなす',
  'refused for an entry that is no media type': 'メディアタイプでない項目を理由に拒否した',
  'refused, as if the range matched nothing': '範囲に一致するものがないとして拒否した',
  'XML, which is of that range too': '同じ範囲に含まれる XML で返した',
  'refused, as if capitals made it another type': '大文字で書くと別のメディアタイプになるとして拒否した',
  'the parameter is not taken notice of': 'パラメーターが無視されている',
  'refused, but not with {statuses}': '拒否したが、ステータスが {statuses} ではない',
  'the key is ignored, or matches nothing': '検索キーを無視したか、何にも一致しなかった',
  'taken for a UID of which nothing is known': '未知の UID として扱われた',
  'taken for one without instances': 'インスタンスのない要求として扱われた',
  'kept for instances that could not be stored': '保存できなかったインスタンスのためのステータスである',
  'kept for media types that are not taken': '受け付けないメディアタイプのためのステータスである',
  'speaks of the types of the answer': '応答のメディアタイプに関するステータスである',
  'kept for bad syntax by Table 10.5.3-1': '表 10.5.3-1 では構文の誤りのためのステータスである',
  'the default media type is sent all the same, which §8.3.3.1 can be read to want':
    'それでも既定のメディアタイプで返した（§8.3.3.1 はそう読むこともできる）',
  'kept for Range requests by Table 8.5-1': '表 8.5-1 では Range リクエスト専用のステータスである',
  'listed for Retrieve by Table 10.4.3-1, kept for Range requests by Table 8.5-1':
    '表 10.4.3-1 では取得のステータスに挙げられ、表 8.5-1 では Range リクエスト専用である',
  'Table 10.4.3-1 lists 206, Table 8.5-1 keeps it for ranges':
    '206 は表 10.4.3-1 に挙げられ、表 8.5-1 では Range 専用である',
  '{method} is not implemented at all, which RFC 9110 §9.1 lets 501 say':
    '{method} を実装していない（RFC 9110 §9.1 は 501 を認めている）',
  'HTTP/{version}, newer than the standard knows': 'HTTP/{version}（規格の想定より新しい版）',
  'GIF is seldom offered': 'GIF に対応するサーバーは少ない',
  'GIF is seldom offered, and 406 says so': 'GIF に対応するサーバーは少なく、406 はその旨を示す',
  '{attribute} is not returned': '{attribute} が返されない',
  'what is searched for in {exchange} is found by similarity': '{exchange} の検索ではあいまい照合で見つかる',
  '{results} more than the server gives out at once, as its Warning says':
    'Warning のとおり、サーバーが一度に返す件数より{results}多い',
  'a key without value is no filter': '値のない検索キーは条件なしとして扱われた',
  'a key without value is refused': '値のない検索キーは拒否された',
  'the attribute is supported as a key': 'この属性は検索キーとして対応している',
  'a {level} without value is found': '値のない{level}は見つかる',
  'a {level} without value is not found': '値のない{level}は見つからない',
  'the list finds them in another form ({exchange})': '別の形式のリスト（{exchange}）では見つかる',
  'names of lower levels are refused: 400': '下位レベルの属性の指定は 400 で拒否された',
  '{parts} without Content-Length, which the transfer coding permits':
    'Content-Length のないパートが{parts}（転送コーディングにより許容）',
  'RetrieveURL at {pointer} has no value': '{pointer} の RetrieveURL に値がない',
  'WarningReason {code} at {pointer} is a code of the vendor':
    '{pointer} の WarningReason {code} はベンダー独自のコードである',
  'WarningReason {code}: {meaning}': 'WarningReason {code}：{meaning}',
  'the 409 answer has no body': '409 応答に本文がない',
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
  'deleting {level} is not offered: {status}': '{level}の削除は提供されていない（{status}）',
  '{exchange} came through a cache, which may not have asked the server':
    '{exchange} はキャッシュを経由しており、サーバーに問い合わせていない可能性がある',
  // Deletions that were not safe
  "instance {uid} may be somebody else's: this run did not store it":
    'インスタンス {uid} はこの実行で保存したものではなく、他者のデータの可能性がある',
  'the {level} was not deleted as a whole: {why}': '{level}全体の削除は行わなかった：{why}',
  '{route} counts {count} instances, and {known} are known to be ours':
    '{route} は {count} 件のインスタンスを示すが、この実行のものと分かっているのは {known} 件である',
  '{route} lists {uid}, which this run did not store': '{route} に、この実行で保存していない {uid} がある',
  'what else it holds cannot be seen: {answers}': '他に何が含まれるかを確認できない：{answers}',
  'pixel data were not compared: stored as {stored}, returned as {returned}':
    '画素データは比較していない（保存時：{stored}、返却時：{returned}）',
  'frame {number} of what was stored cannot be decoded': '保存したデータのフレーム {number} を復号できない',
  '{name}, {path}: pixel data were not compared: stored as {stored}, returned as {returned}':
    '{name}、{path}：画素データは比較していない（保存時：{stored}、返却時：{returned}）',
};
