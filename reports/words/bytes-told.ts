import type { InEach } from './language.ts';
import { counted } from './quote.ts';

/** What the words of bytes that differ need: how they do, and lengths in bytes. */
interface Bytes {
  readonly how: string;
  readonly same: number;
  readonly stored: number;
  readonly returned: number;
}

export interface HowTold {
  /** Behind what came: `with the two bytes of each word swapped`. */
  readonly how: string;
  readonly observed: string;
  /** What the vendor would change; null where the kind of breach says it. */
  readonly remedy: string | null;
}

type Tell = (bytes: Bytes) => HowTold;

const PATTERNS: InEach<Readonly<Record<string, Tell | undefined>>> = {
  english: {
    swapped: () => ({
      how: 'with the two bytes of each word swapped',
      observed: 'the stored bytes, swapped in pairs',
      remedy: 'Send words of 16 bits in little endian, as the transfer syntax has them: swap bytes once or not at all.',
    }),
    'reversed words': () => ({
      how: 'with the four bytes of each word in reverse',
      observed: 'the stored bytes, reversed four by four',
      remedy: 'Send words of 32 bits in little endian, as the transfer syntax has them.',
    }),
    inverted: () => ({
      how: 'inverted, black for white',
      observed: 'the complement of each stored byte',
      remedy: 'Return the stored pixels as they are: PhotometricInterpretation tells viewers what is black and white.',
    }),
    zeros: () => ({
      how: 'all zero, which is a black picture',
      observed: 'zeros alone',
      remedy: 'Read the pixels before they are sent: a buffer is sent that nothing was written to.',
    }),
    'zeros from': ({ same }) => ({
      how: `zero from byte ${same} to the end`,
      observed: `the first ${counted(same, 'byte')}, and zeros behind them`,
      remedy: 'Copy the pixels to their last byte: the rest of the buffer is sent as it was made.',
    }),
    'last byte': ({ same }) => ({
      how: `with another byte at their very end, at ${same}`,
      observed: `all but the last of ${counted(same + 1, 'byte')} as stored`,
      remedy: 'Copy the value to its last byte, an odd length included, and pad behind it.',
    }),
    shifted: ({ same }) => ({
      how: 'moved by some bytes',
      observed: `the stored bytes, moved; ${counted(same, 'byte')} at the beginning are alike`,
      remedy: 'Send the value from its first byte on, with nothing before it.',
    }),
    cut: ({ stored, returned }) => ({
      how: `cut off after ${returned} of ${counted(stored, 'byte')}`,
      observed: `the first ${counted(returned, 'byte')}; the rest is missing`,
      remedy: 'Send the value to its last byte; look for a buffer or a length that cuts it.',
    }),
    longer: ({ stored, returned }) => ({
      how: `with ${counted(returned - stored, 'byte')} more behind them`,
      observed: `the stored bytes and ${returned - stored} more`,
      remedy: 'Send the value and nothing behind it.',
    }),
    'high bytes': () => ({
      how: 'with the high byte of each word alone',
      observed: 'the second byte of each stored word, in 8 bits',
      remedy: 'Send samples of 16 bits whole: BitsAllocated says how many bits a sample has.',
    }),
    'low bytes': () => ({
      how: 'with the low byte of each word alone',
      observed: 'the first byte of each stored word, in 8 bits',
      remedy: 'Send samples of 16 bits whole: BitsAllocated says how many bits a sample has.',
    }),
    'red and blue': () => ({
      how: 'with red and blue exchanged',
      observed: 'the stored samples, the first and the third of each pixel exchanged',
      remedy:
        'Send samples in the order that PhotometricInterpretation has: red, green, blue. Some libraries have BGR.',
    }),
    'by plane': () => ({
      how: 'plane by plane instead of pixel by pixel',
      observed: 'the stored samples, all red ones first',
      remedy: 'Send samples as PlanarConfiguration says: 0 is red, green and blue of each pixel.',
    }),
    'by pixel': () => ({
      how: 'pixel by pixel instead of plane by plane',
      observed: 'the stored samples, red, green and blue of each pixel',
      remedy: 'Send samples as PlanarConfiguration says: 1 is all red ones, then green and blue.',
    }),
    mirrored: () => ({
      how: 'mirrored, left for right',
      observed: 'the stored pixels, each row in reverse',
      remedy: 'Send rows from their first pixel on: a mirrored image shows the wrong side of the patient.',
    }),
    'upside down': () => ({
      how: 'upside down, the last row first',
      observed: 'the stored rows in reverse',
      remedy: 'Send rows from the top: some image formats and libraries begin at the bottom.',
    }),
    turned: () => ({
      how: 'turned by 180 degrees',
      observed: 'the stored pixels in reverse',
      remedy: 'Send pixels in the order in which they were stored: the first is that in the upper left corner.',
    }),
    'lowest bits': () => ({
      how: 'with the lowest bits of each byte zero',
      observed: 'the stored bytes without their lowest bits',
      remedy: 'Return the stored pixels bit by bit: do not reduce their depth or compress them with loss.',
    }),
    negative: () => ({
      how: 'as a negative, white for black',
      observed: 'the complement of each stored value',
      remedy: 'Return the stored pixels as they are: PhotometricInterpretation tells viewers what is black and white.',
    }),
    nearly: ({ same }) => ({
      how: 'nearly but not quite as they were stored, as after compression with loss',
      observed: `as many bytes, each of which differs by little, from byte ${same} on`,
      remedy:
        'Compress without loss only: what was compressed with loss is not what was stored, even when decompressed.',
    }),
  },
  japanese: {
    swapped: () => ({
      how: '各ワードの 2 バイトが入れ替わっています',
      observed: '2 バイトずつ入れ替わった保存バイト',
      remedy: '16 ビットのワードは、転送構文のとおりリトルエンディアンで送ってください。',
    }),
    'reversed words': () => ({
      how: '各ワードの 4 バイトが逆順です',
      observed: '4 バイトずつ逆順の保存バイト',
      remedy: '32 ビットのワードは、転送構文のとおりリトルエンディアンで送ってください。',
    }),
    inverted: () => ({
      how: '白黒が反転しています',
      observed: '保存した各バイトの補数',
      remedy: '保存した画素をそのまま返してください。白黒は PhotometricInterpretation がビューアに伝えます。',
    }),
    zeros: () => ({
      how: 'すべてゼロ（真っ黒な画像）です',
      observed: 'ゼロのみ',
      remedy: '送る前に画素を読み込んでください。何も書かれていないバッファーが送られています。',
    }),
    'zeros from': ({ same }) => ({
      how: `${same} バイト目から最後までゼロです`,
      observed: `先頭の ${same} バイトと、その後のゼロ`,
      remedy: '画素を最後のバイトまでコピーしてください。バッファーの残りがそのまま送られています。',
    }),
    'last byte': ({ same }) => ({
      how: `最後の ${same} バイト目だけが異なります`,
      observed: `${same + 1} バイトのうち最後以外は保存どおり`,
      remedy: '長さが奇数でも値を最後のバイトまでコピーし、その後ろに詰め物をしてください。',
    }),
    shifted: ({ same }) => ({
      how: '数バイトずれています',
      observed: `ずれた保存バイト（先頭の ${same} バイトは同じ）`,
      remedy: '値を先頭のバイトから送り、前に何も置かないでください。',
    }),
    cut: ({ stored, returned }) => ({
      how: `${stored} バイト中 ${returned} バイトで途切れています`,
      observed: `先頭の ${returned} バイト。残りがない`,
      remedy: '値を最後のバイトまで送り、途中で切れる原因となるバッファーや長さを確認してください。',
    }),
    longer: ({ stored, returned }) => ({
      how: `後ろに ${returned - stored} バイト余分に付いています`,
      observed: `保存したバイトと、余分な ${returned - stored} バイト`,
      remedy: '値だけを送り、後ろに何も付けないでください。',
    }),
    'high bytes': () => ({
      how: '各ワードの上位バイトだけです',
      observed: '各保存ワードの 2 バイト目（8 ビット）',
      remedy: '16 ビットのサンプルを全体で送ってください。ビット数は BitsAllocated が示します。',
    }),
    'low bytes': () => ({
      how: '各ワードの下位バイトだけです',
      observed: '各保存ワードの 1 バイト目（8 ビット）',
      remedy: '16 ビットのサンプルを全体で送ってください。ビット数は BitsAllocated が示します。',
    }),
    'red and blue': () => ({
      how: '赤と青が入れ替わっています',
      observed: '各画素の 1 番目と 3 番目が入れ替わった保存サンプル',
      remedy: 'PhotometricInterpretation のとおり赤、緑、青の順に送ってください。BGR のライブラリーもあります。',
    }),
    'by plane': () => ({
      how: '画素順ではなく面順です',
      observed: '赤がすべて先に並んだ保存サンプル',
      remedy: 'PlanarConfiguration のとおり送ってください。0 は画素ごとに赤、緑、青です。',
    }),
    'by pixel': () => ({
      how: '面順ではなく画素順です',
      observed: '画素ごとに赤、緑、青と並んだ保存サンプル',
      remedy: 'PlanarConfiguration のとおり送ってください。1 は赤、緑、青の面の順です。',
    }),
    mirrored: () => ({
      how: '左右が反転しています',
      observed: '各行が逆順の保存画素',
      remedy: '行を先頭の画素から送ってください。左右の反転した画像では患者の左右を誤ります。',
    }),
    'upside down': () => ({
      how: '上下が反転しています（最後の行が先頭）',
      observed: '逆順の保存行',
      remedy: '行を上から送ってください。下から始まる画像形式やライブラリーもあります。',
    }),
    turned: () => ({
      how: '180 度回転しています',
      observed: '逆順の保存画素',
      remedy: '画素を保存された順に送ってください。最初の画素は左上です。',
    }),
    'lowest bits': () => ({
      how: '各バイトの下位ビットがゼロです',
      observed: '下位ビットを失った保存バイト',
      remedy: '保存した画素をビット単位でそのまま返し、階調を減らしたり非可逆圧縮したりしないでください。',
    }),
    negative: () => ({
      how: '白黒が反転しています',
      observed: '保存した各値の補数',
      remedy: '保存した画素をそのまま返してください。白黒は PhotometricInterpretation がビューアに伝えます。',
    }),
    nearly: ({ same }) => ({
      how: '非可逆圧縮のあとのように、わずかに異なります',
      observed: `同じ長さで、${same} バイト目からわずかに異なる`,
      remedy: '可逆圧縮だけを用いてください。非可逆圧縮したものは、展開しても保存したものではありません。',
    }),
  },
};

const OTHERWISE: InEach<Tell> = {
  english: ({ same, stored, returned }) => ({
    how: '',
    observed: `${stored === returned ? 'as many bytes' : counted(returned, 'byte')}, which differ from byte ${same} on`,
    remedy: null,
  }),
  japanese: ({ same, stored, returned }) => ({
    how: '',
    observed: `${stored === returned ? '同じ長さ' : `${returned} バイト`}で、${same} バイト目から異なる`,
    remedy: null,
  }),
};

/** How bytes differ from those that were stored, in words. `how` is empty where no pattern shows. */
export function bytesTold(language: keyof InEach<Tell>, bytes: Bytes): HowTold {
  return (PATTERNS[language][bytes.how] ?? OTHERWISE[language])(bytes);
}
