import type { SEARCH_PARAMETERS } from '../../../lib/breaches/kinds/search-parameters.ts';
import { alternatives } from '../quote.ts';
import type { WordsFor } from '../telling.ts';

export const SEARCH_PARAMETERS_JAPANESE: WordsFor<typeof SEARCH_PARAMETERS> = {
  'search-refuses-unknown-parameter': ({ status, expected }, { request, status: line }) => ({
    headline: `サーバーの知らないパラメーターを付けた ${request} の応答が ${alternatives(expected)} ではなく ${line ?? status} です。`,
    expected: `パラメーターがない場合と同じステータス ${alternatives(expected)}`,
    observed: `ステータス ${line ?? status}`,
    effect: '新しいクライアントや、パラメーターを付けるプロキシの背後では検索できません。',
    remedy: '知らないパラメーターは無視してください。',
  }),
  'search-changed-by-unknown-parameter': ({ results, expected }, { request }) => ({
    headline: `サーバーの知らないパラメーターで結果が変わります。${request} は ${results} 件を返し、パラメーターがなければ ${expected} 件です。`,
    expected: `パラメーターがない場合と同じ ${expected} 件`,
    observed: `${results} 件`,
    effect: '新しいクライアントや、パラメーターを付けるプロキシの背後では別の一覧が表示されます。',
    remedy: '知らないパラメーターは無視してください。',
  }),
  'search-fails-on-empty-key': ({ key, status }, { request, status: line }) => ({
    headline: `値のないキーの ${request}?${key}= の応答が、全件または 400 ではなく ${line ?? status} です。`,
    expected: 'キーがない場合の結果、または 400',
    observed: `ステータス ${line ?? status}`,
    effect: '検索フォームに空欄があると、サーバーのエラーになります。',
    remedy: '値のないキーは無視するか、400 を返してください。',
  }),
  'search-finds-nothing-by-empty-key': ({ key }, { request }) => ({
    headline: `値のないキーの ${request}?${key}= では、キーがない場合の結果ではなく、何も見つかりません。`,
    expected: 'キーがない場合の結果、または 400',
    observed: '結果なし',
    effect: '検索フォームに空欄があると、検査が一つも表示されません。',
    remedy: '値のないキーは無視するか、400 を返してください。',
  }),
  'search-refuses-unsupported-key': ({ key, status, expected }, { request, status: line }) => ({
    headline: `サーバーが照合しない ${key} を付けた ${request} の応答が ${alternatives(expected)} ではなく ${line ?? status} です。`,
    expected: 'キーがない場合の結果',
    observed: `ステータス ${line ?? status}`,
    effect: '検索欄が一つ多いクライアントは、結果の代わりにエラーを受け取ります。',
    remedy: 'キーとして対応していない属性は無視してください。',
  }),
  'search-changed-by-unsupported-key': ({ key, results, expected }, { request }) => ({
    headline: `サーバーが照合しない ${key} を付けた ${request} は ${results} 件を返し、付けなければ ${expected} 件です。`,
    expected: `キーがない場合と同じ ${expected} 件`,
    observed: `${results} 件`,
    effect: '検索欄が一つ多いクライアントには別の一覧が表示されます。',
    remedy: 'キーとして対応していない属性は無視し、対応している属性では照合してください。',
  }),
  'search-fails-on-key-of-no-value': ({ key, status, expected }, { request, status: line }) => ({
    headline: `保存された検査に値のない ${key} による ${request} の応答が ${alternatives(expected)} ではなく ${line ?? status} です。`,
    expected: `ステータス ${alternatives(expected)}`,
    observed: `ステータス ${line ?? status}`,
    effect: 'その値のない検査が保存されると、検索が失敗します。',
    remedy: `${key} のない検査は、エラーなく一致させるか、結果から除いてください。`,
  }),
  'fuzzymatching-refused': ({ value, status, expected }, { request, status: line }) => ({
    headline: `fuzzymatching=${value} の ${request} の応答が ${alternatives(expected)} ではなく ${line ?? status} です。`,
    expected: `ステータス ${alternatives(expected)}`,
    observed: `ステータス ${line ?? status}`,
    effect: '似た名前を検索するクライアントは、結果をまったく得られません。',
    remedy:
      'fuzzymatching を受け付けてください。対応していない場合は文字どおりに照合し、Warning 299 を付けてください。',
  }),
  'fuzzymatching-loses-results': ({ value, results, expected }, { request }) => ({
    headline: `fuzzymatching=${value} の ${request} は、パラメーターがない場合の ${expected} 件ではなく ${results} 件を返します。`,
    expected: `${expected} 件`,
    observed: `${results} 件`,
    effect: '名前を正しく入力しても患者が見つかりません。',
    remedy: 'fuzzymatching の値にかかわらず、完全に一致するものを返してください。',
  }),
  'fuzzymatching-ignored-silently': ({ tried }, { request }) => ({
    headline: `検索が fuzzymatching=true を無視し、それを知らせません。${request} は似た名前 ${tried} 個のどれも見つけず、Warning 299 もありません。`,
    expected: '似た名前の結果、または Warning 299',
    observed: 'どちらもない',
    effect: '利用者は似た名前も検索されたと思い、患者が未登録だと判断します。',
    remedy: '似た名前に一致させるか、文字どおりの照合だけを行ったことを Warning 299 で知らせてください。',
  }),
};
