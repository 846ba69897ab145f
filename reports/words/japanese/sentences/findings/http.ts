/** Sentences of scenarios and judges of HTTP and negotiation, in Japanese, by the English; `{name}` stands for a particular. */
export const HTTP: Readonly<Record<string, string>> = {
  // Titles of scenarios
  'refuses store requests that cannot be read': '読み取れない保存要求を拒否する',
  'stores what is announced without quotation marks': '引用符のないパラメーターの保存要求を受け付ける',
  'says where the metadata that it returns is to be had': '返したメタデータの所在を示す',
  'sends the type that the client prefers, of those that it has': 'クライアントが優先するメディアタイプで返す',
  'refuses a path in which a UID should stand and does not': 'UID でないパスを拒否する',
  'refuses searches that make no sense': '意味をなさない検索を拒否する',
  'says so where it can produce no acceptable type': '受け入れ可能なメディアタイプがない場合にその旨を返す',
  'reads Accept as the list that it is': 'Accept をリストとして解釈する',
  'answers HEAD as GET, without a body': 'HEAD にボディなしで GET と同様に応答する',
  'answers 304 to who has the answer already': '応答をすでに持つクライアントに 304 で応答する',
  'speaks HTTP as its resources and parameters want it': 'リソースとパラメーターに応じた HTTP の規則に従う',
  'challenges who comes without credentials': '認証情報のないアクセスに認証を要求する',
  'gives what is stored only to who shows the credentials': '認証情報を示したクライアントにだけ、保存内容を返す',
  'stores only for who shows the credentials': '認証情報を示したクライアントの要求だけを保存する',
  // What a finding was to show
  'gives nothing of a study to clients without right credentials':
    '正しい認証情報のないクライアントに、検査の内容を返さない',
  'stores nothing for clients without right credentials': '正しい認証情報のないクライアントの要求を保存しない',
  'answers strangers alike for what is stored and what is not':
    '認証情報のないクライアントに、保存の有無にかかわらず同じ応答を返す',
  'answers with a complete HTTP response': '完全な HTTP 応答を返す',
  'speaks HTTP/1.1 or HTTP/2': 'HTTP/1.1 または HTTP/2 を使用する',
  'takes no notice of a parameter that it does not know': '未知のパラメーターを無視する',
  'answers 400 to an invalid parameter value': '無効なパラメーター値に 400 を返す',
  'serves the type that the accept query parameter names': 'accept クエリパラメーターで指定されたメディアタイプで返す',
  'answers 406 where there is no Accept field': 'Accept ヘッダーがない場合に 406 を返す',
  'answers 406 where no acceptable type can be produced': '受け入れ可能なメディアタイプを生成できない場合に 406 を返す',
  'skips what it does not know in Accept and serves the rest': 'Accept の未知の項目を読み飛ばし、残りに従って返す',
  'sends the acceptable type of the highest quality': '受け入れ可能で品質値の最も高いメディアタイプで返す',
  'does not send the type that is rated with 0': '品質値 0 のメディアタイプでは返さない',
  'serves application/* with a type of that range': 'application/* の要求に、その範囲のメディアタイプで返す',
  'reads a media type in capitals as the same': '大文字で書かれたメディアタイプを同じものとして扱う',
  'takes the type parameter of Content-Type without quotation marks':
    '引用符のない Content-Type の type パラメーターを受け付ける',
  'takes the type parameter of Accept without quotation marks': '引用符のない Accept の type パラメーターを受け付ける',
  'names the media type of each payload': '各ペイロードのメディアタイプを示す',
  'frames each payload by Content-Length or by Transfer-Encoding':
    '各ペイロードの長さを Content-Length または Transfer-Encoding で示す',
  'compresses only when asked to and says so': '要求された場合にのみ圧縮し、その旨を示す',
  'locates nothing but the resource that was asked for': '要求されたリソース以外の場所を示さない',
  'names the location of each single-part resource': '単一パートの各リソースの場所を示す',
  'describes the bytes truthfully in Content-Type': 'Content-Type が実際のバイト列と一致する',
  'answers 405 with the allowed methods': '許可されるメソッドとともに 405 を返す',
  'answers faulty input without a 5xx status': '誤った入力に 5xx を返さない',
  'answers 206 to Range requests only': 'Range リクエストにのみ 206 を返す',
  'refuses a path that names no UID': 'UID でないパスを拒否する',
  'does not answer 304 to If-None-Match with another ETag': '別の ETag の If-None-Match に 304 を返さない',
  'answers 304 to If-None-Match with its ETag': 'ETag の一致する If-None-Match に 304 を返す',
  'gives a strong ETag to one representation only': '強い ETag を一つの表現だけに付ける',
  'answers 401 with a challenge': '401 とともに認証方式を提示する',
  // What a judge adds to a finding
  'the server gives nothing to the run either': 'サーバーは正しい認証情報でも何も返していません',
  'the server stored nothing for the run either': 'サーバーは正しい認証情報でも何も保存していません',
  '{exchange} does not show whether it was stored': '{exchange} では保存されたかどうかが分かりません',
  '{exchange} gives it to everybody, which COMMON-025 judges':
    '{exchange} は誰にでも返しており、これは COMMON-025 で判定する',
  '{exchange} has no ETag that a client can send back': '{exchange} にクライアントが送り返せる ETag がない',
  '{exchange} has no strong ETag': '{exchange} に強い ETag がない',
  'they are two resources': '二つの異なるリソースである',
  '{exchange} has the type and the instances of {other}':
    '{exchange} のメディアタイプとインスタンスは {other} と同じである',
  '{exchange} is answered neither with the resource nor with 304': '{exchange} の応答はリソースでも 304 でもない',
  '{exchange} does not have the ETag of {other}': '{exchange} の ETag は {other} のものと異なる',
  'metadata is not offered in XML, so there are no two types to choose from':
    'メタデータを XML で提供していないため、選択できるメディアタイプが 2 つない',
  'the server failed: {status}': 'サーバーがエラーになった（{status}）',
  'the server gives the same to a client without credentials, so it controls no access':
    'サーバーは認証情報のないクライアントにも同じ内容を返すため、アクセス制御をしていません',
  'the target is used without credentials, so it claims no control of access':
    '認証情報なしで利用しているため、アクセス制御は宣言されていない',
  'the default type is sent instead, where 406 would say so': '406 の代わりに既定のメディアタイプで返した',
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
  'taken for a UID of which nothing is known': '未知の UID として扱われた',
  'taken for one without instances': 'インスタンスのない要求として扱われた',
  'kept for instances that could not be stored': '保存できなかったインスタンスのためのステータスである',
  'kept for media types that are not taken': '受け付けないメディアタイプのためのステータスである',
  'speaks of the types of the answer': '応答のメディアタイプに関するステータスである',
  'the default media type is sent all the same, which §8.3.3.1 can be read to want':
    'それでも既定のメディアタイプで返した（§8.3.3.1 はそう読むこともできる）',
  'kept for Range requests by Table 8.5-1': '表 8.5-1 では Range リクエスト専用のステータスである',
  'Table 10.4.3-1 lists 206, Table 8.5-1 keeps it for ranges':
    '206 は表 10.4.3-1 に挙げられ、表 8.5-1 では Range 専用である',
  '{method} is not implemented at all, which RFC 9110 §9.1 lets 501 say':
    '{method} を実装していない（RFC 9110 §9.1 は 501 を認めている）',
  'HTTP/{version}, newer than the standard knows': 'HTTP/{version}（規格の想定より新しい版）',
};
