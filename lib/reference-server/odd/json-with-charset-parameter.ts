import { changeContentType } from '../changes/answers.ts';
import type { OddServer } from './odd-server.ts';

/** The parameter is optional and UTF-8 the only value (PS3.18 Table 8.7.3-3). */
export const jsonWithCharsetParameter: OddServer = {
  id: 'json-with-charset-parameter',
  title: 'names the character set of JSON in the Content-Type',
  behaviour: () =>
    changeContentType(
      () => true,
      (contentType) => contentType.replace(/^application\/dicom\+json$/, 'application/dicom+json; charset="utf-8"'),
    ),
};
