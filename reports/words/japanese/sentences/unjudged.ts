/** Why no scenario judges a requirement, in Japanese, by the sentence of the register. */
export const UNJUDGED: Readonly<Record<string, string>> = {
  'No scenario sends OPTIONS: hardly any server answers it, and a viewer does without.':
    'OPTIONS を送るシナリオはない。応答するサーバーはほとんどなく、ビューアにも不要である。',
  'No scenario writes the name of a query parameter in another case.':
    'クエリパラメーター名の大文字・小文字を変えて送るシナリオはない。',
  'No scenario asks for DICOM and rendered media types in one request.':
    'DICOM とレンダリングのメディアタイプを同時に要求するシナリオはない。',
  'The harness has one set of credentials, so it never comes as somebody who lacks a permission.':
    '試験ツールが使う認証情報は 1 組であり、権限のない利用者としてはアクセスしない。',
  'No scenario compares what a known and an unknown study are answered without credentials.':
    '認証情報なしで、存在する検査と存在しない検査への応答を比べるシナリオはない。',
  'Only some of the resources are asked for without credentials, and what they answer then is judged by COMMON-022.':
    '認証情報なしで要求するのは一部のリソースだけであり、その応答は COMMON-022 で判定する。',
  'Whether the server remembers what was deleted is not known from outside, so 404 and 410 are both taken.':
    'サーバーが削除の記録を残しているかどうかは外部から分からないため、404 と 410 の両方を認める。',
  'No judge reads the text of an error: whether it says what is wrong is for a person to tell.':
    'エラーの文面は判定しない。何が誤りかを説明しているかどうかは、人が判断する。',
  'No scenario asks for a character set that the server cannot know.':
    'サーバーが知り得ない文字集合を要求するシナリオはない。',
  'No scenario asks as a browser of another origin does.': '別オリジンのブラウザーとして要求するシナリオはない。',
  'The harness does not try which versions of TLS the server accepts.':
    'サーバーが受け付ける TLS のバージョンは試験しない。',
  'It leaves DELETE to the vendor; what a DELETE does is judged by the DELETE requirements.':
    'DELETE はベンダーに委ねられる。DELETE の動作は DELETE の要件で判定する。',
  'No scenario asks for instances that belong to no patient.': '患者に属さないインスタンスを要求するシナリオはない。',
  'No scenario requests storage commitment.': 'ストレージコミットメントを要求するシナリオはない。',
  'Of an answer in XML only the UIDs are looked for, under WADO-RS-032 and QIDO-004; its elements and values are not read.':
    'XML の応答では、WADO-RS-032 と QIDO-004 で UID だけを確認し、要素や値は読み取らない。',
  'Nothing that the harness brings exists in lossy form only; what comes of a data set that does is told under WADO-RS-006.':
    '試験ツール付属のデータに非可逆圧縮だけのものはない。そのようなデータセットの結果は WADO-RS-006 で扱う。',
  'No scenario asks for a transfer syntax by its UID.': '転送構文を UID で指定するシナリオはない。',
  'No scenario offers several transfer syntaxes with quality values.':
    '品質値付きで複数の転送構文を提示するシナリオはない。',
  'No scenario asks for an instance as application/octet-stream.':
    'インスタンスを application/octet-stream で要求するシナリオはない。',
  'No scenario sends a Range.': 'Range を送るシナリオはない。',
  'No data set that comes with the harness has a study of which only a part can be had in one form.':
    '試験ツール付属のデータセットに、一部だけを同じ形式で取得できる検査はない。',
  'No scenario asks for metadata with a charset or includefield parameter.':
    'charset または includefield を付けてメタデータを要求するシナリオはない。',
  'No scenario asks for more than one frame at a time; the pictures of the tutorial have one.':
    '一度に複数のフレームを要求するシナリオはない。チュートリアルの画像は単一フレームである。',
  'Nothing compressed is stored by the tutorial, and no scenario asks for frames by another media type.':
    'チュートリアルは圧縮データを保存せず、別のメディアタイプでフレームを要求するシナリオもない。',
  'No scenario asks for a frame without multipart, or as */*.':
    'マルチパートなし、または */* でフレームを要求するシナリオはない。',
  'The harness stores no instance without pixel data.': '画素データのないインスタンスは保存しない。',
  'The harness stores no image of single bits.': '1 ビット画像は保存しない。',
  'No scenario asks for the bulkdata and pixeldata resources; only what BulkDataURI names is followed.':
    'bulkdata と pixeldata のリソースを要求するシナリオはなく、BulkDataURI の示す先だけを取得する。',
  'No scenario asks for a study or a series in rendered form.':
    '検査やシリーズをレンダリング形式で要求するシナリオはない。',
  'No scenario gives a rendered resource any parameter.':
    'レンダリングのリソースにパラメーターを付けるシナリオはない。',
  'The pictures of the tutorial have one frame, and no scenario renders several.':
    'チュートリアルの画像は単一フレームであり、複数フレームをレンダリングするシナリオはない。',
  'The harness stores no structured report.': '構造化報告（SR）は保存しない。',
  'No scenario asks for a thumbnail.': 'サムネイルを要求するシナリオはない。',
  'The harness stores no presentation state.': '表示状態（Presentation State）は保存しない。',
  'The tutorial stores no Request Attributes Sequence to search by.':
    'チュートリアルは、検索に使える Request Attributes Sequence を保存しない。',
  'No judge asks whether a key that is not required comes back with the result.':
    '必須でない検索キーが結果に含まれるかどうかは判定しない。',
  'The tutorial stores no private attribute to ask for.': 'チュートリアルはプライベート属性を保存しない。',
  'It leaves case and accents of names to the server, and no scenario records what the server does.':
    '氏名の大文字・小文字とアクセント記号の扱いはサーバーに委ねられ、その動作を記録するシナリオはない。',
  'No scenario combines a range of dates with a range of times.': '日付範囲と時刻範囲を組み合わせるシナリオはない。',
  'The tutorial stores no attribute of several values that is a key.':
    'チュートリアルは、検索キーとなる複数値の属性を保存しない。',
  'No scenario asks with a parameter that is no attribute of the dictionary as a key.':
    'データ辞書にない名前を検索キーとして送るシナリオはない。',
  'What fuzzy matching finds is recorded under QIDO-054 and not graded.':
    'あいまい照合の結果は QIDO-054 で記録し、評価しない。',
  'No scenario asks for the matching of empty or of multiple values.':
    '空値の照合や複数値の照合を要求するシナリオはない。',
  'The maximum of a server is not known, and the harness stores too little to reach one.':
    'サーバーの上限は不明であり、試験ツールが保存するデータ量では上限に達しない。',
  'No scenario retrieves by the transfer syntaxes that a search lists.':
    '検索結果に挙げられた転送構文で取得するシナリオはない。',
  'No scenario searches with a time zone.': 'タイムゾーンを指定して検索するシナリオはない。',
  'Every store of the tutorial has this form; that it is taken is judged by STOW-006 so far.':
    'チュートリアルの保存はすべてこの形式であり、受け付けられることは STOW-006 で判定する。',
  'No scenario stores metadata and bulk data in separate parts.':
    'メタデータとバルクデータを別パートで保存するシナリオはない。',
  'No scenario stores an instance without multipart.': 'マルチパートなしでインスタンスを保存するシナリオはない。',
  'No judge compares the code with the cause of the failure.': 'コードと失敗の原因との一致は判定しない。',
  'No scenario stores in Implicit VR Little Endian on purpose.':
    'Implicit VR Little Endian で意図的に保存するシナリオはない。',
  'No scenario names another transfer syntax in the part than in the file.':
    'パートとファイルで異なる転送構文を示すシナリオはない。',
  'No scenario waits with Expect: 100-continue.': 'Expect: 100-continue を付けて待つシナリオはない。',
  'The harness cannot know a SOP class that the server does not take.':
    'サーバーが受け付けない SOP クラスを、試験ツールは知り得ない。',
  'No judge looks at the preamble: keeping and clearing it are both right.':
    'プリアンブルは判定しない。保持も消去も正しい。',
  'No scenario speaks WADO-URI: the harness judges the services of the studies resource.':
    'WADO-URI を用いるシナリオはない。試験ツールは studies リソースのサービスを判定する。',
  'No scenario speaks UPS-RS: the harness judges the services of the studies resource.':
    'UPS-RS を用いるシナリオはない。試験ツールは studies リソースのサービスを判定する。',
  // Duties that no exchange can show
  'Conformance is claimed by transaction in a conformance statement.':
    '適合性宣言書（Conformance Statement）で、トランザクションごとに適合を宣言する。',
  'The security measures that the product uses are documented.': '製品が用いるセキュリティ対策を文書化する。',
  'What is refused can be seen; what is written about it cannot.':
    '拒否されることは確認できるが、文書に何が書かれているかは確認できない。',
  'The conformance statement names what retrieve supports: resources, media types, transfer syntaxes.':
    '適合性宣言書に、取得で対応するリソース、メディアタイプ、転送構文を記載する。',
  'The conformance statement names the SOP classes stored, the limits of a store and what is coerced.':
    '適合性宣言書に、保存できる SOP クラス、保存の制限、変換する属性を記載する。',
  'The conformance statement names the matching, the attributes and the limits of search.':
    '適合性宣言書に、検索の照合方法、属性、制限を記載する。',
  'It is kept by a document. Ask the vendor for the conformance statement.':
    '文書で満たすべき義務です。ベンダーの適合性宣言書を確認してください。',
};
