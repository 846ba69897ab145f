/** Sentences of scenarios and judges of multipart bodies, in Japanese, by the English; `{name}` stands for a particular. */
export const MULTIPART: Readonly<Record<string, string>> = {
  // Titles of scenarios
  'stores what is framed in the less usual ways that RFC 2046 has':
    'RFC 2046 が認める特殊な区切りの保存要求を受け付ける',
  // What a finding was to show
  'labels the response multipart/related': '応答の Content-Type を multipart/related とする',
  'has the boundary and type parameters': 'boundary パラメーターと type パラメーターがある',
  'names the type of the root part': 'ルートパートのメディアタイプを示す',
  'divides the parts by CRLF and the boundary, and closes the last':
    'パートを CRLF と境界行で区切り、最後を終端の境界で閉じる',
  'uses a legal boundary, quoted where it needs to be': '正しい境界文字列を用い、必要な場合は引用符で囲む',
  'starts each part with its header fields': '各パートがヘッダーで始まる',
  'states the exact length of each part': '各パートの正確な長さを示す',
  'locates the resource that each part stands for': '各パートが表すリソースの場所を示す',
  'locates parts by URLs that lead back to their content': 'パートの示す URL から同じ内容を取得できる',
  'sends parts as plain octets': 'パートをオクテット列のまま送る',
  'copes with a preamble, an epilogue, a quoted boundary and unusual part headers':
    'プリアンブル、エピローグ、引用符付きの境界、特殊なパートヘッダーを処理できる',
  // What a judge adds to a finding
  'the answer has no parts: {body}': '応答にパートがない（{body}）',
  'there is no boundary parameter': 'boundary パラメーターがない',
  '{location} is not served in the type that was asked for': '{location} は要求されたメディアタイプで返されない',
  'part {part} cannot be read as an instance': 'パート {part} をインスタンスとして読み取れない',
  'no boundary, so no parts: MP-001 and MP-002 tell why':
    '境界がないためパートに分けられない（MP-001 と MP-002 を参照）',
  'Content-Type is {type}': 'Content-Type は {type}',
  'there is no payload to label': 'メディアタイプを示すべきペイロードがない',
  'there is no type parameter': 'type パラメーターがない',
  '{parts} without Content-Length, which the transfer coding permits':
    'Content-Length のないパートが{parts}（転送コーディングにより許容）',
};
