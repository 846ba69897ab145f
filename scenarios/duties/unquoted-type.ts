import { copyInstance } from '../../fixtures/copy-instance.ts';
import { smallestOf } from '../../fixtures/dataset.ts';
import { writeMultipart } from '../../lib/http/multipart-writer.ts';
import { takesUnquotedStore } from '../../lib/judges/unquoted-type.ts';
import type { Scenario } from '../../lib/run/scenario.ts';
import { EVERY_ANSWER, isProperAnswer } from '../tutorial/answers.ts';
import { needsAny, ofTarget } from '../tutorial/stored.ts';
import { storeAs, usualStore } from './store-as.ts';

export const UNQUOTED_TYPE: Scenario = {
  id: 'unquoted-type',
  service: 'store',
  title: 'stores what is announced without quotation marks',
  covers: [...EVERY_ANSWER, 'COMMON-016'],
  proves: ['COMMON-016'],
  features: ['store', 'metadata'],
  obstacle: needsAny(ofTarget),
  copies: 1,
  async play(context) {
    const twin = await usualStore(context);
    if (!twin) return;
    const copy = copyInstance(smallestOf(context.dataset));
    const part = { headers: [['Content-Type', 'application/dicom']], body: copy.source } as const;
    const { boundary, body } = writeMultipart('application/dicom', [part]);
    const contentType = `multipart/related; type=application/dicom; boundary=${boundary}`;
    const unquoted = await storeAs(context, copy, contentType, body);
    context.judge(
      isProperAnswer(unquoted.store, unquoted.look),
      takesUnquotedStore(unquoted, twin, context.target.profile),
    );
  },
};
