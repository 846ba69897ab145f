/** Titles, claims and remarks of the suite standard. */
export const STANDARD: Readonly<Record<string, string>> = {
  '{title} (data set {name})': '{title}（データセット {name}）',
  'keeps a CT series of 16-bit signed slices and a structured report, every search key filled':
    '16 ビット符号付き CT シリーズと構造化レポート（全検索キーに値あり）を保持する',
  'keeps one picture in each compressed transfer syntax, lossless and lossy':
    '可逆・非可逆の各圧縮転送構文による画像を保持する',
  'keeps Implicit VR, Big Endian and deflated data sets': 'Implicit VR、Big Endian、Deflate のデータセットを保持する',
  'keeps grey images of 8 to 16 bits, signed, inverted, windowed':
    '8〜16 ビット、符号付き、反転、ウィンドウ付きのグレースケール画像を保持する',
  'keeps RGB, RGB in planes, YBR and palette': 'RGB、面ごとの RGB、YBR、パレットの画像を保持する',
  'keeps an enhanced image of five frames that all differ, native and RLE':
    'すべて異なる 5 フレームのエンハンスト画像（非圧縮と RLE）を保持する',
  'keeps a segmentation of single bits in three frames': '3 フレームの 1 ビットのセグメンテーションを保持する',
  'keeps an image, a presentation state of it, a PDF and an ECG':
    '画像、そのプレゼンテーションステート、PDF、心電図を保持する',
  'keeps names of one to three groups in six character sets': '6 種類の文字集合による 1〜3 グループの名前を保持する',
  'keeps every VR at the ends of its range, empty values, gaps and empty items':
    '範囲の両端の値を持つ全 VR、空の値、欠けた値、空の項目を保持する',
  'keeps three studies of two patients of one name': '同名の患者 2 人の検査 3 件を保持する',
  'returns each instance in the transfer syntax that is asked for, decompressed without change':
    '求められた転送構文で、変化なく伸張してインスタンスを返す',
  'returns a study of several transfer syntaxes in one, or says that it cannot':
    '転送構文が混在する検査を 1 つの転送構文で返すか、返せないことを示す',
  'returns each frame of a list in its order': '一覧の順序どおりに各フレームを返す',
  'returns compressed frames as native pixels, and as they are stored':
    '圧縮されたフレームを、非圧縮の画素としても保存時の形式でも返す',
  'sends a range of bytes where one is asked for, or the whole': 'バイト範囲を求められたときは、その範囲か全体を送る',
  'has nothing at a UID that it does not know': '知らない UID には何もない',
  'renders grey of every depth and colour of every kind as they are meant':
    'あらゆるビット深度のグレースケールとあらゆる種類のカラーを、正しい見た目で描画する',
  'heeds viewport, window, quality and annotation': 'viewport、window、quality、annotation に従う',
  'renders a study, a series and a list of frames as a picture of each':
    '検査、シリーズ、フレーム一覧を、それぞれの画像として描画する',
  'has thumbnails at every level or at none': 'サムネイルがすべてのレベルにあるか、どのレベルにもない',
  'finds a study by each of its modalities': '検査の各モダリティで検査を見つける',
  'finds a study by a name beyond ASCII': 'ASCII 以外の名前で検査を見つける',
  'finds studies by parts of names and by moments, and nothing where nothing is asked for':
    '名前の一部や日時で検査を見つけ、何も求められないときは何も返さない',
  'the server took none of the data set': 'サーバーはこのデータセットを 1 件も受け付けなかった',
  'no clause says which SOP classes and transfer syntaxes it has to take':
    'どの SOP クラスと転送構文を受け付けるべきかは規定されていない',
  'it was stored as {stored}, which may come in several forms': '{stored} で保存したため、複数の形式で返ることがある',
  '{name}, {tag}: it was stored as {stored}, which may come in several forms':
    '{name}、{tag}：{stored} で保存したため、複数の形式で返ることがある',
  'the server holds nothing of the data set {names}': 'サーバーはデータセット {names} を何も保持していない',
  'serves the transfer syntax that it holds by its name': '保持する転送構文を、名指しされたときに返す',
  'decompresses without change where Explicit VR Little Endian is named':
    'Explicit VR Little Endian が名指しされたとき、変化なく伸張する',
  'answers 406 to a transfer syntax that it cannot produce': '作り出せない転送構文には 406 で応答する',
  'chooses between transfer syntaxes by their quality values': '品質値によって転送構文を選ぶ',
  'returns what is held in lossy compression only where no transfer syntax is asked for':
    '非可逆圧縮でのみ保持するものを、転送構文の指定がなくても返す',
  'refused, as by a server that does not undo lossy compression': '拒否した（非可逆圧縮を伸張しないサーバーの応答）',
  'the default transfer syntax is sent instead': '代わりに既定の転送構文で送られた',
  '{name} has no pixel data that could be compared': '{name} に比較できる画素データがない',
  'the instance in the answer cannot be read': '応答内のインスタンスを読み取れない',
  'returns a mixed study whole in one transfer syntax, or says that it is not whole':
    '混在する検査を 1 つの転送構文で全件返すか、全件でないことを示す',
  'a part of the study, which the status says (Table 10.4.3-1)':
    '検査の一部であることをステータスが示している（表 10.4.3-1）',
  '{exchange} lacks {missing} of {count} instances': '{exchange} には {count} 件中 {missing} 件のインスタンスがない',
  'serves or refuses frames in another order': '別の順序のフレームを返すか拒否する',
  '§10.1.1 knows ascending lists only, and to 2019a any order was allowed':
    '§10.1.1 は昇順の一覧だけを認め、2019a までは任意の順序が認められていた',
  'decompresses a frame of {name}': '{name} のフレームを伸張する',
  'sends a frame of {name} as {type}, or says that it does not':
    '{name} のフレームを {type} で送るか、送らないことを示す',
  '406: frames are not offered in the media type of their compression':
    '406：圧縮形式のメディアタイプではフレームを提供していない',
  'there is no part with the frame': 'フレームのパートがない',
  'nothing here decodes {name}': 'ここでは {name} を復号できない',
  'another stream than was stored, of lossy compression': '保存時とは異なる非可逆圧縮のビット列である',
  'another stream than was stored, which nothing here decodes': '保存時とは異なり、ここでは復号できないビット列である',
  'sends a range of bytes, or the whole': 'バイト範囲か全体を送る',
  'no range is served': '範囲は提供されていない',
  'refuses a range beyond the end, or sends the whole': '終わりを越える範囲を拒否するか、全体を送る',
  '{exchange} is in parts, and the rule is about payloads that are not':
    '{exchange} は複数のパートからなり、この規則は単一パートのペイロードについてのものである',
  'the two answers have other bytes, though they are of one length':
    '2 つの応答は長さが同じだが、内容のバイト列が異なる',
  'fits the picture into viewport={value}': 'viewport={value} に収まる画像を描画する',
  'applies window={value}': 'window={value} を適用する',
  'takes {parameter}={value}': '{parameter}={value} を受け付ける',
  'draws annotation={value}': 'annotation={value} を描き込む',
  'ignores annotation={value} with a warning': 'annotation={value} を警告付きで無視する',
  'a picture in a format that is not read here': 'ここで読み取れない形式の画像である',
  'answers 400 to {parameter}={value}': '{parameter}={value} に 400 で応答する',
  'taken all the same, where the clause wants 400': '規定は 400 を求めるが、受け付けられた',
  'taken all the same': '受け付けられた',
  '{exchange} is no picture that is read here': '{exchange} はここで読み取れる画像ではない',
  'pictures that are not decoded here, or of different sizes': 'ここで復号できない画像、または大きさの異なる画像である',
  'renders a study or series in parts': '検査やシリーズをパートに分けて描画する',
  'renders no study or series as one picture': '検査やシリーズを 1 枚の画像としては描画しない',
  'not offered, though Table 10.3-2 has it mandatory: few servers do':
    '表 10.3-2 では必須だが提供されていない（対応するサーバーは少ない）',
  'one picture is sent, which can stand for one image only': '1 つの画像しか表せない 1 枚の画像が送られた',
  'renders each frame of a list': '一覧の各フレームを描画する',
  'refused: no clause of its own has frame lists rendered': '拒否した（フレーム一覧の描画を定める独立した規定はない）',
  'renders a whole multi-frame instance, or refuses to': 'マルチフレームのインスタンス全体を描画するか拒否する',
  'Table 8.7.4-1 has no default for several frames': '表 8.7.4-1 には複数フレームの既定がない',
  'has thumbnails at every level, or at none': 'サムネイルがすべてのレベルにあるか、どのレベルにもない',
  'the server has no thumbnails, which Table 10.3-2 leaves to it': 'サーバーにサムネイルはない（表 10.3-2 では任意）',
  'gives a thumbnail as one picture': 'サムネイルを 1 枚の画像として返す',
  'no thumbnail: {status}': 'サムネイルなし（{status}）',
  '{exchange} is no picture': '{exchange} は画像ではない',
  'keeps a thumbnail within the viewport': 'サムネイルをビューポート内に収める',
  'crops no thumbnail': 'サムネイルを切り抜かない',
  'matches names with or without regard to case': '大文字と小文字を区別して、または区別せずに名前を照合する',
  'the values as they are stored do not find the study': '保存したとおりの値で検査が見つからない',
  '{exchange} cannot be read as a list of studies': '{exchange} を検査の一覧として読み取れない',
  '{exchange} does not leave the study out: the server was not seen to heed the key':
    '{exchange} がその検査を除外していない（サーバーがキーを考慮することを確認できない）',
  'refused, as by a server that does not combine them': '拒否した（両者を組み合わせないサーバーの応答）',
  'refused, as a server may that does not match so': '拒否した（そのような照合を行わないサーバーに認められる）',
  'a name is found in another case': '大文字と小文字が異なっても名前が見つかる',
  'a name is not found in another case': '大文字と小文字が異なると名前が見つからない',
  'finds a name by its beginning': '先頭の文字で名前を見つける',
  'takes a range of dates and one of times as one interval': '日付の範囲と時刻の範囲を 1 つの期間として扱う',
  'answers limit=0 without results or error': 'limit=0 に、結果もエラーもなく応答する',
  'whether nothing may be asked for, no clause says': '結果を求めないことが許されるかは規定されていない',
  'limit=0 is taken for no limit': 'limit=0 は上限なしとして扱われた',
  'selects by ModalitiesInStudy={modality}': 'ModalitiesInStudy={modality} で絞り込む',
};
