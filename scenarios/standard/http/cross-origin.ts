import { admitsScriptsThroughout } from '../../../lib/judges/http/cross-origin.ts';
import type { Scenario } from '../../../lib/run/scenario.ts';
import { EVERY_ANSWER, isProperAnswer } from '../../steps/proper-answer.ts';
import { heldOf, needsData, storesOf } from '../../steps/store-data.ts';

/** No viewer is served from there. */
const ORIGIN = 'https://viewer.example';

/** WHATWG Fetch: the preflight of a viewer in a browser, and the request that it precedes. */
export const CROSS_ORIGIN: Scenario = {
  id: 'cross-origin',
  service: 'retrieve',
  title: 'answers viewers in a browser of another origin, or none of them',
  covers: [...EVERY_ANSWER, 'COMMON-035'],
  // Whether other origins are admitted is the operator's choice.
  proves: [],
  features: ['metadata'],
  data: ['ct'],
  needs: [storesOf('ct')],
  obstacle: needsData('ct'),
  async play(context) {
    const { dicomweb, target } = context;
    const [instance] = heldOf(context, 'ct');
    if (!instance) return;
    // The quotation marks in an Accept field of a multipart type are bytes that Fetch asks leave for.
    const fields = ['accept', ...(target.credentials.kind === 'none' ? [] : ['authorization'])];
    const preflight = await dicomweb.request('retrieve', 'OPTIONS', `/studies/${instance.study}/metadata`, {
      accept: '*/*',
      isAnonymous: true,
      headers: [
        ['Origin', ORIGIN],
        ['Access-Control-Request-Method', 'GET'],
        ['Access-Control-Request-Headers', fields.join(',')],
      ],
    });
    const get = await dicomweb.retrieveMetadata({ study: instance.study }, { headers: [['Origin', ORIGIN]] });
    context.judge(isProperAnswer(get), admitsScriptsThroughout(preflight, get, { origin: ORIGIN, fields }));
  },
};
