import type { StoredInstance } from '../../lib/dicom/instance.ts';
import type { ResourcePath } from '../../lib/dicomweb/operations.ts';
import { dicomJsonIsRight } from '../../lib/judges/json/dicom-json.ts';
import { metadataIsRight } from '../../lib/judges/retrieve/metadata.ts';
import type { ScenarioContext } from '../../lib/run/context.ts';
import type { Scenario } from '../../lib/run/scenario.ts';
import { askForStored } from '../steps/ask-until.ts';
import { followReferences } from '../steps/follow-links.ts';
import { JSON_OF_INSTANCES } from '../steps/json-requirements.ts';
import { EVERY_ANSWER, isProperAnswer } from '../steps/proper-answer.ts';
import { TUTORIAL_IDS } from '../steps/scenario-ids.ts';
import { held, needsAny, ofSeries, ofStudy, ofTarget } from '../steps/stored.ts';

const METADATA = [
  ...EVERY_ANSWER,
  ...JSON_OF_INSTANCES,
  ...['001', '002', '003', '004', '005', '006', '007', '008', '009'].map((number) => `MP-${number}`),
  ...['030', '031', '033', '034', '035', '036', '037', '048', '058'].map((number) => `WADO-RS-${number}`),
];

function retrievesMetadata(
  id: string,
  title: string,
  instances: (context: ScenarioContext) => readonly StoredInstance[],
  path: (context: ScenarioContext) => ResourcePath,
): Scenario {
  return {
    id,
    service: 'retrieve',
    title,
    covers: METADATA,
    proves: ['WADO-RS-030', 'WADO-RS-033'],
    features: ['metadata'],
    obstacle: needsAny(instances),
    async play(context) {
      const { profile } = context.target;
      const stored = held(context, instances(context));
      const exchange = await askForStored(context, () => context.dicomweb.retrieveMetadata(path(context)), stored);
      context.judge(
        isProperAnswer(exchange),
        metadataIsRight(exchange, stored, profile),
        dicomJsonIsRight(exchange, stored),
      );
      context.judge(await followReferences(context, exchange, stored));
    },
  };
}

export const STUDY_METADATA = retrievesMetadata(
  TUTORIAL_IDS.studyMetadata,
  'describes every instance of a study',
  ofStudy,
  ({ dataset }) => ({ study: dataset.study }),
);

export const SERIES_METADATA = retrievesMetadata(
  'T08',
  'describes every instance of a series',
  ofSeries,
  ({ dataset }) => ({ study: dataset.study, series: dataset.roles.targetSeries.uid }),
);

export const INSTANCE_METADATA = retrievesMetadata(
  'T10',
  'describes one instance and no other',
  ofTarget,
  ({ dataset }) => dataset.roles.target,
);
