import type { InEach } from './language.ts';
import { counted } from './quote.ts';

/** What the words of bytes that differ need: how they do, and lengths in bytes. */
interface Bytes {
  readonly how: string;
  readonly same: number;
  readonly stored: number;
  readonly returned: number;
}

interface HowTold {
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
