import { copyInstance } from '../../fixtures/copy-instance.ts';
import { smallestOf } from '../../fixtures/dataset.ts';
import { memorySource } from '../../lib/bytes/byte-source.ts';
import { concatSources } from '../../lib/bytes/concat-source.ts';
import { writeMultipart } from '../../lib/http/multipart-writer.ts';
import { copesWithUnusualFraming } from '../../lib/judges/unusual-framing.ts';
import type { Scenario } from '../../lib/run/scenario.ts';
import { EVERY_ANSWER, isProperAnswer } from '../tutorial/answers.ts';
import { needsAny, ofTarget } from '../tutorial/stored.ts';
import { storeAs, usualStore } from './store-as.ts';

const PREAMBLE = 'This is a message in several parts.\r\n\r\n';
const EPILOGUE = '\r\nNothing follows.\r\n';

export const UNUSUAL_FRAMING: Scenario = {
  id: 'unusual-framing',
  service: 'store',
  title: 'stores what is framed in the less usual ways that RFC 2046 has',
  covers: [...EVERY_ANSWER, 'MP-010'],
  proves: ['MP-010'],
  features: ['store', 'metadata'],
  obstacle: needsAny(ofTarget),
  copies: 1,
  async play(context) {
    const twin = await usualStore(context);
    if (!twin) return;
    const copy = copyInstance(smallestOf(context.dataset));
    const headers = [
      ['content-type', 'application/dicom'],
      ['X-Number', '1'],
    ] as const;
    const { boundary, body } = writeMultipart('application/dicom', [{ headers, body: copy.source }]);
    const framed = concatSources([memorySource(Buffer.from(PREAMBLE)), body, memorySource(Buffer.from(EPILOGUE))]);
    const contentType = `multipart/related; type="application/dicom"; boundary="${boundary}"`;
    const unusual = await storeAs(context, copy, contentType, framed);
    context.judge(
      isProperAnswer(unusual.store, unusual.look),
      copesWithUnusualFraming(unusual, twin, context.target.profile),
    );
  },
};
