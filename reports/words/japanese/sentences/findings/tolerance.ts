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
};
