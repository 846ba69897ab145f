import type { PictureChange } from '../../lib/breaches/picture-change.ts';
import type { InEach } from './language.ts';

interface Told {
  /** Behind the name of the image. */
  readonly how: string;
  readonly remedy: string;
}

const KEEP_ORDER: InEach<string> = {
  english:
    'Write the pixels to the picture in the order of the stored frame: row by row from the top, each from the left.',
  japanese: '保存されたフレームの順（上の行から、各行は左から）で画素を画像に書いてください。',
};

const TOLD: Readonly<Record<PictureChange, InEach<Told>>> = {
  'one shade': {
    english: {
      how: 'in one shade: nothing of the image can be seen',
      remedy: 'Apply the window of the image, or one over all of its values, and check that its pixels were decoded.',
    },
    japanese: {
      how: '1 色だけで（画像が何も見えない状態で）',
      remedy: '画像のウィンドウ、または全画素値にわたるウィンドウを適用し、画素が復号されたか確認してください。',
    },
  },
  'in grey': {
    english: { how: 'in grey, though it is in colour', remedy: 'Encode all three colour channels of colour images.' },
    japanese: { how: 'カラー画像なのに白黒で', remedy: 'カラー画像は 3 つの色成分すべてを符号化してください。' },
  },
  'red and blue exchanged': {
    english: {
      how: 'with red and blue exchanged',
      remedy: 'Give the samples to the encoder in the order red, green, blue.',
    },
    japanese: { how: '赤と青を入れ替えて', remedy: '画素値を赤、緑、青の順で符号化器に渡してください。' },
  },
  mirrored: {
    english: { how: 'mirrored: left is right', remedy: KEEP_ORDER.english },
    japanese: { how: '左右を反転して', remedy: KEEP_ORDER.japanese },
  },
  'upside down': {
    english: { how: 'upside down', remedy: KEEP_ORDER.english },
    japanese: { how: '上下を反転して', remedy: KEEP_ORDER.japanese },
  },
  'turned by 180 degrees': {
    english: { how: 'turned by 180 degrees', remedy: KEEP_ORDER.english },
    japanese: { how: '180 度回転して', remedy: KEEP_ORDER.japanese },
  },
  'turned by 90 degrees': {
    english: { how: 'turned by 90 degrees', remedy: KEEP_ORDER.english },
    japanese: { how: '90 度回転して', remedy: KEEP_ORDER.japanese },
  },
};

/** What was done to a rendered picture, in words; null where nothing known tells it. `isPlain`: nothing is seen in it. */
export function pictureChangeTold(
  language: keyof InEach<unknown>,
  how: PictureChange | null,
): (Told & { readonly isPlain: boolean }) | null {
  return how && { ...TOLD[how][language], isPlain: how === 'one shade' };
}
