import type { JSON_FORM } from '../../../lib/breaches/kinds/json.ts';
import { alternatives, attributeName, quoted } from '../quote.ts';
import type { SeenIn, Telling, WordsFor } from '../telling.ts';

const NOT_PARSED = 'クライアントは応答を解析できず、何も表示できません。';
const TYPED = '値の型に頼るクライアントは失敗し、何も表示しないかエラーになります。';

type OfValue = { readonly tag: string; readonly value: string };

/** VR の定める形とは違う形で書かれた属性。 */
function written(what: string, right: string, effect: string, remedy: string) {
  return ({ tag, value }: OfValue, seen: SeenIn): Telling => ({
    headline: `${seen.request} の応答で、${attributeName(tag)} の ${value} が${what}。`,
    expected: right,
    observed: String(value),
    effect,
    remedy,
  });
}

export const JSON_FORM_JAPANESE: WordsFor<typeof JSON_FORM> = {
  'json-malformed': ({ message, offset }, seen) => ({
    headline: `${seen.request} の応答が JSON ではありません（${offset} バイト目、${message}）。`,
    expected: 'RFC 8259 の JSON',
    observed: `${offset} バイト目: ${message}`,
    effect: NOT_PARSED,
    remedy: 'JSON ライブラリを使い、応答を最後まで書いてください。',
  }),
  'json-member-repeated': ({ message }, seen) => ({
    headline: `${seen.request} の応答の JSON に、同じ名前が 2 回あります（${message}）。`,
    expected: 'オブジェクトの中で重複しない名前',
    observed: String(message),
    effect: 'クライアントごとに最初か最後の値を使い、同じ属性に違う値が表示されます。',
    remedy: '各属性を 1 回だけ書いてください。',
  }),
  'json-number-non-finite': ({ message }, seen) => ({
    headline: `${seen.request} の応答の JSON で、数値の場所に数値でないものがあります（${message}）。`,
    expected: 'JSON の数値、null、または値なし',
    observed: String(message),
    effect: NOT_PARSED,
    remedy: 'JSON には NaN も Infinity もありません。値を省いてください。',
  }),
  'json-control-character': ({ message }, seen) => ({
    headline: `${seen.request} の応答の JSON に、エスケープされていない制御文字があります（${message}）。`,
    expected: '文字列の中でエスケープされた制御文字',
    observed: String(message),
    effect: NOT_PARSED,
    remedy: '制御文字を \\u00XX とエスケープしてください。JSON ライブラリなら自動で行われます。',
  }),
  'json-byte-order-mark': (_, seen) => ({
    headline: `${seen.request} の応答が、JSON ではなくバイト順マークで始まります。`,
    expected: 'バイト順マークのない UTF-8',
    observed: 'バイト EF BB BF',
    effect: NOT_PARSED,
    remedy: 'UTF-8 をバイト順マークなしで書いてください。',
  }),
  'json-not-utf8': ({ message }, seen) => ({
    headline: `${seen.request} の応答の JSON が UTF-8 ではありません（${message}）。`,
    expected: 'UTF-8',
    observed: String(message),
    effect: '漢字などの ASCII 以外の文字が化けるか、応答を解析できません。',
    remedy: '保存されたテキストを SpecificCharacterSet で復号し、UTF-8 で書いてください。',
  }),
  'json-labelled-otherwise': ({ type }, seen) => ({
    headline:
      type === null
        ? `${seen.request} の応答の DICOM JSON に、application/dicom+json を示すメディアタイプがありません。`
        : `${seen.request} の応答の DICOM JSON が、application/dicom+json ではなく ${type} とされています。`,
    expected: 'application/dicom+json',
    observed: type === null ? 'メディアタイプなし' : String(type),
    effect: 'メディアタイプで判断するクライアントは、応答を DICOM JSON とみなしません。',
    remedy: 'DICOM JSON を application/dicom+json としてください。',
  }),
  'json-charset-untrue': ({ charset }, seen) => ({
    headline: `${seen.request} の応答は charset=${charset} とされていますが、JSON は UTF-8 です。`,
    expected: 'charset なし、または UTF-8',
    observed: quoted(charset),
    effect: 'これを信じるクライアントでは、氏名が文字化けします。',
    remedy: 'JSON の Content-Type から charset を除いてください。',
  }),
  'json-attributes-unordered': ({ tag, before }, seen) => ({
    headline: `${seen.request} の応答で、${attributeName(tag)} がタグの昇順ではなく ${attributeName(before)} の後にあります。`,
    expected: `${tag}、${before} の順`,
    observed: `${before}、${tag} の順`,
    effect: '読みながら DICOM ファイルに変換するクライアントは、規格に合わないファイルを書きます。',
    remedy: '各データセットの属性をタグの順に並べてください。',
  }),
  'json-name-no-tag': ({ name }, seen) => ({
    headline: `${seen.request} の応答の属性名 ${quoted(name)} が、大文字の 16 進数 8 桁のタグではありません。`,
    expected: '大文字の 16 進数 8 桁のタグ',
    observed: quoted(name),
    effect: 'クライアントはタグで属性を探すため見つけられず、何も表示できません。',
    remedy: '属性名を 0020000D のように、グループと要素の大文字 16 進数で書いてください。',
  }),
  'json-group-length': ({ tag }, seen) => ({
    headline: `${seen.request} の応答に、JSON では除くべきグループ長 ${attributeName(tag)} があります。`,
    expected: 'グループ長要素なし',
    observed: quoted(tag),
    effect: 'DICOM ファイルに変換するクライアントは、誤った長さを書きます。',
    remedy: '要素 (gggg,0000) を除いてください。',
  }),
  'json-vr-missing': ({ tag, value }, seen) => ({
    headline: `${seen.request} の応答で、${attributeName(tag)} に vr がありません。`,
    expected: 'vr のある属性オブジェクト',
    observed: String(value),
    effect: 'クライアントは値の読み方が分からず、プライベート属性は失われます。',
    remedy: '空の属性も含め、各属性に vr を書いてください。',
  }),
  'json-vr-unknown': ({ tag, vr }, seen) => ({
    headline: `${seen.request} の応答で、${attributeName(tag)} の vr ${vr} は存在しない VR です。`,
    expected: '表 F.2.3-1 の VR',
    observed: String(vr),
    effect: 'クライアントは値の読み方が分からず、属性を捨てます。',
    remedy: 'VR を PS3.5 のとおり大文字 2 文字で書いてください。',
  }),
  'json-vr-wrong': ({ tag, vr, expected }, seen) => ({
    headline: `${seen.request} の応答で、${attributeName(tag)} の vr が ${alternatives(expected)} ではなく ${vr} です。`,
    expected: alternatives(expected),
    observed: String(vr),
    effect: 'クライアントは誤った規則で値を読み、誤ったファイルを書きます。',
    remedy: 'vr をデータ辞書から取り、プライベート属性では保存されたものを使ってください。',
  }),
  'json-value-no-array': written(
    '配列ではありません',
    '配列の Value',
    'Value の最初の要素を読むクライアントは、1 文字だけを得るか、何も得られません。',
    '値が 1 つでも Value を配列で書いてください。',
  ),
  'json-two-holders': ({ tag }, seen) => ({
    headline: `${seen.request} の応答で、${attributeName(tag)} に Value、BulkDataURI、InlineBinary のうち 2 つがあります。`,
    expected: 'Value、BulkDataURI、InlineBinary のうち 1 つ',
    observed: '2 つ',
    effect: 'クライアントは片方を読みますが、どちらが正しいか分かりません。',
    remedy: '値か参照のどちらかだけを書いてください。',
  }),
  'json-unknown-member': ({ tag, member }, seen) => ({
    headline: `${seen.request} の応答で、${attributeName(tag)} に DICOM JSON にない ${quoted(member)} があります。`,
    expected: 'vr と値の入れ物 1 つだけ',
    observed: quoted(member),
    effect: '厳密なクライアントは応答を拒否し、ほかのものは無視します。',
    remedy: 'PS3.18 Annex F にないメンバーを除いてください。',
  }),
  'json-text-no-string': written(
    'JSON の文字列ではありません',
    'JSON の文字列',
    TYPED,
    'テキストの VR の値を JSON の文字列で書いてください。',
  ),
  'json-number-no-number': written(
    'JSON の数値ではありません',
    'JSON の数値',
    TYPED,
    'FD、FL、SL、SS、UL、US を JSON の数値で書いてください。',
  ),
  'json-decimal-no-number': written(
    '数値でも文字列でもありません',
    'JSON の数値または文字列',
    TYPED,
    'DS、IS、SV、UV を JSON の数値または文字列で書いてください。',
  ),
  'json-attribute-tag-malformed': written(
    '8 桁のタグではありません',
    '大文字の 16 進数 8 桁のタグ',
    'クライアントは、値が指す属性を見つけられません。',
    'AT の値を、括弧とコンマのない大文字のグループと要素で書いてください。',
  ),
  'json-name-no-object': written(
    '成分グループのオブジェクトではありません',
    'Alphabetic、Ideographic、Phonetic のオブジェクト',
    'クライアントは Alphabetic を見つけられず、患者名を表示しません。',
    '名前を {"Alphabetic": "Doe^John"} のように書いてください。',
  ),
  'json-name-group-no-string': written(
    '文字列の成分グループではありません',
    'JSON の文字列の成分グループ',
    'クライアントは患者名を表示しないか、失敗します。',
    '成分グループを文字列で書いてください。',
  ),
  'json-name-group-empty': ({ tag }, seen) => ({
    headline: `${seen.request} の応答で、${attributeName(tag)} の空の成分グループが省かれずに書かれています。`,
    expected: '空の成分グループを書かない',
    observed: '""',
    effect: '表意文字や表音文字のグループを優先するクライアントは、空の名前を表示します。',
    remedy: '値のない成分グループを省いてください。',
  }),
  'json-name-group-joined': written(
    '等号で成分グループをつないでいます',
    '別々のメンバーにした成分グループ',
    '氏名のすべての表記がつながって表示され、どの表記でも検索されません。',
    '名前を等号で Alphabetic、Ideographic、Phonetic に分けてください。',
  ),
  'json-item-no-object': written(
    'データセットではありません',
    'シーケンスの項目となるデータセットのオブジェクト',
    'クライアントはシーケンスの内容を読めません。',
    'シーケンスの項目を属性のオブジェクトで書いてください。',
  ),
  'json-empty-written': ({ tag, form }, seen) => ({
    headline: `${seen.request} の応答で、値のない ${attributeName(tag)} に vr だけではなく ${form} が書かれています。`,
    expected: 'Value も InlineBinary もなく vr だけ',
    observed: String(form),
    effect: 'クライアントは値があるとみなし、空白を表示するか、null で失敗します。',
    remedy: '値のない属性を {"vr": "…"} と書いてください。',
  }),
  'json-gap-not-null': written(
    '、複数の値の中の空の値を表す null ではありません',
    '空の値を表す null',
    'クライアントは空の値を値とみなします。',
    '複数の値の中の空の値を null で書いてください。',
  ),
  'json-several-of-one': ({ tag, vr }, seen) => ({
    headline: `${seen.request} の応答で、値が 1 つの ${vr} である ${attributeName(tag)} に複数の値があります。`,
    expected: `${vr} の値は 1 つ`,
    observed: '複数',
    effect: '逆斜線を含むテキストが分割され、クライアントは最初の部分しか表示しません。',
    remedy: `${vr} の逆斜線は文字です。そこで分割しないでください。`,
  }),
  'json-inline-not-allowed': ({ tag, vr }, seen) => ({
    headline: `${seen.request} の応答で、vr ${vr} の ${attributeName(tag)} が Value ではなく InlineBinary です。`,
    expected: 'InlineBinary は OB OD OF OL OV OW UN だけ',
    observed: `${vr} の InlineBinary`,
    effect: 'Value を探すクライアントは何も見つけられません。',
    remedy: 'テキストと数値の VR の値を Value で書いてください。',
  }),
  'json-inline-no-base64': written(
    '値全体の base64 テキストではありません',
    '値全体の base64 文字列 1 つ',
    'クライアントはバイト列を復号できません。',
    '値フィールド全体を base64（RFC 4648 §4）の文字列 1 つで書いてください。',
  ),
  'json-inline-other-alphabet': ({ tag }, seen) => ({
    headline: `${seen.request} の応答で、${attributeName(tag)} の base64 の文字の種類か詰め物が標準と違います。`,
    expected: '標準の文字による base64（RFC 4648 §4）',
    observed: '別の文字、または詰め物なし',
    effect: '厳密な復号器はバイト列を拒否します。',
    remedy: 'base64 に + と / を使い、等号で詰めてください。',
  }),
  'json-binary-as-values': ({ tag, vr }, seen) => ({
    headline: `${seen.request} の応答で、vr ${vr} の ${attributeName(tag)} が BulkDataURI や InlineBinary ではなく Value です。`,
    expected: `${vr} に Value なし`,
    observed: 'Value',
    effect: 'クライアントは BulkDataURI か InlineBinary を探し、画素などのバイト列を見つけられません。',
    remedy: 'バイト列を BulkDataURI か base64 の InlineBinary で書いてください。',
  }),
  'json-bulk-data-not-allowed': ({ tag, vr }, seen) => ({
    headline: `${seen.request} の応答で、認められない vr ${vr} の ${attributeName(tag)} が BulkDataURI に置き換えられています。`,
    expected: `${vr} に BulkDataURI なし`,
    observed: 'BulkDataURI',
    effect: '値そのものを探すクライアントは何も表示しません。',
    remedy: '短い値を Value で書いてください。BulkDataURI は PS3.18 §10.4.3.3.2 の VR のためのものです。',
  }),
  'json-bulk-data-uri-no-string': written(
    'URI の BulkDataURI ではありません',
    'URI の BulkDataURI',
    'クライアントはたどれず、画素などの大きな値を開けません。',
    'BulkDataURI を文字列 1 つで書いてください。',
  ),
  'json-bulk-data-uri-relative': ({ tag, uri }, seen) => ({
    headline: `${seen.request} の応答で、${attributeName(tag)} の BulkDataURI が相対参照です: ${quoted(uri)}。`,
    expected: 'http または https の絶対 URI',
    observed: quoted(uri),
    effect: '応答の URL を基準に解決しないクライアントは、内容を開けません。',
    remedy: 'サービスの公開された基準 URL から BulkDataURI を作ってください。',
  }),
  'json-bulk-data-uri-unusable': ({ tag, uri }, seen) => ({
    headline: `${seen.request} の応答で、${attributeName(tag)} の BulkDataURI はたどれません: ${quoted(uri)}。`,
    expected: 'http または https の絶対 URI',
    observed: quoted(uri),
    effect: '画素などの大きな値を開けません。',
    remedy: 'BulkDataURI をサービスの http または https の URL で作ってください。',
  }),
  'json-value-malformed': ({ tag, vr, value }, seen) => ({
    headline: `${seen.request} の応答で、${attributeName(tag)} の ${value} が vr ${vr} の値ではありません。`,
    expected: `${vr} の形式の値`,
    observed: String(value),
    effect: 'クライアントは値を読めず、何も表示しないか、別のものを表示します。',
    remedy: '値を保存されたとおり、VR の形式で書いてください（PS3.5 表 6.2-1）。',
  }),
  'json-value-with-nul': ({ tag, value }, seen) => ({
    headline: `${seen.request} の応答で、${attributeName(tag)} に詰め物のバイト NUL が残っています: ${quoted(value)}。`,
    expected: 'NUL のない文字列',
    observed: quoted(value),
    effect: 'UID を比べるクライアントは同じものと認識できず、画像が見つかりません。',
    remedy: 'JSON に書く前に値フィールドの詰め物を除いてください。',
  }),
  'json-private-without-creator': ({ tag, creator }, seen) => ({
    headline: `${seen.request} の応答に、作成者 ${attributeName(creator)} のないプライベート属性 ${attributeName(tag)} があります。`,
    expected: `同じデータセットに作成者 ${attributeName(creator)}`,
    observed: `それのない ${attributeName(tag)}`,
    effect: '誰のプライベート属性か、値が何を意味するか分かりません。',
    remedy: 'プライベート属性とともに作成者を送るか、両方を除いてください。',
  }),
  'json-character-set-untrue': ({ value, stored }, seen) => ({
    headline: `${seen.request} の応答の SpecificCharacterSet ${quoted(value)} は、保存されたものでも ISO_IR 192 でもありません。`,
    expected: alternatives([...(stored ?? []).map(quoted), '"ISO_IR 192"']),
    observed: quoted(value),
    effect: '応答からファイルを書くクライアントは、テキストに誤った文字集合を付けます。',
    remedy: 'SpecificCharacterSet を保存されたまま、または ISO_IR 192 で送ってください。',
  }),
};
