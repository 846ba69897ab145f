import { copyInstance } from '../../fixtures/copy-instance.ts';
import { smallestOf } from '../../fixtures/dataset.ts';
import type { StoredInstance } from '../../lib/dicom/instance.ts';
import type { Exchange } from '../../lib/http/exchange.ts';
import { writeMultipart } from '../../lib/http/multipart-writer.ts';
import { sightOf } from '../../lib/judges/sight.ts';
import { takesUnquotedStore } from '../../lib/judges/unquoted-type.ts';
import type { ScenarioContext } from '../../lib/run/context.ts';
import type { Scenario } from '../../lib/run/scenario.ts';
import { EVERY_ANSWER, isProperAnswer } from '../tutorial/answers.ts';
import { askForStored } from '../tutorial/ask-until.ts';
import { STORE } from '../tutorial/store.ts';
import { needsAny, ofTarget } from '../tutorial/stored.ts';

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
    const { dicomweb, dataset, recall, target } = context;
    const stored = STORE.flatMap(({ id }) => recall(id)).find(({ request }) => request.method === 'POST');
    const instance = dataset.roles.target;
    const found = await askForStored(context, () => dicomweb.retrieveMetadata(instance));
    // Where nothing that was stored is to be seen, one more store would show nothing.
    if (!stored || sightOf(found, instance) !== 'shown') return;
    const twin = { store: stored, look: found, instance };
    const copy = copyInstance(smallestOf(dataset));
    const store = await storeUnquoted(context, copy);
    const deadline = isRefused(store) ? 0 : Date.now() + target.profile.visibilityWindowMs;
    const look = await askForStored(context, () => dicomweb.retrieveMetadata(copy), [copy], deadline);
    if (sightOf(look, copy) === 'shown') context.ledger.record(copy, 'observed');
    context.judge(
      isProperAnswer(store, look),
      takesUnquotedStore({ store, look, instance: copy }, twin, target.profile),
    );
  },
};

async function storeUnquoted({ dicomweb, ledger }: ScenarioContext, copy: StoredInstance): Promise<Exchange> {
  const part = { headers: [['Content-Type', 'application/dicom']], body: copy.source } as const;
  const { boundary, body } = writeMultipart('application/dicom', [part]);
  ledger.record(copy, 'sent');
  const exchange = await dicomweb.request('store', 'POST', '/studies', {
    accept: 'application/dicom+json',
    headers: [['Content-Type', `multipart/related; type=application/dicom; boundary=${boundary}`]],
    body,
  });
  if (isRefused(exchange)) ledger.record(copy, 'refused');
  return exchange;
}

function isRefused({ response }: Exchange): boolean {
  return response !== null && response.status >= 400;
}
