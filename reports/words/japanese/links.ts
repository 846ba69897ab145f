import type { LINKS } from '../../../lib/breaches/kinds/links.ts';
import { quoted } from '../quote.ts';
import type { WordsFor } from '../telling.ts';

export const LINKS_JAPANESE: WordsFor<typeof LINKS> = {
  'retrieve-url-vr-ut': (_, seen) => ({
    headline: `${seen.request} の応答の RetrieveURL の VR が UR ではなく UT です。`,
    expected: 'vr は UR',
    observed: 'UT',
    effect: '辞書で VR を確認するクライアントは、この属性を拒否します。',
    remedy: 'RetrieveURL の vr は UR にしてください。UT は旧版のものです。',
  }),
  'retrieve-url-relative': ({ url }, seen) => ({
    headline: `${seen.request} の応答の RetrieveURL が相対参照です: ${quoted(url)}。`,
    expected: 'http または https の絶対 URL',
    observed: quoted(url),
    effect: '応答から RetrieveURL を取り出したクライアントは、どのサーバーのものか判断できません。',
    remedy: 'RetrieveURL はサービスの公開ベース URL から作ってください。',
  }),
  'retrieve-url-unusable': ({ value }, seen) => ({
    headline: `${seen.request} の応答の RetrieveURL が URL ではありません: ${value}。`,
    expected: 'http または https の絶対 URL 1 つ',
    observed: value,
    effect: 'RetrieveURL をたどるクライアントは、対象を開けません。',
    remedy: '絶対 URL を 1 つ書くか、値を空にしてください。',
  }),
  'retrieve-url-of-another-resource': ({ url, path }, seen) => ({
    headline: `${seen.request} の応答の RetrieveURL が別のリソースを指しています: ${quoted(url)}。`,
    expected: `${path} で終わる URL`,
    observed: quoted(url),
    effect: 'リンクをたどるビューアが、求めたものと別の画像を表示します。',
    remedy: 'RetrieveURL は、それが添えられたオブジェクトの UID から作ってください。',
  }),
  'link-out-of-reach': ({ url, failure }) => ({
    headline:
      failure === 'tls'
        ? `サーバーが示す URL のホストの証明書を受け入れられません: ${quoted(url)}。`
        : `サーバーが示す URL のホストに接続できません: ${quoted(url)}。`,
    expected: '接続できるホスト',
    observed: failure,
    effect: 'サーバーのネットワークの外では、すべてのクライアントでリンクが切れ、画像が表示されません。',
    remedy: '前段のプロキシの転送ヘッダーに従い、公開ベース URL から URL を作ってください。',
  }),
};
