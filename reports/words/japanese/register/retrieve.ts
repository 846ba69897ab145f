import type { RequirementTexts } from './requirement-texts.ts';

export const RETRIEVE: RequirementTexts = {
  'WADO-RS-001': { statement: '検査への GET は、その検査のインスタンスを返す。' },
  'WADO-RS-002': { statement: 'シリーズへの GET は、そのシリーズのインスタンスを返す。' },
  'WADO-RS-003': { statement: 'インスタンスへの GET は、そのインスタンスだけを返す。' },
  'WADO-RS-004': {
    statement: '検査やシリーズの取得では、属するインスタンスをそれぞれ 1 回ずつ返し、それ以外は返さない。',
  },
  'WADO-RS-005': {
    statement:
      'application/dicom の各パートは、プリアンブル、DICM プレフィックス、ファイルメタ情報、データセットを備えた完全な PS3.10 ファイルである。',
  },
  'WADO-RS-006': {
    statement: 'transfer-syntax パラメーターがない場合、インスタンスを Explicit VR Little Endian で返す。',
    disputed:
      '画素データが非可逆圧縮でのみ保管されている場合や変換するには大きすぎる場合を除き、Explicit VR Little Endian が既定である。保管している可逆圧縮の転送構文のまま返すサーバーが多く、これは警告とする。Implicit VR とビッグエンディアンは不適合とする。',
  },
  'WADO-RS-007': {
    statement: '転送構文の指定がない場合、非可逆圧縮でのみ保管されているインスタンスはそのままの形で返してもよい。',
    disputed:
      '非可逆圧縮の画素データに関する例外は 2019e 版で追加された。保管中の非可逆の形も、既定の転送構文も適合とする。',
  },
  'WADO-RS-008': {
    statement: 'Implicit VR Little Endian と Explicit VR Big Endian はレスポンスに現れない。',
  },
  'WADO-RS-009': {
    statement: 'サーバーが保管している転送構文を要求すると、その転送構文でインスタンスを返す。',
  },
  'WADO-RS-010': {
    statement: 'transfer-syntax=* が指定された場合、サーバーは保管している任意の転送構文で返してよい。',
  },
  'WADO-RS-011': {
    statement: 'Explicit VR Little Endian が明示的に要求された場合、可逆圧縮されたインスタンスを伸長して返す。',
  },
  'WADO-RS-012': {
    statement: '生成できない転送構文だけが要求された場合、406 を返す。',
    disputed:
      '対応していないパラメーターは、ある条項では無視するとされ、別の条項では 406 とされる。406 は適合、既定の転送構文は警告、要求と異なる圧縮転送構文は不適合とする。',
  },
  'WADO-RS-013': {
    statement: '品質値を付けた複数の転送構文を提示でき、最も適したものが使われる。',
  },
  'WADO-RS-014': {
    statement: '単一のインスタンスは、マルチパートでない application/dicom としても取得できる。',
    disputed:
      '単一パート形式は 2019e 版から 2020b 版までの表で必須とされ、その後は任意となった。200 も 406 も適合とする。',
  },
  'WADO-RS-015': {
    statement: '単一パートの application/dicom は単一のインスタンスにのみ用い、検査やシリーズには用いない。',
    disputed:
      '注 3 は 406 を想定しているが、代わりにマルチパートや zip を返すサーバーもある。これらは警告、単独の application/dicom は不適合とする。',
  },
  'WADO-RS-016': {
    statement: '検査、シリーズ、インスタンスに対する */* は、application/dicom の multipart/related を選択する。',
    disputed: '単一インスタンスの単一パート形式は 2019e 版から 2020b 版まで必須であった。その場合は警告とする。',
  },
  'WADO-RS-017': {
    statement: 'application/octet-stream の multipart/related で要求されたインスタンスは、そのバルクデータを返す。',
    disputed: '実装例が少ない。406 は警告とする。',
  },
  'WADO-RS-018': { statement: 'サーバーが知らない UID には 404 を返す。' },
  'WADO-RS-019': {
    statement: 'シリーズやインスタンスは、属する検査とシリーズの下でのみ見つかる。',
  },
  'WADO-RS-020': {
    statement: '単一パートのペイロードに対する Range リクエストに応じてもよく、応じる場合は HTTP の規則に従う。',
  },
  'WADO-RS-021': {
    statement: '検査の一部しか要求された形式で返せない場合、応答でその旨を示す。',
    disputed: '206 は表 10.4.3-1 に挙げられ、表 8.5-1 では Range 専用とされる。ここでは適合として受け入れる。',
  },
  'WADO-RS-030': {
    statement: '検査、シリーズ、インスタンスのメタデータは、属するインスタンスごとに 1 つのデータセットからなる。',
  },
  'WADO-RS-031': {
    statement: 'メタデータの既定の形式は DICOM JSON である。',
    disputed: '登録済みの application/dicom+json ではなく application/json と示す場合は警告とする。',
  },
  'WADO-RS-032': {
    statement: 'メタデータは、インスタンスごとに 1 パートの Native DICOM Model XML としても取得できる。',
    disputed: '表では必須とされるが、対応していない製品が多い。406 は警告とし、代わりに JSON を返す場合も警告とする。',
  },
  'WADO-RS-033': {
    statement: 'メタデータは、インスタンスの全階層の属性をプライベート属性も含めてすべて持つ。',
    disputed:
      'PhotometricInterpretation は、返される画素データのものであってもよい（§10.4.1.1.2 の注）ため、比較しない。',
  },
  'WADO-RS-034': {
    statement: 'メタデータにグループ 0002 は含まれない。',
    disputed: 'グループ 0002 を除くと述べるのは参考の注記だけで、規格内の例には含まれているものがある。警告とする。',
  },
  'WADO-RS-035': {
    statement: '画素データはメタデータに直接書き込まず、参照で示す。',
    disputed:
      '規格本文は参照を認めているが、義務付けてはいない。参照は適合、キーの欠落と InlineBinary は警告、数値の配列は不適合とする。',
  },
  'WADO-RS-036': { statement: '参照に置き換えられるのは、列挙された VR の値だけである。' },
  'WADO-RS-037': {
    statement: 'メタデータ内の各 BulkDataURI から、その要素の値を取得できる。',
  },
  'WADO-RS-038': { statement: 'charset クエリパラメーターはメタデータに対して有効である。' },
  'WADO-RS-039': {
    statement: 'includefield はメタデータのパラメーターではなく、指定しても影響しない。',
  },
  'WADO-RS-040': {
    statement: 'パスで指定されたフレームを、application/octet-stream のパートとして返す。',
    disputed:
      '圧縮して保存されたものへの 406 は判定しない。§8.7.3.4 は可逆で保管されたインスタンスの変換を求めるが（WADO-RS-006）、フレームの復号を求める条項はない。',
  },
  'WADO-RS-041': { statement: 'フレームは 1 から数える。' },
  'WADO-RS-042': {
    statement: 'フレームのリストは、リストの順に 1 フレームを 1 パートとして返す。',
  },
  'WADO-RS-043': {
    statement: '降順または重複のあるフレームのリストは、返しても拒否してもよい。',
    disputed:
      '2017d 版では重複がなければ任意の順序が認められ、以後の版では昇順のリストのみとなった。記録にとどめ、5xx のみ不適合とする。',
  },
  'WADO-RS-044': {
    statement: '存在しないフレーム番号や数値でないフレーム番号は拒否する。',
    disputed:
      'ステータスの表は 400 と 404 をともに挙げており、どちらも適合とする。余分なフレームを含むリストは 206 で応答される可能性があるため試験しない。',
  },
  'WADO-RS-045': {
    statement: '非圧縮のフレームは、リトルエンディアンの元のバイト列そのものである。',
  },
  'WADO-RS-046': {
    statement: '可逆圧縮されたインスタンスのフレームは、伸長したオクテット列として取得できる。',
  },
  'WADO-RS-047': {
    statement: '圧縮フレームを画像のメディアタイプで提供してもよく、その場合はコードストリームそのものを返す。',
  },
  'WADO-RS-048': { statement: 'フレームのパートのメディアタイプと転送構文は対応している。' },
  'WADO-RS-049': {
    statement: '単一のフレームや値はマルチパートでなくてもよいが、フレームのリストはマルチパートで返す。',
  },
  'WADO-RS-050': {
    statement: 'フレームに対する */* には、サーバーが対応するいずれかのタイプで返す。',
  },
  'WADO-RS-051': {
    statement: '画素データのないインスタンスには返せるフレームがなく、応答でその旨を示す。',
  },
  'WADO-RS-052': { statement: '1 ビット画像のフレームは、パディングビットなしで連続する。' },
  'WADO-RS-055': {
    statement: '検査、シリーズ、インスタンスの下の /bulkdata を提供してもよい。',
    disputed: '2019e 版から 2020b 版では URI テンプレートのないまま必須とされ、その後は任意となった。',
  },
  'WADO-RS-056': {
    statement: '/pixeldata を提供してもよく、最上位階層の画素データだけを含む。',
  },
  'WADO-RS-057': {
    statement: 'バルクデータのパートは、メタデータが参照する Content-Location を持つ。',
  },
  'WADO-RS-058': {
    statement: 'BulkDataURI は application/octet-stream の multipart/related で取得できる。',
  },
  'WADO-RS-060': {
    statement: 'インスタンスとフレームはレンダリング形式で取得できる。',
    disputed:
      '圧縮して保存されたものへの 406 は判定しない。§8.7.3.4 は可逆で保管されたインスタンスの変換を求めるが（WADO-RS-006）、レンダリングのための復号を求める条項はない。',
  },
  'WADO-RS-061': {
    statement: '検査とシリーズもレンダリング形式で取得できる。',
    disputed:
      'このリソースは必須だが、そこでは単一パートのタイプを無視しなければならない。画像 1 枚、404、501 は警告とする。',
  },
  'WADO-RS-062': {
    statement: '単一フレーム画像のレンダリングの既定は 8 ビットのベースライン JPEG である。',
  },
  'WADO-RS-063': {
    statement: '単一フレーム画像は PNG と GIF でもレンダリングできる。',
    disputed:
      'GIF の拒否（406、またはリクエストの誤りとする他のステータス）は、対応サーバーが少ないため警告とする。圧縮して保存されたものへの 406 は判定しない。§8.7.3.4 は可逆で保管されたインスタンスの変換を求めるが（WADO-RS-006）、レンダリングのための復号を求める条項はない。',
  },
  'WADO-RS-064': {
    statement: 'viewport の指定がない場合、レンダリング画像の幅と高さは元画像と同じである。',
  },
  'WADO-RS-065': {
    statement:
      'viewport は縦横比を保ったまま収まる最大の大きさに拡大・縮小し、さらに 4 つの数値がある場合は先に切り出す。',
  },
  'WADO-RS-066': {
    statement: '形式の誤った viewport や対応できない viewport には 400 を返す。',
  },
  'WADO-RS-067': {
    statement: 'window は中心、幅、関数の 3 つの値を持ち、画像に適用される。不足や誤りがある場合は 400 を返す。',
    disputed: '3 つの値がすべて求められるが、2 つでも受け付けるサーバーが多い。2 つの値の受け付けは警告とする。',
  },
  'WADO-RS-068': {
    statement: 'quality は 1 から 100 までの整数であり、それ以外には 400 を返す。',
  },
  'WADO-RS-069': {
    statement: 'annotation は patient と technique を受け付け、それ以外の語は 400 で拒否するか、警告を付けて無視する。',
    disputed: '同じ条項が 400 と、警告を付けて無視することの両方を求めている。どちらも適合とする。',
  },
  'WADO-RS-070': {
    statement:
      'iccprofile に対応する場合、要求に応じてプロファイルを埋め込み、埋め込めないメディアタイプには 400 を返す。',
  },
  'WADO-RS-071': {
    statement: 'マルチフレームインスタンス全体を image/jpeg でどうレンダリングするかは、サーバーに委ねられる。',
    disputed: 'マルチフレーム画像に既定はない。記録にとどめ、5xx のみ不適合とする。',
  },
  'WADO-RS-072': {
    statement: 'フレームのリストのレンダリングは、1 フレームにつき 1 パートを返す。',
  },
  'WADO-RS-073': {
    statement: '対応する SOP クラスのすべての光度解釈（Photometric Interpretation）を正しい見え方でレンダリングする。',
  },
  'WADO-RS-074': {
    statement: '構造化報告（SR）は既定で HTML としてレンダリングし、プレーンテキストと XML でも提供する。',
  },
  'WADO-RS-075': {
    statement: 'サムネイルを 1 種類でも提供するサーバーは、4 種類すべてを提供する。',
  },
  'WADO-RS-076': {
    statement: 'サムネイルは既定が JPEG の小さな画像 1 枚であり、viewport は 2 つの数値だけを受け付ける。',
  },
  'WADO-RS-077': {
    statement:
      '表示状態（Presentation State）は自身のウィンドウで画像をレンダリングし、別のウィンドウの要求には 400 を返す。',
  },
};
