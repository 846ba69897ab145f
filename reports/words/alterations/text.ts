import { quoted } from '../quote.ts';
import { type AlterationWords, plainly } from './altered.ts';

/** Texts that were made of others. */
export const TEXT_ALTERATIONS: AlterationWords = [
  [
    /^cut at the first (.)$/su,
    {
      english: (character = '') => ({
        how: `cut at the first ${quoted(character)}`,
        remedy: `Keep values at their full length: something takes ${quoted(character)} for their end.`,
      }),
      japanese: (character = '') => ({
        how: `最初の ${quoted(character)} で切られています`,
        remedy: `値を全長のまま保ってください。${quoted(character)} を値の終わりとみなす処理があります。`,
      }),
    },
  ],
  [
    /^cut to (\d+) characters$/,
    {
      english: (count = '') => ({
        how: `cut to ${count} characters`,
        remedy: `Keep values at their full length: something cuts them after ${count} characters, such as a column of the database.`,
      }),
      japanese: (count = '') => ({
        how: `${count} 文字で切られています`,
        remedy: `値を全長のまま保ってください。データベースの列など、${count} 文字で切るものがあります。`,
      }),
    },
  ],
  [
    /^component groups left out$/,
    {
      english: () => ({
        how: 'without some of its component groups',
        remedy: 'Write every group of a name: Alphabetic, Ideographic and Phonetic.',
      }),
      japanese: () => ({
        how: '一部の構成グループがありません',
        remedy: '人名のすべての構成グループ（Alphabetic、Ideographic、Phonetic）を書いてください。',
      }),
    },
  ],
  [
    /^(upper|lower) case$/,
    {
      english: (which = '') => ({
        how: `in ${which} case`,
        remedy: 'Keep letters as they are: fold case for comparisons only.',
      }),
      japanese: (which = '') => ({
        how: `${which === 'upper' ? '大文字' : '小文字'}に変わっています`,
        remedy: '文字はそのまま保ち、大文字小文字の同一視は比較のときだけにしてください。',
      }),
    },
  ],
  [
    /^other case$/,
    plainly(
      'with capital and small letters exchanged',
      'Keep letters as they are: fold case for comparisons only.',
      '大文字と小文字が変わっています',
      '文字はそのまま保ち、大文字小文字の同一視は比較のときだけにしてください。',
    ),
  ],
  [
    /^spaces around it$/,
    plainly(
      'padded with spaces',
      'Write values without padding: fixed-width columns of a database add it.',
      '空白で埋められています',
      '値は詰め物なしで書いてください。固定長の列が空白を加えることがあります。',
    ),
  ],
  [
    /^no spaces around it$/,
    plainly(
      'without the spaces around it',
      'Keep text as it was sent, spaces included where they have a meaning.',
      '前後の空白がありません',
      '意味のある空白も含めて、文字列を送信されたまま保ってください。',
    ),
  ],
  [
    /^question marks for characters beyond ASCII$/,
    {
      english: () => ({
        how: 'with question marks for characters beyond ASCII',
        remedy:
          'Read and write text in the character set that SpecificCharacterSet names; look for a conversion or a column without Unicode.',
      }),
      japanese: () => ({
        how: 'ASCII 以外の文字が疑問符に変わっています',
        remedy:
          'SpecificCharacterSet の文字集合で読み書きし、Unicode を扱えない変換やデータベースの列がないか確認してください。',
      }),
    },
  ],
  [
    /^UTF-8 taken for another character set$/,
    plainly(
      'with UTF-8 taken for another character set',
      'Read text in the character set that it is in, UTF-8 where SpecificCharacterSet is ISO_IR 192, and encode it once: here UTF-8 was read as ISO 8859-1, and maybe encoded again.',
      'UTF-8 が別の文字集合として読まれています',
      '文字列は実際の文字集合（SpecificCharacterSet が ISO_IR 192 なら UTF-8）で読み、一度だけ符号化してください。ここでは UTF-8 が ISO 8859-1 として読まれています。',
    ),
  ],
  [
    /^characters that are no UTF-8$/,
    plainly(
      'in another encoding than it is labelled with',
      'Write text in UTF-8 in JSON and XML, and in files in the character set that SpecificCharacterSet names.',
      '宣言と異なる符号化です',
      'JSON と XML では UTF-8、ファイルでは SpecificCharacterSet が示す文字集合で文字列を書いてください。',
    ),
  ],
  [
    /^no characters beyond ASCII$/,
    plainly(
      'without its characters beyond ASCII',
      'Keep every character: read and write text in the character set that SpecificCharacterSet names.',
      'ASCII 以外の文字が失われています',
      'すべての文字を保ち、SpecificCharacterSet の文字集合で読み書きしてください。',
    ),
  ],
  [
    /^no accents$/,
    plainly(
      'without accents',
      'Keep letters as they are: fold accents for comparisons only.',
      'アクセント記号が失われています',
      '文字はそのまま保ち、アクセントの同一視は比較のときだけにしてください。',
    ),
  ],
  [
    /^in quotation marks$/,
    plainly(
      'in quotation marks',
      'Write values without quotation marks of your own: something quotes them twice.',
      '引用符で囲まれています',
      '値に独自の引用符を付けないでください。どこかで二重に引用されています。',
    ),
  ],
  [
    /^escaped as HTML$/,
    {
      english: () => ({ how: 'escaped as HTML', remedy: 'Escape text where it is put into a page, and nowhere else.' }),
      japanese: () => ({
        how: 'HTML としてエスケープされています',
        remedy: 'エスケープはページに埋め込むときだけにしてください。',
      }),
    },
  ],
  [
    /^escaped as HTML twice$/,
    plainly(
      'escaped as HTML or XML twice',
      'Escape text once, where it is put into XML or a page.',
      'HTML または XML として二重にエスケープされています',
      'エスケープは XML やページに埋め込むときに一度だけ行ってください。',
    ),
  ],
  [
    /^escaped as JSON$/,
    plainly(
      'escaped as JSON twice',
      'Escape text once, where it is put into JSON: leave that to the library that writes it.',
      'JSON として二重にエスケープされています',
      'エスケープは JSON に書くときに一度だけ行い、書き出すライブラリーに任せてください。',
    ),
  ],
  [
    /^in base64$/,
    plainly(
      'in base64',
      'Write text as it is: base64 is for InlineBinary alone.',
      'base64 になっています',
      '文字列はそのまま書いてください。base64 は InlineBinary だけに用います。',
    ),
  ],
  [
    /^percent-encoded$/,
    {
      english: () => ({ how: 'percent-encoded', remedy: 'Percent-encode URLs, and nothing else.' }),
      japanese: () => ({
        how: 'パーセント符号化されています',
        remedy: 'パーセント符号化は URL だけに用いてください。',
      }),
    },
  ],
  [
    /^percent-encoded twice$/,
    plainly(
      'percent-encoded twice',
      'Percent-encode URLs, once, and nothing else.',
      '二重にパーセント符号化されています',
      'パーセント符号化は URL だけに、一度だけ用いてください。',
    ),
  ],
  [
    /^components in another order$/,
    plainly(
      'with its components in another order',
      'Keep components in their places: family name, given name, middle name, prefix, suffix.',
      '構成要素の順序が変わっています',
      '構成要素の位置（姓、名、ミドルネーム、接頭辞、接尾辞）を保ってください。',
    ),
  ],
  [
    /^(.+) before it$/su,
    {
      english: (text = '') => ({
        how: `with ${quoted(text)} before it`,
        remedy: `Keep values as they were sent: something puts ${quoted(text)} before them.`,
      }),
      japanese: (text = '') => ({
        how: `前に ${quoted(text)} が付いています`,
        remedy: `値は送信されたまま保ってください。${quoted(text)} を前に付ける処理があります。`,
      }),
    },
  ],
  [
    /^(.+) after it$/su,
    {
      english: (text = '') => ({
        how: `with ${quoted(text)} behind it`,
        remedy: `Keep values as they were sent: something puts ${quoted(text)} behind them.`,
      }),
      japanese: (text = '') => ({
        how: `後ろに ${quoted(text)} が付いています`,
        remedy: `値は送信されたまま保ってください。${quoted(text)} を後ろに付ける処理があります。`,
      }),
    },
  ],
  [
    /^(.) written as (.*)$/su,
    {
      english: (character = '', other = '') => ({
        how: other === '' ? `without its ${quoted(character)}` : `with ${quoted(other)} for ${quoted(character)}`,
        remedy: `Keep every character of a value: something ${other === '' ? `leaves ${quoted(character)} out` : `writes ${quoted(other)} for ${quoted(character)}`}.`,
      }),
      japanese: (character = '', other = '') => ({
        how:
          other === ''
            ? `${quoted(character)} が失われています`
            : `${quoted(character)} が ${quoted(other)} になっています`,
        remedy: `値のすべての文字を保ってください。${quoted(character)} を${other === '' ? '除く' : ` ${quoted(other)} に変える`}処理があります。`,
      }),
    },
  ],
];
