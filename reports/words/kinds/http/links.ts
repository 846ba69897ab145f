import type { LINKS } from '../../../../lib/breaches/kinds/http/links.ts';
import { quoted, quotedEnd } from '../../quote.ts';
import type { WordsFor } from '../../telling.ts';

/** The host of a URL in quotation marks. */
function hostOf(url: string): string {
  return quoted(URL.canParse(url) ? new URL(url).host : url);
}

export const LINKS_WORDS: WordsFor<typeof LINKS> = {
  'retrieve-url-vr-ut': {
    english: (_, seen) => ({
      headline: `${seen.request} is answered with RetrieveURL as UT instead of UR.`,
      expected: 'UR as vr',
      observed: 'UT',
      remedy: 'Write RetrieveURL with vr UR; UT was its VR in old editions.',
    }),
    japanese: (_, seen) => ({
      headline: `${seen.request} の応答の RetrieveURL の VR が UR ではなく UT です。`,
      expected: 'vr は UR',
      observed: 'UT',
      remedy: 'RetrieveURL の vr は UR にしてください。UT は旧版のものです。',
    }),
  },
  'retrieve-url-relative': {
    english: ({ url }, seen) => ({
      headline: `${seen.request} is answered with a relative RetrieveURL: ${quoted(url)}.`,
      expected: 'an absolute http or https URL',
      observed: quoted(url),
      remedy: 'Build RetrieveURL from the public base URL of the service.',
    }),
    japanese: ({ url }, seen) => ({
      headline: `${seen.request} の応答の RetrieveURL が相対参照です: ${quoted(url)}。`,
      expected: 'http または https の絶対 URL',
      observed: quoted(url),
      remedy: 'RetrieveURL はサービスの公開ベース URL から作ってください。',
    }),
  },
  'retrieve-url-unusable': {
    english: ({ value }, seen) => ({
      headline: `${seen.request} is answered with a RetrieveURL that is no URL: ${value}.`,
      expected: 'one absolute http or https URL',
      observed: value,
      remedy: 'Write one absolute URL, or leave the attribute without value.',
    }),
    japanese: ({ value }, seen) => ({
      headline: `${seen.request} の応答の RetrieveURL が URL ではありません: ${value}。`,
      expected: 'http または https の絶対 URL 1 つ',
      observed: value,
      remedy: '絶対 URL を 1 つ書くか、値を空にしてください。',
    }),
  },
  'retrieve-url-of-another-resource': {
    english: ({ url, path }, seen) => ({
      headline: `${seen.request} is answered with the RetrieveURL of another resource: ${quoted(url)}.`,
      expected: `a URL that ends in ${path}`,
      observed: quoted(url),
      remedy: 'Build each RetrieveURL from the UIDs of the object that it stands beside.',
    }),
    japanese: ({ url, path }, seen) => ({
      headline: `${seen.request} の応答の RetrieveURL が別のリソースを指しています: ${quoted(url)}。`,
      expected: `${path} で終わる URL`,
      observed: quoted(url),
      remedy: 'RetrieveURL は、それが添えられたオブジェクトの UID から作ってください。',
    }),
  },
  'retrieve-url-incomplete': {
    english: ({ url, path, lacks }, seen) => ({
      headline: `${seen.request} is answered with a RetrieveURL that leaves out /${lacks}/{…}: ${quotedEnd(url)}.`,
      expected: `a URL that ends in ${path}`,
      observed: quotedEnd(url),
      remedy: `Write every level into RetrieveURL: ${String(path).replace(/\/[0-9.]+/g, '/{…}')}.`,
    }),
    japanese: ({ url, path, lacks }, seen) => ({
      headline: `${seen.request} の応答の RetrieveURL に /${lacks}/{…} がありません: ${quotedEnd(url)}。`,
      expected: `${path} で終わる URL`,
      observed: quotedEnd(url),
      remedy: `RetrieveURL にすべての階層を書いてください: ${String(path).replace(/\/[0-9.]+/g, '/{…}')}。`,
    }),
  },
  'link-out-of-reach': {
    english: ({ url, failure, link }) => ({
      headline:
        failure === 'tls'
          ? `The server hands out a ${link ?? 'URL'} whose host ${hostOf(url)} has no certificate that is accepted.`
          : `The server hands out a ${link ?? 'URL'} whose host ${hostOf(url)} cannot be reached.`,
      expected: 'a host that can be reached',
      observed: `${failure}: ${quotedEnd(url)}`,
      remedy: `Build each ${link ?? 'URL'} from the public base URL, honouring the forwarding headers of a proxy in front.`,
    }),
    japanese: ({ url, failure, link }) => ({
      headline:
        failure === 'tls'
          ? `サーバーが示す ${link ?? 'URL'} のホスト ${hostOf(url)} の証明書を受け入れられません。`
          : `サーバーが示す ${link ?? 'URL'} のホスト ${hostOf(url)} に接続できません。`,
      expected: '接続できるホスト',
      observed: `${failure}: ${quotedEnd(url)}`,
      remedy: '前段のプロキシの転送ヘッダーに従い、公開ベース URL から URL を作ってください。',
    }),
  },
};
