import { DATA_SET_NAMES, DATA_SETS, type DataSetName } from '../../fixtures/sets/index.ts';
import type { StoredInstance } from '../../lib/dicom/instance.ts';
import { dicomJsonIsRight } from '../../lib/judges/json/dicom-json.ts';
import { keepsWhatWasStored } from '../../lib/judges/retrieve/fidelity.ts';
import { metadataIsRight } from '../../lib/judges/retrieve/metadata.ts';
import { storedIsSomewhere } from '../../lib/judges/store/stored-is-observed.ts';
import type { ScenarioContext } from '../../lib/run/context.ts';
import { notJudged } from '../../lib/run/play.ts';
import type { Scenario } from '../../lib/run/scenario.ts';
import { askForStored } from '../steps/ask-until.ts';
import { followReferences } from '../steps/follow-links.ts';
import { isProperAnswer } from '../steps/proper-answer.ts';
import { heldOf, type StoredStudy, storeStudyOf, storesOf } from '../steps/store-data.ts';
import { STUDY_METADATA } from '../tutorial/metadata.ts';
import { instancesAreReturned, RETRIEVE_STUDY } from '../tutorial/retrieve.ts';

/** Stores a data set, a request a study, and compares what comes back. */
function keeps(name: DataSetName): Scenario {
  const scenario: Scenario = {
    id: storesOf(name),
    service: 'store',
    title: `keeps ${DATA_SETS[name].title}`,
    covers: [...new Set([...RETRIEVE_STUDY.covers, ...STUDY_METADATA.covers, 'WADO-RS-010'])],
    proves: ['STOW-032'],
    features: ['store', 'retrieve'],
    copies: DATA_SETS[name].count,
    data: [name],
    obstacle: () => null,
    async play(context) {
      const instances = context.data(name);
      for (const study of new Set(instances.map((one) => one.study))) {
        const sent = instances.filter((one) => one.study === study);
        const stored = await storeStudyOf(context, sent);
        context.judge(isProperAnswer(stored.exchange), storedIsSomewhere(stored.exchange, stored.whereabouts));
        await judgeStudy(context, name, stored);
      }
      if (heldOf(context, name).length === 0) context.judge(notJudged(scenario, 'STOW-032', NOT_TAKEN));
    },
  };
  return scenario;
}

const NOT_TAKEN = {
  reason: 'not-claimed',
  remark: 'the server took none of the data set; no clause says which SOP classes and transfer syntaxes it has to take',
} as const;

/** What the server took of a study comes back whole. What it did not take is its choice. */
async function judgeStudy(context: ScenarioContext, name: DataSetName, stored: StoredStudy): Promise<void> {
  const { dicomweb, target } = context;
  const { study, metadata } = stored;
  const kept: readonly StoredInstance[] = heldOf(context, name).filter((one) => one.study === study);
  if (kept.length === 0) return;
  const accept = 'multipart/related; type="application/dicom"; transfer-syntax=*';
  const retrieved = await askForStored(context, () => dicomweb.retrieveStudy({ study }, { accept }), kept);
  context.judge(instancesAreReturned(retrieved, 'study', kept), keepsWhatWasStored(retrieved, kept));
  if (target.profile.features.metadata === 'no') return;
  context.judge(
    isProperAnswer(metadata),
    metadataIsRight(metadata, kept, target.profile),
    dicomJsonIsRight(metadata, kept),
    await followReferences(context, metadata, kept),
  );
}

/** A scenario for each data set. */
export const KEEP_DATA: readonly Scenario[] = DATA_SET_NAMES.map(keeps);
