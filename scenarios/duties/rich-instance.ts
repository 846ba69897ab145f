import { richInstance } from '../../fixtures/rich-instance.ts';
import { sightOf } from '../../lib/answers/sight.ts';
import { storeModuleOf } from '../../lib/answers/store-response.ts';
import { withDiscarded } from '../../lib/answers/stored/discarded.ts';
import { sightOfStored } from '../../lib/answers/stored/whereabouts.ts';
import { frameCount } from '../../lib/dicom/frames.ts';
import type { StoredInstance } from '../../lib/dicom/instance.ts';
import type { Exchange } from '../../lib/http/exchange.ts';
import { dicomJsonIsRight } from '../../lib/judges/json/dicom-json.ts';
import { multipartIsWellFormed } from '../../lib/judges/multipart/framing.ts';
import { keepsWhatWasStored } from '../../lib/judges/retrieve/fidelity.ts';
import { refusesFramesBeyondTheLast } from '../../lib/judges/retrieve/frame-refusal.ts';
import { framesAre } from '../../lib/judges/retrieve/frames.ts';
import { metadataIsRight } from '../../lib/judges/retrieve/metadata.ts';
import { storeOutcomeOf } from '../../lib/judges/store/outcome.ts';
import { storedIsSomewhere } from '../../lib/judges/store/stored-is-observed.ts';
import type { ScenarioContext } from '../../lib/run/context.ts';
import { notJudged } from '../../lib/run/play.ts';
import type { Scenario } from '../../lib/run/scenario.ts';
import { askForStored, metadataSettles } from '../steps/ask-until.ts';
import { followReferences } from '../steps/follow-links.ts';
import { EVERY_ANSWER, isProperAnswer } from '../steps/proper-answer.ts';
import { storeAndObserve } from '../steps/store-and-observe.ts';
import { studyForStores } from '../steps/store-route.ts';
import { needsAny, ofStudy } from '../steps/stored.ts';
import { INSTANCE_METADATA } from '../tutorial/metadata.ts';
import { instancesAreReturned, RETRIEVE_INSTANCE } from '../tutorial/retrieve.ts';
import { judgeKeysOfRichStudy } from './rich-keys.ts';
import { judgeSequenceSearch, SEQUENCE_SEARCH } from './sequence-search.ts';

const FRAMES = ['040', '041', '042', '044', '045', '048'].map((number) => `WADO-RS-${number}`);

/** What the pictures of the tutorial lack, a server can lose and still give them back whole. */
export const RICH_INSTANCE: Scenario = {
  id: 'rich-instance',
  service: 'store',
  title: 'keeps private elements, nested sequences and every frame of a multi-frame image',
  covers: [
    ...new Set([
      ...EVERY_ANSWER,
      ...RETRIEVE_INSTANCE.covers,
      ...INSTANCE_METADATA.covers,
      ...FRAMES,
      ...SEQUENCE_SEARCH,
      'QIDO-010',
    ]),
  ],
  proves: ['STOW-032'],
  features: ['store'],
  copies: 1,
  obstacle: needsAny(ofStudy),
  async play(context) {
    const { features } = context.target.profile;
    const sent = richInstance();
    const { exchange, metadata, whereabouts } = await storeAndObserve(context, [sent], studyForStores(context, sent));
    const isShown = whereabouts.some((one) => sightOfStored(one) === 'shown');
    if (!isShown && isTurnedDown(exchange, sent)) {
      context.judge(isProperAnswer(exchange), notJudged(RICH_INSTANCE, 'STOW-032', NOT_TAKEN));
      return;
    }
    context.judge(isProperAnswer(exchange), storedIsSomewhere(exchange, whereabouts));
    if (!isShown) {
      context.judge(keepsWhatWasStored(metadata, [sent]));
      return;
    }
    const kept = withDiscarded([sent], [exchange], context.target.profile);
    if (features.retrieve !== 'no') await judgeRetrieve(context, sent, kept);
    else context.judge(notJudged(RICH_INSTANCE, 'STOW-032', NOT_RETRIEVED));
    if (features.metadata !== 'no') await judgeMetadata(context, await metadataOf(context, sent, metadata), kept);
    if (features.frames !== 'no') await judgeFrames(context, sent);
    const [one] = kept;
    if (features.search !== 'no' && one) {
      await judgeSequenceSearch(context, one);
      await judgeKeysOfRichStudy(context, one);
    }
  },
};

const NOT_TAKEN = {
  reason: 'not-claimed',
  remark: 'the server turns down Multi-frame Grayscale Word Secondary Capture, which none has to take',
} as const;

const NOT_RETRIEVED = { reason: 'not-claimed', remark: 'the profile does not claim retrieve' } as const;

/** Statuses of a server that understood a store and does not take it. 400 and 429 say nothing of the SOP class. */
const TURNED_DOWN = [403, 406, 409, 415, 422];

/** Whether the server says that it does not take the instance: no clause says which SOP classes it has to support. */
function isTurnedDown(exchange: Exchange, sent: StoredInstance): boolean {
  const { response } = exchange;
  if (!response) return false;
  const failed = storeModuleOf(response)?.failed ?? [];
  // An answer that lists the instance says why. A processing failure is no choice of what to support.
  if (failed.some(({ instance }) => instance === sent.instance))
    return storeOutcomeOf(exchange, [sent]).refused.length > 0;
  return TURNED_DOWN.includes(response.status);
}

type Kept = readonly StoredInstance[];

async function judgeRetrieve(context: ScenarioContext, sent: StoredInstance, kept: Kept): Promise<void> {
  const deadline = metadataSettles(context, Date.now());
  const retrieved = await askForStored(context, () => context.dicomweb.retrieveInstance(sent), [sent], deadline);
  context.judge(instancesAreReturned(retrieved, 'instance', kept));
}

/** The metadata of the instance; of its series or study where the server has none of a single instance. */
async function metadataOf({ dicomweb }: ScenarioContext, sent: StoredInstance, alone: Exchange): Promise<Exchange> {
  if (sightOf(alone, sent) === 'shown') return alone;
  const { study, series } = sent;
  for (const path of [{ study, series }, { study }]) {
    const together = await dicomweb.retrieveMetadata(path);
    if (sightOf(together, sent) === 'shown') return together;
  }
  return alone;
}

async function judgeMetadata(context: ScenarioContext, described: Exchange, kept: Kept): Promise<void> {
  context.judge(
    isProperAnswer(described),
    metadataIsRight(described, kept, context.target.profile),
    dicomJsonIsRight(described, kept),
    await followReferences(context, described, kept),
  );
}

/**
 * Each frame alone, and two of them in a list in ascending order: later editions know no other, so a server may refuse
 * one in another order (WADO-RS-043).
 */
async function judgeFrames(context: ScenarioContext, sent: StoredInstance): Promise<void> {
  const { dicomweb } = context;
  const last = frameCount(sent.dataSet);
  const frames = async (numbers: readonly number[]) => {
    const exchange = await dicomweb.retrieveFrames(sent, numbers);
    context.judge(isProperAnswer(exchange), multipartIsWellFormed(exchange), framesAre(exchange, sent, numbers));
    return exchange;
  };
  const first = await frames([1]);
  for (let number = 2; number <= last; number++) await frames([number]);
  await frames([1, last]);
  const beyond = await dicomweb.retrieveFrames(sent, [last + 1]);
  context.judge(isProperAnswer(beyond), refusesFramesBeyondTheLast(beyond, first));
}
