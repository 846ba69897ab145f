import type { BULK_DATA } from '../../../../lib/breaches/kinds/retrieve/bulkdata.ts';
import { bytesTold } from '../../bytes-told.ts';
import { attributeName, counted } from '../../quote.ts';
import { statusTold, typeTold } from '../../status-told.ts';
import type { SeenIn, WordsFor } from '../../telling.ts';

const route = ({ request }: SeenIn) => (request.includes('/') ? `: ${request}` : '');

const OCTETS = 'multipart/related; type="application/octet-stream"';

export const BULK_DATA_WORDS: WordsFor<typeof BULK_DATA> = {
  'bulkdata-not-retrieved': {
    english: (told, seen) => ({
      headline: `A BulkDataURI that the server handed out is answered ${told.status} instead of 200${route(seen)}.`,
      ...statusTold.english(told, seen),
      remedy: 'Serve each BulkDataURI that metadata hands out, and build it from the base URL that clients use.',
    }),
    japanese: (told, seen) => ({
      headline: `サーバーが示した BulkDataURI が、200 ではなく ${told.status} で応答します${route(seen)}。`,
      ...statusTold.japanese(told, seen),
      remedy: 'メタデータが示すすべての BulkDataURI を提供し、クライアントが使うベース URL から作ってください。',
    }),
  },
  'bulkdata-octets-refused': {
    english: (told, seen) => ({
      headline: `${seen.request} is not served as application/octet-stream: it is answered ${told.status} instead of 200.`,
      ...statusTold.english(told, seen),
      remedy: `Offer each BulkDataURI as ${OCTETS}.`,
    }),
    japanese: (told, seen) => ({
      headline: `${seen.request} を application/octet-stream で取得できません: 200 ではなく ${told.status} で応答します。`,
      ...statusTold.japanese(told, seen),
      remedy: `すべての BulkDataURI を ${OCTETS} でも提供してください。`,
    }),
  },
  'bulkdata-media-type': {
    english: ({ type }, seen) => ({
      headline: `${seen.request} returns bulk data as ${typeTold.english(type)} instead of multipart/related.`,
      expected: OCTETS,
      observed: typeTold.english(type),
      remedy: `Answer with ${OCTETS} where that was asked for.`,
    }),
    japanese: ({ type }, seen) => ({
      headline: `${seen.request} がバルクデータを multipart/related ではなく ${typeTold.japanese(type)} で返します。`,
      expected: OCTETS,
      observed: typeTold.japanese(type),
      remedy: `求められたときは ${OCTETS} で応答してください。`,
    }),
  },
  'bulkdata-part-media-type': {
    english: ({ type }, seen) => ({
      headline: `${seen.request} returns a part of ${typeTold.english(type)} where application/octet-stream was asked for.`,
      expected: 'a part of type application/octet-stream',
      observed: typeTold.english(type),
      remedy: 'Send uncompressed values as application/octet-stream, and label each part so.',
    }),
    japanese: ({ type }, seen) => ({
      headline: `application/octet-stream を求めた ${seen.request} が ${typeTold.japanese(type)} のパートを返します。`,
      expected: 'application/octet-stream のパート',
      observed: typeTold.japanese(type),
      remedy: '非圧縮の値は application/octet-stream で送り、各パートにその型を付けてください。',
    }),
  },
  'bulkdata-in-fragments': {
    english: ({ name, parts }, seen) => ({
      headline: `${seen.request} returns the Pixel Data of ${name} still compressed, as it lies in the file, in ${counted(parts, 'part')} labelled as plain octets.`,
      expected: 'one part with the decompressed pixels',
      observed: `${counted(parts, 'part')} with the fragments of the file`,
      remedy:
        'Decompress Pixel Data where application/octet-stream is asked for, and send it as one value; compressed frames have media types of their own.',
    }),
    japanese: ({ name, parts }, seen) => ({
      headline: `${seen.request} が、${name} の Pixel Data を展開せずファイル内のフラグメントのまま、単なるオクテット列と表示した ${parts} 個のパートで返します。`,
      expected: '展開した画素を持つ 1 つのパート',
      observed: `ファイル内のフラグメントを持つ ${parts} 個のパート`,
      remedy:
        'application/octet-stream を求められたら Pixel Data を展開し、1 つの値として送ってください。圧縮したフレームには専用のメディアタイプがあります。',
    }),
  },
  'bulkdata-parts': {
    english: ({ tag, path, name, parts }, seen) => ({
      headline: `${seen.request} returns ${counted(parts, 'part')} for ${attributeName(tag)} of ${name} instead of one value.`,
      expected: `one value for ${path}`,
      observed: counted(parts, 'part'),
      remedy: 'Return the value of the element as one part; only encapsulated frames may come as one part each.',
    }),
    japanese: ({ tag, path, name, parts }, seen) => ({
      headline: `${seen.request} が、${name} の ${attributeName(tag)} に 1 つの値ではなく ${parts} パートを返します。`,
      expected: `${path} の値 1 つ`,
      observed: `${parts} パート`,
      remedy: '要素の値を 1 パートで返してください。複数パートはカプセル化されたフレームだけに許されます。',
    }),
  },
  'bulkdata-bytes-changed': {
    english: ({ tag, path, name, stored, returned, how, same }, seen) => {
      const told = bytesTold('english', { how, same, stored, returned });
      return {
        headline:
          told.how === ''
            ? `${seen.request} returns other bytes than ${attributeName(tag)} of ${name} has.`
            : `${seen.request} returns ${attributeName(tag)} of ${name} ${told.how}.`,
        expected: `the ${counted(stored, 'byte')} of ${path}`,
        observed: told.observed,
        remedy:
          told.remedy ?? 'Return the stored value of the element that the reference stands for, in little endian.',
      };
    },
    japanese: ({ tag, path, name, stored, returned, how, same }, seen) => {
      const told = bytesTold('japanese', { how, same, stored, returned });
      return {
        headline: `${seen.request} が返すバイトが、${name} の ${attributeName(tag)} と異なります${told.how === '' ? '' : `: ${told.how}`}。`,
        expected: `${path} の ${stored} バイト`,
        observed: told.observed,
        remedy: told.remedy ?? '参照が表す要素の保存値を、リトルエンディアンで返してください。',
      };
    },
  },
};
