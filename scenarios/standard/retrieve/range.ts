import { honoursRange, refusesRangeBeyondTheEnd } from '../../../lib/judges/http/range.ts';
import type { Scenario } from '../../../lib/run/scenario.ts';
import { EVERY_ANSWER, isProperAnswer } from '../../steps/proper-answer.ts';
import { heldOf, needsData, storesOf } from '../../steps/store-data.ts';

const ASKED = { first: 130, last: 149 };

/** RFC 9110 §14: ranges of a payload that is not in parts. */
export const RANGE: Scenario = {
  id: 'range',
  service: 'retrieve',
  title: 'sends a range of bytes where one is asked for, or the whole',
  covers: [...EVERY_ANSWER, 'WADO-RS-020'],
  proves: [],
  features: ['retrieve'],
  data: ['ct'],
  needs: [storesOf('ct')],
  obstacle: needsData('ct'),
  async play(context) {
    const [instance] = heldOf(context, 'ct');
    if (!instance) return;
    const ask = (range?: string) =>
      context.dicomweb.retrieveInstance(instance, {
        accept: 'application/dicom',
        ...(range === undefined ? {} : { headers: [['Range', range]] }),
      });
    const whole = await ask();
    const part = await ask(`bytes=${ASKED.first}-${ASKED.last}`);
    const beyond = await ask('bytes=99999999-');
    context.judge(
      isProperAnswer(whole, part, beyond),
      honoursRange(part, whole, ASKED),
      refusesRangeBeyondTheEnd(beyond, whole),
    );
  },
};
