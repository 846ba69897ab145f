import { setTimeout as sleep } from 'node:timers/promises';
import { smallestOf } from '../../fixtures/dataset.ts';
import { freshUidsFor, withUids } from '../../fixtures/fresh-uids.ts';
import { tutorialDataset } from '../../fixtures/tutorial/index.ts';
import { sightOf } from '../answers/sight.ts';
import { accountOf } from '../deletion/account.ts';
import { createDeletions } from '../deletion/deletions.ts';
import { createLedger } from '../deletion/ledger.ts';
import { createDicomWebClient } from '../dicomweb/client.ts';
import type { Transport } from '../http/plain-transport.ts';
import { cleanUp } from '../run/clean-up/clean-up.ts';
import { storedOf } from '../run/stored-of.ts';
import type { Target } from '../target/target.ts';
import { bad, type Finding, look, ok } from './finding.ts';

const PAUSE_MS = 500;

/**
 * Stores one small instance under fresh UIDs, looks for it, and deletes it by the ledger. `say` is told the study before
 * it is stored, so that it can be found should this process end.
 */
export async function trialFindings(
  target: Target,
  transport: Transport,
  say: (line: string) => void,
): Promise<Finding[]> {
  const tutorial = tutorialDataset({ rows: 8, columns: 8 });
  const instance = smallestOf(withUids(tutorial, freshUidsFor(tutorial)));
  let count = 0;
  const sending = { target, transport, nextExchangeId: () => `doctor.${++count}` };
  const dicomweb = createDicomWebClient(sending);
  const ledger = createLedger([], () => {});
  say(`Storing one instance of ${instance.source.length} bytes in the new study ${instance.study} …`);
  ledger.record(instance, 'sent');
  const { response, failure } = await dicomweb.store([instance.source]);
  const status = response ? `${response.status} ${response.reason}`.trim() : (failure?.message ?? 'no answer');
  const isStored = response !== null && response.status >= 200 && response.status < 300;
  if (response) ledger.record(instance, isStored ? 'acknowledged' : 'refused');
  const deadline = Date.now() + target.profile.visibilityWindowMs;
  for (let isShown = false; isStored && !isShown; ) {
    isShown = sightOf(await dicomweb.retrieveMetadata(instance), instance) === 'shown';
    if (isShown) ledger.record(instance, 'observed');
    if (Date.now() >= deadline) break;
    if (!isShown) await sleep(PAUSE_MS);
  }
  const isSeen = ledger.entries().some(({ state }) => state === 'observed');
  const remains = await cleanUp({
    dicomweb,
    deletions: createDeletions(sending, dicomweb, accountOf(ledger, storedOf(tutorial))),
    ledger,
    offered: ['instance', 'study'],
  });
  return [
    isStored
      ? isSeen
        ? ok('store', `one instance was stored (${status}) and seen`)
        : look(
            'store',
            `one instance was stored (${status}) and is not shown by its metadata`,
            'Does the server show what it stores later? A profile says how much later: visibilityWindowMs.',
          )
      : bad(
          'store',
          `the store was answered ${status}`,
          'May these credentials store? A run without storing is not possible yet.',
        ),
    remains.length === 0
      ? ok('clean-up', isStored ? 'it was deleted, and is gone' : 'nothing is left')
      : look(
          'clean-up',
          `study ${instance.study} may still be there: ${remains[0]?.why}`,
          'What a run stores stays on this server: use an archive for tests, and delete this study by hand.',
        ),
  ];
}
