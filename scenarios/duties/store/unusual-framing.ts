import { memorySource } from '../../../lib/bytes/byte-source.ts';
import { concatSources } from '../../../lib/bytes/concat-source.ts';
import { writeMultipart } from '../../../lib/http/multipart-writer.ts';
import { copesWithUnusualFraming } from '../../../lib/judges/multipart/unusual-framing.ts';
import { storesAs } from './store-as.ts';

const PREAMBLE = 'This is a message in several parts.\r\n\r\n';
const EPILOGUE = '\r\nNothing follows.\r\n';

export const UNUSUAL_FRAMING = storesAs({
  id: 'unusual-framing',
  title: 'stores what is framed in the less usual ways that RFC 2046 has',
  requirement: 'MP-010',
  write(content) {
    const headers = [
      ['content-type', 'application/dicom'],
      ['X-Number', '1'],
    ] as const;
    const { boundary, body } = writeMultipart('application/dicom', [{ headers, body: content }]);
    return {
      contentType: `multipart/related; type="application/dicom"; boundary="${boundary}"`,
      body: concatSources([memorySource(Buffer.from(PREAMBLE)), body, memorySource(Buffer.from(EPILOGUE))]),
    };
  },
  judge: copesWithUnusualFraming,
});
