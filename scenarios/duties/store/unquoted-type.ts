import { writeMultipart } from '../../../lib/http/multipart-writer.ts';
import { takesUnquotedStore } from '../../../lib/judges/http/unquoted-type.ts';
import { storesAs } from './store-as.ts';

export const UNQUOTED_TYPE = storesAs({
  id: 'unquoted-type',
  title: 'stores what is announced without quotation marks',
  requirement: 'COMMON-016',
  write(content) {
    const part = { headers: [['Content-Type', 'application/dicom']], body: content } as const;
    const { boundary, body } = writeMultipart('application/dicom', [part]);
    return { contentType: `multipart/related; type=application/dicom; boundary=${boundary}`, body };
  },
  judge: takesUnquotedStore,
});
