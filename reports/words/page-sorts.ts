import type { InEach } from './language.ts';

/** What something that was sent in place of data is called, and what the vendor would change. */
export interface Sort {
  readonly name: string;
  readonly remedy: string;
}

/** Pages for people by what they are there for. */
export const PAGES: InEach<Readonly<Record<string, Sort | undefined>>> = {
  english: {
    login: {
      name: 'a login page',
      remedy:
        'Answer 401 to a request without a valid session; keep what redirects browsers to the login away from this path.',
    },
    error: {
      name: 'an error page',
      remedy:
        'Mend the error that the page names, and send errors with their status, such as 404 or 502, and not with 200.',
    },
    application: {
      name: 'the start page of a web application',
      remedy:
        'Route this path to the DICOMweb service: the rule that sends every unknown path to the application has to leave it out.',
    },
  },
  japanese: {
    login: {
      name: 'ログインページ',
      remedy:
        '有効なセッションのないリクエストには 401 で応答し、ブラウザーをログインへ導く仕組みをこのパスから外してください。',
    },
    error: {
      name: 'エラーページ',
      remedy: 'ページが示すエラーを直し、エラーは 200 ではなく 404 や 502 などのステータスで送ってください。',
    },
    application: {
      name: 'Web アプリケーションの開始ページ',
      remedy:
        'このパスを DICOMweb サービスへ振り分け、未知のパスをすべてアプリケーションへ送る規則から除いてください。',
    },
  },
};

/** A page of no known sort. */
export const PAGE: InEach<Sort> = {
  english: {
    name: 'a web page',
    remedy:
      'Look which program answers this path, the server or a proxy before it, and route it to the DICOMweb service.',
  },
  japanese: {
    name: 'Web ページ',
    remedy: 'このパスに応答しているのがサーバーか手前のプロキシかを確認し、DICOMweb サービスへ振り分けてください。',
  },
};
