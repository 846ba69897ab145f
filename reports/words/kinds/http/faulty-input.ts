import type { FAULTY_INPUT } from '../../../../lib/breaches/kinds/http/faulty-input.ts';
import { isDelete } from '../../../../lib/results/transaction.ts';
import { alternatives, either } from '../../quote.ts';
import type { SeenIn, Wording, WordsFor } from '../../telling.ts';

type Status = { readonly status: number; readonly expected: readonly string[] };

/** Faulty input that was not refused: served, or answered as an error of the server. */
const faulty = {
  english(what: string, remedy: string) {
    return ({ status, expected }: Status, seen: SeenIn): Wording => ({
      headline: `${requestOf(seen)}${what} is answered ${status} instead of ${either(expected)}.`,
      expected: `status ${either(expected)}`,
      observed: `status ${seen.status ?? status}`,
      remedy,
    });
  },
  japanese(what: string, remedy: string) {
    return ({ status, expected }: Status, seen: SeenIn): Wording => ({
      headline: `${what} ${requestOf(seen)} の応答が ${alternatives(expected)} ではなく ${status} です。`,
      expected: `ステータス ${alternatives(expected)}`,
      observed: `ステータス ${seen.status ?? status}`,
      remedy,
    });
  },
};

function requestOf({ request, query }: SeenIn): string {
  return query === '' ? request : `${request}?${query}`;
}

/** A delete is faulty for nothing but that there is nothing to delete. */
function isOfNothing({ request }: SeenIn): boolean {
  return isDelete({ method: request.split(' ', 1)[0] ?? '' });
}

export const FAULTY_INPUT_WORDS: WordsFor<typeof FAULTY_INPUT> = {
  'bad-parameter-not-refused': {
    english: faulty.english(
      ', a value that is no whole number from 0,',
      'Check limit and offset before they are used: digits only, and 400 for anything else.',
    ),
    japanese: faulty.japanese(
      '0 以上の整数ではない値の',
      'limit と offset を使う前に検証し、数字以外には 400 で応答してください。',
    ),
  },
  'bad-key-not-refused': {
    english: faulty.english(
      ', an impossible value,',
      'Check the values of keys against their VR, and answer 400 where they cannot be right.',
    ),
    japanese: faulty.japanese(
      'あり得ない値の',
      '検索キーの値を VR に照らして検証し、正しくなければ 400 で応答してください。',
    ),
  },
  'bad-uid-not-refused': {
    english: faulty.english(
      ', a path that names no UID,',
      'Check UIDs of the path before they are used, and answer 400 or 404 where they are none.',
    ),
    japanese: faulty.japanese(
      'UID ではないパスの',
      'パスの UID を使う前に検証し、UID でなければ 400 または 404 で応答してください。',
    ),
  },
  'unreadable-store-not-refused': {
    english: faulty.english(' with a body that cannot be read', 'Answer 400 where the multipart body cannot be read.'),
    japanese: faulty.japanese('読めないボディの', 'マルチパートを読めないときは 400 で応答してください。'),
  },
  'unsupported-store-not-refused': {
    english: faulty.english(
      ' of an unsupported media type',
      'Answer 415 to a store of a media type that is not supported.',
    ),
    japanese: faulty.japanese(
      '対応しないメディアタイプの',
      '対応しないメディアタイプの保存には 415 で応答してください。',
    ),
  },
  'faulty-input-server-error': {
    english: ({ status }, seen) => ({
      headline: isOfNothing(seen)
        ? `${requestOf(seen)} of what is not there is answered ${status} instead of 404 or another 4xx status.`
        : `${requestOf(seen)}, faulty input, is answered ${status} instead of a 4xx status.`,
      expected: 'a 4xx status',
      observed: `status ${seen.status ?? status}`,
      remedy: isOfNothing(seen)
        ? 'Look whether there is something to delete, and answer 404 or 410 where there is not; the log of the server has the exception.'
        : 'Check the request before it is used, and answer 400 or 404; the log of the server has the exception.',
    }),
    japanese: ({ status }, seen) => ({
      headline: isOfNothing(seen)
        ? `存在しないものへの ${requestOf(seen)} の応答が 404 などの 4xx ではなく ${status} です。`
        : `誤った入力の ${requestOf(seen)} の応答が 4xx ではなく ${status} です。`,
      expected: '4xx のステータス',
      observed: `ステータス ${seen.status ?? status}`,
      remedy: isOfNothing(seen)
        ? '削除するものがあるかを確認し、なければ 404 または 410 で応答してください。例外はサーバーのログにあります。'
        : '要求を使う前に検証し、400 または 404 で応答してください。例外はサーバーのログにあります。',
    }),
  },
};
