/** Titles, claims and remarks of what clients send beyond the usual, in Japanese. */
export const TOLERANCE: Readonly<Record<string, string>> = {
  'searches on whatever parameter it does not support, and refuses impossible values of every kind':
    '対応していないパラメーターがあっても検索し、あり得ない値はどの種類でも拒否する',
  'sends metadata whatever parameter or character set it does not know, and refuses types of two kinds':
    '知らないパラメーターや文字集合があってもメタデータを送り、2 種類のメディアタイプの混在は拒否する',
  'answers viewers in a browser of another origin, or none of them':
    '別オリジンのブラウザーのビューアに一貫して応答する、または一切応答しない',
  'admits scripts of other origins in the preflight as in the answer, or admits none':
    '別オリジンのスクリプトをプリフライトでも応答でも許可する、または許可しない',
  'no script of another origin is admitted': '別オリジンのスクリプトは許可されていない',
  'scripts of {origin} alone are admitted': '許可されているのは {origin} のスクリプトだけである',
  'ignores {parameter}, which no server knows': 'どのサーバーも知らない {parameter} を無視する',
  '§8.8.5 has it for text that cannot be converted': '§8.8.5 は変換できないテキストに対してこれを定めている',
  'sends metadata with {parameter}': '{parameter} を付けてもメタデータを送る',
  'takes no notice of {parameter} where metadata are asked for': 'メタデータの要求では {parameter} を無視する',
  '{sent} of {usual} attributes are sent, as an extension of the vendor may':
    '{usual} 個の属性のうち {sent} 個が送られた（ベンダーの拡張として認められる）',
  'answers 400 where DICOM and rendered media types are asked for together':
    'DICOM とレンダリングのメディアタイプが同時に求められたら 400 を返す',
  'one of the types is sent': '一方のメディアタイプで送られた',
  'says in the body of an error what is wrong': 'エラーのボディで何が誤りかを説明する',
  'the error has a body': 'エラーにボディがある',
  'the error has no body': 'エラーにボディがない',
  'takes {parameter} for a parameter that it does not know': '{parameter} を知らないパラメーターとして扱う',
  'it is taken for {parameter}': '{parameter} として扱われた',
  'the parameter is refused': 'パラメーターが拒否された',
  'ignores or refuses {parameter}, which is no attribute to search by':
    '検索に使う属性でない {parameter} を無視するか拒否する',
  'matches empty values with {parameter}=true, or says that it does not':
    '{parameter}=true で空の値を照合するか、対応していないことを示す',
  'takes {parameter}=true': '{parameter}=true を受け付ける',
  'reads dates and times in the time zone of the search, or in their own':
    '日時を検索のタイムゾーン、または保存時のタイムゾーンで解釈する',
  'the time zone of the search is ignored': '検索のタイムゾーンは無視された',
  'the time zone of the search is heeded': '検索のタイムゾーンが考慮された',
  // Frames, bulk data and stores in further forms
  'sends frames alone and of any type, and none of what is no image':
    'フレームを単独でも任意のタイプでも送り、画像でないものからは送らない',
  'returns the bulk data of an instance as octets, and a report as text':
    'インスタンスのバルクデータをオクテットとして、レポートをテキストとして返す',
  'takes or refuses stores in unusual forms, without failing or losing them':
    '一般的でない形式の保存要求を、失敗も紛失もせずに受け付けるか拒否する',
  'returns the bulk data of an instance that is asked for as application/octet-stream':
    'application/octet-stream で求められたインスタンスのバルクデータを返す',
  'not offered': '提供されていない',
  'there is no part': 'パートがない',
  'sends one frame without multipart, or answers 406': '1 フレームを multipart なしで送るか、406 を返す',
  'answers 406 to several frames without multipart': 'multipart なしの複数フレームに 406 を返す',
  'they come in parts all the same': 'それでも複数のパートで送られた',
  'sends a frame where any type will do': '任意のタイプでよいときにフレームを送る',
  'has no frames where there is no pixel data': '画素データがなければフレームもない',
  'serves /{resource} of an instance, or does not have it': 'インスタンスの /{resource} を提供するか、持たない',
  'the resource is not offered': 'このリソースは提供されていない',
  'names the location of each part of bulk data as metadata do':
    'バルクデータの各パートの所在を、メタデータと同じように示す',
  'metadata refer to no bulk data, or there is no part': 'メタデータがバルクデータを参照していないか、パートがない',
  'renders a structured report as HTML, or does not render it': '構造化レポートを HTML で描画するか、描画しない',
  'structured reports are not rendered': '構造化レポートは描画されない',
  'takes or refuses one instance as application/dicom without multipart':
    'multipart でない application/dicom の 1 件を受け付けるか拒否する',
  'takes or refuses an instance in Implicit VR Little Endian':
    'Implicit VR Little Endian のインスタンスを受け付けるか拒否する',
  'goes by the transfer syntax of the file where that of its part is another':
    'パートの転送構文がファイルと異なるとき、ファイルに従う',
  'stores a private SOP class, or says that it is not supported':
    'プライベート SOP クラスを保存するか、対応していないことを示す',
  'the server takes it': 'サーバーは受け付けた',
  'the server refuses it': 'サーバーは拒否した',
  'the answer says that it was not stored': '応答は保存しなかったことを示している',
  'it speaks of the media type': 'メディアタイプに関するステータスである',
  'no table of the transaction has it': 'トランザクションのどの表にもない',
  'FailureReason {code}, where 290 says that the class is not supported':
    'FailureReason は {code}（クラス非対応は 290 で示される）',
  'gives a FailureReason that fits an instance of another study': '別の検査のインスタンスに合う FailureReason を返す',
  'the answer does not list the instance as failed': '応答はこのインスタンスを失敗として挙げていない',
  'keeps or clears the preamble of a file': 'ファイルのプリアンブルを保持するか消去する',
  '{exchange} has no file with a preamble': '{exchange} にプリアンブルのあるファイルがない',
  'the preamble is kept': 'プリアンブルは保持された',
  'the preamble is cleared': 'プリアンブルは消去された',
  'the preamble is another one': 'プリアンブルは別のものになった',
};
