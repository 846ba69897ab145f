import type { DataSetName } from '../../fixtures/sets/index.ts';
import { sightOf } from '../../lib/answers/sight.ts';
import { acknowledges } from '../../lib/answers/store-response.ts';
import { withDiscarded } from '../../lib/answers/stored/discarded.ts';
import { sightOfStored, type Whereabouts } from '../../lib/answers/stored/whereabouts.ts';
import type { StoredInstance } from '../../lib/dicom/instance.ts';
import type { Exchange } from '../../lib/http/exchange.ts';
import type { ScenarioContext } from '../../lib/run/context.ts';
import { askForStored, metadataSettles } from './ask-until.ts';
import { lookFor, recordAnswer } from './store-and-observe.ts';
import { studyForStores } from './store-route.ts';

/** Id of the scenario that stores a data set: what asks about the set needs it. */
export function storesOf(name: DataSetName): string {
  return `data-${name}`;
}

/** What the server holds of a data set, as far as it acknowledged or showed it. */
export function heldOf(
  { ledger, recall, data, target }: ScenarioContext,
  name: DataSetName,
): readonly StoredInstance[] {
  return withDiscarded(
    data(name).filter(({ instance }) => ledger.holds(instance)),
    recall(storesOf(name)),
    target.profile,
  );
}

/** A study of a data set that was stored, and what showed of it. */
export interface StoredStudy {
  readonly study: string;
  readonly sent: readonly StoredInstance[];
  readonly exchange: Exchange;
  readonly metadata: Exchange;
  readonly whereabouts: readonly Whereabouts[];
}

/** Stores the instances of one study in one request, asks for their metadata, and keeps the ledger. */
export async function storeStudyOf(context: ScenarioContext, sent: readonly StoredInstance[]): Promise<StoredStudy> {
  const { dicomweb, ledger } = context;
  const study = sent[0]?.study ?? '';
  for (const instance of sent) ledger.record(instance, 'sent');
  const into = sent[0] && studyForStores(context, sent[0]);
  const exchange = await dicomweb.store(
    sent.map(({ source }) => source),
    into,
  );
  const answered = Date.now();
  for (const instance of sent) recordAnswer(context, exchange, instance);
  const owed = sent.filter(({ instance }) => exchange.response && acknowledges(exchange.response, instance));
  const metadataOf = () => dicomweb.retrieveMetadata({ study });
  const described = await askForStored(
    context,
    metadataOf,
    owed,
    owed.length > 0 ? metadataSettles(context, answered) : 0,
  );
  const whereabouts: Whereabouts[] = [];
  for (const instance of sent) {
    const { series, instance: uid } = instance;
    const looks = [{ exchange: described, path: { study, series, instance: uid } }];
    whereabouts.push(await lookFor(context, exchange, instance, looks, answered));
  }
  // What was seen meanwhile may be described by now.
  const isBehind = whereabouts.some(
    (one) => sightOfStored(one) === 'shown' && sightOf(described, one.instance) !== 'shown',
  );
  return { study, sent, exchange, metadata: isBehind ? await metadataOf() : described, whereabouts };
}

/** No obstacle once the server holds something of any of these data sets. */
export function needsData(...names: readonly DataSetName[]): (context: ScenarioContext) => string | null {
  return (context) => {
    if (names.some((name) => heldOf(context, name).length > 0)) return null;
    return `the server holds nothing of the data set ${names.join(' or ')}`;
  };
}
