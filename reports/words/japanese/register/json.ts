import type { RequirementTexts } from './requirement-texts.ts';

export const JSON_MODEL: RequirementTexts = {
  'JSON-001': {
    statement:
      'DICOM JSON の本文はすべて RFC 8259 に厳格なパーサーで解析できる。1 つのオブジェクトに同名のメンバーが重複せず、数値の代わりに NaN や Infinity を用いない。',
    disputed:
      'JSON には FL・FD の非有限値の表記がなく、規格は代わりの値を定めていない。評価：JSON でないテキストだけを不適合とし、数値の代わりの null や文字列はこの要件では問題としない。',
  },
  'JSON-002': {
    statement: 'JSON テキストは BOM なしの UTF-8 で送信し、保存時の文字集合が何であっても文字が変わらない。',
  },
  'JSON-003': {
    statement: '各属性のキーはタグであり、グループと要素の間に区切りのない、大文字の 16 進 8 桁で表す。',
  },
  'JSON-004': {
    statement: '1 つのオブジェクト内の属性は、どの入れ子の階層でもタグの昇順に並ぶ。',
    disputed:
      '2024e 版までは must、2025a 版からは shall かつ辞書順とされるが、JSON 自体はオブジェクトのメンバーに順序を定めない。評価：通常の JSON パーサーでは違いが分からないため警告とする。',
  },
  'JSON-005': { statement: 'グループ長要素 (gggg,0000) は DICOM JSON に現れない。' },
  'JSON-006': {
    statement: '各属性オブジェクトは、表に挙げられた VR の 1 つを vr メンバーで示す。',
  },
  'JSON-007': {
    statement: 'vr はデータ辞書の VR と一致し、辞書に選択肢がある場合は保存時の VR と一致する。',
    disputed:
      '標準属性を UN とすると型は失われるが値は失われない。評価：UN は警告、それ以外の異なる VR は不適合とする。',
  },
  'JSON-008': {
    statement:
      '属性オブジェクトの内容は Value、BulkDataURI、InlineBinary のうち多くとも 1 つで表し、値が 1 つでも Value は配列とする。',
  },
  'JSON-009': {
    statement: '文字列系 VR（AE AS AT CS DA DT LO LT SH ST TM UC UI UR UT）の値は JSON の文字列とする。',
  },
  'JSON-010': {
    statement: 'バイナリー数値の VR（FL FD SL SS UL US）の値は JSON の数値とする。',
  },
  'JSON-011': {
    statement: 'DS、IS、SV、UV の値は JSON の数値または文字列とし、保存時の数値を正確に表す。',
    disputed:
      '2019e 版までは数値のみが認められ、2020 年の版から文字列が加わった。評価：どちらも適合、精度が失われた値は警告、異なる数値や型は不適合とする。',
  },
  'JSON-012': { statement: 'AT の値は、大文字の 16 進 8 桁で書かれたタグである。' },
  'JSON-013': {
    statement: 'PN の値は、文字列 Alphabetic、Ideographic、Phonetic 以外のメンバーを持たないオブジェクトである。',
  },
  'JSON-014': {
    statement: 'PN の値は内容のある成分グループだけを持ち、それぞれキャレットを保ち、等号を含まない。',
  },
  'JSON-015': {
    statement: 'シーケンスはデータセットオブジェクトの配列であり、属性のない項目は空のオブジェクトとする。',
  },
  'JSON-016': {
    statement: '値なしで保存された属性は、vr だけを持つ属性として JSON に残る。',
    disputed:
      '空の Value 配列も、多くのパーサーにとっては同じ意味になる。評価：[] は警告、[""]・[null]・[{}] と、メタデータからの属性の欠落は不適合とする。',
  },
  'JSON-017': { statement: '複数値の途中の空値は、その位置の null で表す。' },
  'JSON-018': {
    statement: '複数値は配列の複数の要素とし、バックスラッシュで区切った 1 つの文字列にしない。',
  },
  'JSON-019': {
    statement:
      'InlineBinary は値フィールド全体の単一の base64 文字列であり、OB OD OF OL OV OW UN にのみ用いる。これらの VR は Value を持たない。',
    disputed:
      '文字集合は PS3.19 に従うが、PS3.18 はクエリ値に URL セーフのものを挙げている。評価：URL セーフの文字集合は警告とする。',
  },
  'JSON-020': {
    statement: 'InlineBinary を復号すると、リトルエンディアンの保存時の値フィールドになる。',
  },
  'JSON-021': {
    statement: 'BulkDataURI は、クライアントがアクセスできる URI の文字列である。',
    disputed:
      'F.2.2 は WADO-RS の URL とするが、例には絶対パス参照が示されている。評価：相対参照はリクエストを基準に解決したうえで警告とし、空文字列や URI でないものは不適合とする。',
  },
  'JSON-022': {
    statement: '保存時の値が正しければ、返される値も VR の形式、使用可能文字、長さを守る。',
    disputed:
      '保存時から不正だった値は、そのまま返してよい。評価：そのような値は記録にとどめ、サーバー自身が不正にしたものだけを不適合とする。',
  },
  'JSON-023': {
    statement: 'UID を偶数長にするための NUL は、JSON の文字列に含まれない。',
  },
  'JSON-024': {
    statement: 'プライベート属性は、そのブロックを予約するクリエーター要素とともに同じオブジェクトに入る。',
  },
  'JSON-025': {
    statement: 'JSON 内の SpecificCharacterSet は JSON テキストの符号化を示さない。JSON テキストは UTF-8 である。',
    disputed: '2024e 版まではその値について規定がなく、2025e 版の注記では保存時の値を残す。記録のみで評価しない。',
  },
  'JSON-026': {
    statement:
      'DICOM JSON の Content-Type は application/dicom+json とし、charset パラメーターがある場合は UTF-8 とする。',
    disputed:
      'application/json もバイト列に関する限り誤りではないが、内容が DICOM JSON であることが分からない。評価：警告とする。',
  },
};
