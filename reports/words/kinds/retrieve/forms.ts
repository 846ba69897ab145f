import type { RETRIEVE_FORMS } from '../../../../lib/breaches/kinds/retrieve/forms.ts';
import { alternatives, counted, either, quoted, quotedEnd } from '../../quote.ts';
import type { SeenIn, Wording, WordsFor } from '../../telling.ts';

type Status = { readonly status: number; readonly expected: readonly string[] };

/** A request in a form of its own, which was answered with another status than it should be. */
const answered = {
  english(what: string, remedy: string) {
    return ({ status, expected }: Status, seen: SeenIn): Wording => ({
      headline: `${seen.request} ${what} is answered ${status} instead of ${either(expected)}.`,
      expected: `status ${either(expected)}`,
      observed: `status ${seen.status ?? status}`,
      remedy,
    });
  },
  japanese(what: string, remedy: string) {
    return ({ status, expected }: Status, seen: SeenIn): Wording => ({
      headline: `${what} ${seen.request} の応答が ${alternatives(expected)} ではなく ${status} です。`,
      expected: `ステータス ${alternatives(expected)}`,
      observed: `ステータス ${seen.status ?? status}`,
      remedy,
    });
  },
};

export const RETRIEVE_FORMS_WORDS: WordsFor<typeof RETRIEVE_FORMS> = {
  'octets-of-instance-refused': {
    english: answered.english(
      'as multipart/related of application/octet-stream',
      'Send the bulk data of the instance, each value as a part.',
    ),
    japanese: answered.japanese(
      'multipart/related; type="application/octet-stream" を求める',
      'インスタンスのバルクデータを、値ごとに 1 パートとして送ってください。',
    ),
  },
  'frame-alone-badly-refused': {
    english: answered.english(
      'for one frame as application/octet-stream',
      'Send the frame as the whole body, or answer 406.',
    ),
    japanese: answered.japanese(
      '1 フレームを application/octet-stream で求める',
      'フレームをボディ全体として送るか、406 で応答してください。',
    ),
  },
  'frame-list-alone-not-refused': {
    english: answered.english(
      'for two frames in one part',
      'Answer 406 where several frames are asked for without multipart: one part cannot hold them.',
    ),
    japanese: answered.japanese(
      '2 フレームを単一パートで求める',
      '複数のフレームが multipart なしで求められたら 406 で応答してください。1 パートには収まりません。',
    ),
  },
  'frames-as-anything-refused': {
    english: answered.english('as */*', 'Send the frame in a type that the server supports.'),
    japanese: answered.japanese('*/* で求める', '対応しているメディアタイプでフレームを送ってください。'),
  },
  'frames-of-no-image-not-refused': {
    english: answered.english('of an instance without pixel data', 'Answer 404 where there are no frames.'),
    japanese: answered.japanese('画素データのないインスタンスへの', 'フレームがなければ 404 で応答してください。'),
  },
  'value-resource-fails': {
    english: ({ status, expected }, seen) => ({
      headline: `${seen.request} is answered ${status} instead of ${either(expected)}.`,
      expected: `status ${either(expected)}`,
      observed: `status ${seen.status ?? status}`,
      remedy: 'Serve the resource, or answer 404 where the server does not have it.',
    }),
    japanese: ({ status, expected }, seen) => ({
      headline: `${seen.request} の応答が ${alternatives(expected)} ではなく ${status} です。`,
      expected: `ステータス ${alternatives(expected)}`,
      observed: `ステータス ${seen.status ?? status}`,
      remedy: 'リソースを提供するか、なければ 404 で応答してください。',
    }),
  },
  'bulkdata-without-location': {
    english: ({ parts }, seen) => ({
      headline: `${seen.request} returns ${counted(parts, 'part')} without Content-Location: nobody can tell whose values they are.`,
      expected: 'Content-Location of each part, as metadata refers to its value',
      observed: 'no Content-Location',
      remedy: 'Send the BulkDataURI of each value as the Content-Location of its part.',
    }),
    japanese: ({ parts }, seen) => ({
      headline: `${seen.request} が返す ${parts} パートに Content-Location がなく、どの値か分かりません。`,
      expected: 'メタデータが値を参照する URI と同じ Content-Location',
      observed: 'Content-Location なし',
      remedy: '各値の BulkDataURI を、そのパートの Content-Location として送ってください。',
    }),
  },
  'bulkdata-located-elsewhere': {
    english: ({ location }, seen) => ({
      headline: `${seen.request} returns a part at ${quotedEnd(location)}, to which no metadata refers.`,
      expected: 'a BulkDataURI of the metadata as Content-Location',
      observed: quotedEnd(location),
      remedy: 'Send the BulkDataURI of each value as the Content-Location of its part.',
    }),
    japanese: ({ location }, seen) => ({
      headline: `${seen.request} が返すパートの所在 ${quotedEnd(location)} は、どのメタデータからも参照されていません。`,
      expected: 'メタデータの BulkDataURI と同じ Content-Location',
      observed: quotedEnd(location),
      remedy: '各値の BulkDataURI を、そのパートの Content-Location として送ってください。',
    }),
  },
  'report-rendered-as-other-type': {
    english: ({ type }, seen) => ({
      headline: `${seen.request} renders a structured report as ${type === null ? 'no type' : quoted(type)} instead of text/html.`,
      expected: 'text/html where any type is asked for',
      observed: type === null ? 'no Content-Type' : quoted(type),
      remedy: 'Render structured reports as HTML where no other type is asked for.',
    }),
    japanese: ({ type }, seen) => ({
      headline: `${seen.request} が構造化レポートを text/html ではなく ${type === null ? '型なし' : quoted(type)} で描画しています。`,
      expected: '任意のタイプが求められたときは text/html',
      observed: type === null ? 'Content-Type なし' : quoted(type),
      remedy: '他のタイプが求められなければ、構造化レポートを HTML で描画してください。',
    }),
  },
};
