import type { STORE_REFUSALS } from '../../../../lib/breaches/kinds/store/refusals.ts';
import { inJapanese } from '../../japanese/sentences/index.ts';
import { alternatives, counted, either } from '../../quote.ts';
import type { WordsFor } from '../../telling.ts';

export const STORE_REFUSALS_WORDS: WordsFor<typeof STORE_REFUSALS> = {
  'partial-store-answered-success': {
    english: ({ status, expected }, seen) => ({
      headline: `${seen.request} stored only a part of the instances and is answered ${status} instead of ${either(expected)}.`,
      expected: `status ${either(expected)}`,
      observed: `status ${seen.status ?? status}`,
      remedy: 'Derive the status from the instances: something stored and something refused is 202.',
    }),
    japanese: ({ status, expected }, seen) => ({
      headline: `${seen.request} は一部のインスタンスだけを保存しましたが、${alternatives(expected)} ではなく ${status} を返します。`,
      expected: `ステータス ${alternatives(expected)}`,
      observed: `ステータス ${seen.status ?? status}`,
      remedy: 'インスタンスごとの結果からステータスを決めてください。一部保存、一部拒否なら 202 です。',
    }),
  },
  'partial-store-answered-failure': {
    english: ({ status, seenBy }, seen) => ({
      headline: `${seen.request} is answered ${status}, though a part of the instances was stored; 202 is due.`,
      expected: 'status 202, or nothing stored',
      observed: `status ${seen.status ?? status}, and ${seenBy === null ? 'the answer lists' : `${seenBy} shows`} what was stored`,
      remedy: 'Derive the status from the instances: something stored and something refused is 202.',
    }),
    japanese: ({ status, seenBy }, seen) => ({
      headline: `${seen.request} は一部を保存したのに、202 ではなく ${status} を返します。`,
      expected: 'ステータス 202、または何も保存しない',
      observed: `ステータス ${seen.status ?? status}、しかし${seenBy === null ? '応答' : ` ${seenBy} `}に保存されたものがある`,
      remedy: 'インスタンスごとの結果からステータスを決めてください。一部保存、一部拒否なら 202 です。',
    }),
  },
  'partial-store-refused-whole': {
    english: ({ status, expected }, seen) => ({
      headline: `${seen.request} with one instance of another study refuses all of them: ${status} instead of ${either(expected)}.`,
      expected: `status ${either(expected)}, with what belongs to the study stored`,
      observed: `status ${seen.status ?? status}`,
      remedy: 'Judge each instance alone: store what belongs to the study, list the rest as failed, and answer 202.',
    }),
    japanese: ({ status, expected }, seen) => ({
      headline: `別の検査のインスタンスが 1 つあると、${seen.request} は全体を拒否し、${alternatives(expected)} ではなく ${status} を返します。`,
      expected: `ステータス ${alternatives(expected)}（検査に属するものは保存）`,
      observed: `ステータス ${seen.status ?? status}`,
      remedy: 'インスタンスごとに判断し、検査に属するものは保存、残りは失敗として列挙し、202 を返してください。',
    }),
  },
  'partial-store-status': {
    english: ({ status, expected }, seen) => ({
      headline: `${seen.request} with one instance of another study is answered ${status} instead of ${either(expected)}.`,
      expected: `status ${either(expected)}`,
      observed: `status ${seen.status ?? status}`,
      remedy: 'Judge each instance alone: store what belongs to the study, list the rest as failed, and answer 202.',
    }),
    japanese: ({ status, expected }, seen) => ({
      headline: `別の検査のインスタンスを 1 つ含む ${seen.request} に、${alternatives(expected)} ではなく ${status} を返します。`,
      expected: `ステータス ${alternatives(expected)}`,
      observed: `ステータス ${seen.status ?? status}`,
      remedy: 'インスタンスごとに判断し、検査に属するものは保存、残りは失敗として列挙し、202 を返してください。',
    }),
  },
  'refused-store-answered-success': {
    english: ({ status, expected }, seen) => ({
      headline: `${seen.request} with nothing that belongs to the study is acknowledged: it is answered ${status} instead of ${either(expected)}.`,
      expected: `status ${either(expected)}`,
      observed: `status ${seen.status ?? status}`,
      remedy: 'Answer 409 when not one instance was stored.',
    }),
    japanese: ({ status, expected }, seen) => ({
      headline: `検査に属するものが 1 つもない ${seen.request} に、${alternatives(expected)} ではなく ${status} を返します。`,
      expected: `ステータス ${alternatives(expected)}`,
      observed: `ステータス ${seen.status ?? status}`,
      remedy: '1 つも保存しなかったときは 409 を返してください。',
    }),
  },
  'refused-store-status': {
    english: ({ status, expected }, seen) => ({
      headline: `${seen.request} with nothing that belongs to the study is answered ${status} instead of ${either(expected)}.`,
      expected: `status ${either(expected)}`,
      observed: `status ${seen.status ?? status}`,
      remedy: 'Answer 409 when the request was well formed and not one instance was stored.',
    }),
    japanese: ({ status, expected }, seen) => ({
      headline: `検査に属するものを含まない ${seen.request} に、${alternatives(expected)} ではなく ${status} を返します。`,
      expected: `ステータス ${alternatives(expected)}`,
      observed: `ステータス ${seen.status ?? status}`,
      remedy: '要求の形式が正しく、1 つも保存しなかったときは 409 を返してください。',
    }),
  },
  'refusal-unexplained': {
    english: ({ type, bytes }, seen) => ({
      headline: `${seen.request} is answered 409 without saying which instances failed.`,
      expected: 'a response module with FailedSOPSequence',
      observed: bytes === 0 ? 'no body' : `${counted(bytes, 'byte')} of ${type ?? 'no media type'}`,
      remedy: 'Return the response module with FailedSOPSequence together with 409.',
    }),
    japanese: ({ type, bytes }, seen) => ({
      headline: `${seen.request} の 409 応答に、どのインスタンスが失敗したか書かれていません。`,
      expected: 'FailedSOPSequence を含む応答モジュール',
      observed: bytes === 0 ? 'ボディなし' : `${type ?? 'メディアタイプなし'} ${bytes} バイト`,
      remedy: '409 とともに FailedSOPSequence を含む応答モジュールを返してください。',
    }),
  },
  'stray-instance-stored': {
    english: ({ name, operation }) => ({
      headline: `The server stored ${name} though the URL of the request names another study: ${operation} shows it.`,
      expected: `${operation} without ${name}`,
      observed: 'it was stored',
      remedy: 'Compare StudyInstanceUID with the study in the path before storing, and list the instance as failed.',
    }),
    japanese: ({ name, operation }) => ({
      headline: `要求の URL が別の検査を指すのに、${name} が保存されました: ${inJapanese(operation)} に現れます。`,
      expected: `${name} を含まない ${inJapanese(operation)}`,
      observed: '保存された',
      remedy: '保存前に StudyInstanceUID をパスの検査と照合し、失敗として列挙してください。',
    }),
  },
  'unreadable-part-server-error': {
    english: ({ status }, seen) => ({
      headline: `${seen.request} with a part that is no DICOM instance is answered ${status}, a server error.`,
      expected: 'any status below 500, with the part in OtherFailuresSequence',
      observed: `status ${seen.status ?? status}`,
      remedy: 'Catch the error for each part, and add an item with FailureReason to OtherFailuresSequence.',
    }),
    japanese: ({ status }, seen) => ({
      headline: `DICOM インスタンスでないパートを含む ${seen.request} に、サーバーエラー ${status} を返します。`,
      expected: '500 未満のステータスと、OtherFailuresSequence の項目',
      observed: `ステータス ${seen.status ?? status}`,
      remedy: 'パートごとにエラーを捕捉し、FailureReason を持つ項目を OtherFailuresSequence に加えてください。',
    }),
  },
  'unreadable-part-answered-success': {
    english: ({ status, expected }, seen) => ({
      headline: `${seen.request} with a part that is no DICOM instance lists that part as failed and is answered ${status} instead of ${either(expected)}.`,
      expected: `status ${either(expected)}`,
      observed: `status ${seen.status ?? status}`,
      remedy: 'Answer 202 where something was stored and something was not: 200 says that all was.',
    }),
    japanese: ({ status, expected }, seen) => ({
      headline: `DICOM インスタンスでないパートを含む ${seen.request} は、そのパートを失敗として挙げながら、${alternatives(expected)} ではなく ${status} を返します。`,
      expected: `ステータス ${alternatives(expected)}`,
      observed: `ステータス ${seen.status ?? status}`,
      remedy: '一部だけを保存した場合は 202 を返してください。200 はすべてを保存したことを意味します。',
    }),
  },
  'unreadable-part-among-instances': {
    english: (_, seen) => ({
      headline: `${seen.request} with a part that is no DICOM instance lists that part in FailedSOPSequence, which is for instances.`,
      expected: 'OtherFailuresSequence with an item',
      observed: 'FailedSOPSequence with an item',
      remedy: 'Report a part without a SOP Instance UID in OtherFailuresSequence.',
    }),
    japanese: (_, seen) => ({
      headline: `DICOM インスタンスでないパートを含む ${seen.request} が、そのパートをインスタンス用の FailedSOPSequence に挙げます。`,
      expected: 'OtherFailuresSequence の項目',
      observed: 'FailedSOPSequence の項目',
      remedy: 'SOP Instance UID のないパートは OtherFailuresSequence で知らせてください。',
    }),
  },
  'unreadable-part-concealed': {
    english: ({ status, hasModule }, seen) => ({
      headline: `${seen.request} with a part that is no DICOM instance is answered ${status} without telling of it.`,
      expected: 'OtherFailuresSequence with an item',
      observed: hasModule ? 'a response module without one' : 'no response module',
      remedy: 'Add an item with FailureReason to OtherFailuresSequence for each part that cannot be read.',
    }),
    japanese: ({ status, hasModule }, seen) => ({
      headline: `DICOM インスタンスでないパートを含む ${seen.request} に、それを知らせずに ${status} を返します。`,
      expected: 'OtherFailuresSequence の項目',
      observed: hasModule ? '項目のない応答モジュール' : '応答モジュールなし',
      remedy: '読めないパートごとに、FailureReason を持つ項目を OtherFailuresSequence に加えてください。',
    }),
  },
};
