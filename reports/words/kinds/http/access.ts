import type { ACCESS } from '../../../../lib/breaches/kinds/http/access.ts';
import { listed } from '../../quote.ts';
import type { WordsFor } from '../../telling.ts';

const WHO: Readonly<Record<string, { readonly english: string; readonly japanese: string }>> = {
  none: { english: 'a client without credentials', japanese: '認証情報のないクライアント' },
  wrong: { english: 'a client with wrong credentials', japanese: '誤った認証情報のクライアント' },
};
const who = (shown: string) => WHO[shown] ?? { english: 'a stranger', japanese: '第三者' };
const several = (resources: readonly string[] | undefined | null) => (resources ?? []).join('、');

export const ACCESS_WORDS: WordsFor<typeof ACCESS> = {
  'open-to-strangers': {
    english: ({ shown, resources }, seen) => ({
      headline: `${seen.request} gives patient data to ${who(shown).english}: the server controls access, but not to ${listed(resources)}.`,
      expected: 'status 401, 403 or 404 without data',
      observed: `status ${seen.status ?? ''} with the stored data`,
      remedy:
        shown === 'wrong'
          ? 'Check the credentials themselves, such as the signature of a token, and not only that there are some.'
          : 'Check the credentials before every resource of the service is served.',
    }),
    japanese: ({ shown, resources }, seen) => ({
      headline: `${seen.request} は${who(shown).japanese}にも患者データを返します。アクセス制御が ${several(resources)} に及んでいません。`,
      expected: 'データのないステータス 401、403 または 404',
      observed: `保存したデータを含むステータス ${seen.status ?? ''}`,
      remedy:
        shown === 'wrong'
          ? '認証情報の有無だけでなく、トークンの署名などの内容を検証してください。'
          : 'すべてのリソースで、応答の前に認証情報を確認してください。',
    }),
  },
  'stores-for-strangers': {
    english: ({ shown }, seen) => ({
      headline: `${seen.request} of ${who(shown).english} is answered ${seen.status ?? ''}, and the instance is stored.`,
      expected: 'status 401, 403 or 404, and nothing is stored',
      observed: 'the instance is in the archive',
      remedy: 'Check the credentials before a store request is read.',
    }),
    japanese: ({ shown }, seen) => ({
      headline: `${who(shown).japanese}の ${seen.request} の応答が ${seen.status ?? ''} で、インスタンスが保存されます。`,
      expected: 'ステータス 401、403 または 404 で、何も保存されない',
      observed: 'インスタンスがアーカイブにある',
      remedy: '保存要求を読む前に、認証情報を確認してください。',
    }),
  },
  'study-revealed-to-strangers': {
    english: ({ known, unknown }, seen) => ({
      headline:
        known === unknown
          ? `${seen.request} without credentials is answered ${known} for any study, but with another text for one that is stored.`
          : `${seen.request} without credentials is answered ${known} for a study that is stored and ${unknown} for one that is not.`,
      expected: 'the same answer for both',
      observed: known === unknown ? 'another text' : `status ${known} instead of ${unknown}`,
      remedy: 'Check the credentials before looking for the resource, and answer alike whatever is stored.',
    }),
    japanese: ({ known, unknown }, seen) => ({
      headline:
        known === unknown
          ? `認証情報のない ${seen.request} の応答はどの検査でも ${known} ですが、保存された検査ではボディが異なります。`
          : `認証情報のない ${seen.request} の応答が、保存された検査では ${known}、保存されていない検査では ${unknown} です。`,
      expected: '両方に同じ応答',
      observed: known === unknown ? '異なるボディ' : `${unknown} ではなくステータス ${known}`,
      remedy: 'リソースを探す前に認証情報を確認し、保存の有無にかかわらず同じ応答を返してください。',
    }),
  },
};
