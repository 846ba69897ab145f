import type { InEach } from './language.ts';
import type { Sort } from './page-sorts.ts';

/** How JSON is disguised, and what undoes it. */
export const FORMS: InEach<Readonly<Record<string, Sort | undefined>>> = {
  english: {
    gzip: { name: 'compressed twice', remedy: 'Compress the body once: the application and a proxy both do it.' },
    'utf-16': { name: 'encoded as UTF-16', remedy: 'Write the text as UTF-8, without a byte order mark.' },
    'json-string': {
      name: 'as one JSON string that holds JSON',
      remedy: 'Serialise the data once: what is serialised already is passed to a serialiser again.',
    },
    base64: {
      name: 'as Base64 text',
      remedy: 'Write the bytes as they are: a gateway or function that encodes bodies has to be told to decode them.',
    },
    'html-escaped': {
      name: 'escaped as HTML',
      remedy: 'Do not escape the body as HTML: what filters pages must leave this path alone.',
    },
    'percent-encoded': { name: 'percent-encoded', remedy: 'Percent-encode URLs only, and write the body as it is.' },
    jsonp: { name: 'within a function call (JSONP)', remedy: 'Write the JSON alone, without a call around it.' },
    'text-before': {
      name: 'with text before it',
      remedy: 'Write nothing before the JSON: no warning, log line or guard prefix.',
    },
    'text-after': {
      name: 'with text behind it',
      remedy: 'End the body with the JSON: no log line, page or error behind it.',
    },
    'chunk-sizes': {
      name: 'with the sizes of chunks in it',
      remedy: 'Leave transfer coding to the HTTP library: the body is put into chunks a second time.',
    },
    'several-texts': {
      name: 'as several JSON texts one after another',
      remedy: 'Write one list that holds all data sets, with commas between them.',
    },
    'single-quotes': { name: 'with apostrophes for quotation marks', remedy: 'Write it with a JSON library.' },
  },
  japanese: {
    gzip: {
      name: '2 重に圧縮されて',
      remedy: 'アプリケーションとプロキシの両方で圧縮せず、1 回だけ圧縮してください。',
    },
    'utf-16': { name: 'UTF-16 で', remedy: 'バイト順マークなしの UTF-8 で書いてください。' },
    'json-string': {
      name: 'JSON を含む 1 つの JSON 文字列として',
      remedy: 'シリアライズは 1 回だけにしてください。シリアライズ済みのものが再びシリアライズされています。',
    },
    base64: {
      name: 'Base64 のテキストとして',
      remedy: 'バイト列をそのまま送ってください。ボディを符号化するゲートウェイには復号を設定してください。',
    },
    'html-escaped': {
      name: 'HTML としてエスケープされて',
      remedy: 'ボディを HTML としてエスケープせず、ページ用のフィルターをこのパスから外してください。',
    },
    'percent-encoded': {
      name: 'パーセント符号化されて',
      remedy: 'パーセント符号化は URL だけに用い、ボディはそのまま送ってください。',
    },
    jsonp: { name: '関数呼び出し（JSONP）の中で', remedy: '関数呼び出しで包まず、JSON だけを送ってください。' },
    'text-before': {
      name: '前に余分なテキストを付けて',
      remedy: 'JSON の前に、警告、ログ、保護用の接頭辞などを書かないでください。',
    },
    'text-after': {
      name: '後ろに余分なテキストを付けて',
      remedy: 'JSON の後に、ログ、ページ、エラーなどを書かないでください。',
    },
    'chunk-sizes': {
      name: 'チャンクのサイズを含んだまま',
      remedy: '転送符号化は HTTP ライブラリに任せてください。ボディが 2 重にチャンク化されています。',
    },
    'several-texts': {
      name: '続けて並んだ複数の JSON テキストとして',
      remedy: 'すべてのデータセットを、コンマで区切った 1 つのリストに書いてください。',
    },
    'single-quotes': {
      name: '二重引用符の代わりにアポストロフィを使って',
      remedy: 'JSON ライブラリで書いてください。',
    },
  },
};
