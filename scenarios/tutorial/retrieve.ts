import type { StoredInstance } from '../../lib/dicom/instance.ts';
import type { Exchange } from '../../lib/http/exchange.ts';
import { multipartIsWellFormed } from '../../lib/judges/multipart/framing.ts';
import { instancesAre, type RetrieveLevel } from '../../lib/judges/retrieve/instances.ts';
import { partsAreValidPart10 } from '../../lib/judges/retrieve/part10-validity.ts';
import { transferSyntaxIsAsAsked } from '../../lib/judges/retrieve/transfer-syntax-choice.ts';
import type { Scenario } from '../../lib/run/scenario.ts';
import { askForStored } from '../steps/ask-until.ts';
import { followLocations } from '../steps/follow-links.ts';
import { EVERY_ANSWER, isProperAnswer } from '../steps/proper-answer.ts';
import { TUTORIAL_IDS } from '../steps/scenario-ids.ts';
import { held, needsAny, ofSeries, ofStudy, ofTarget } from '../steps/stored.ts';

const MULTIPART = ['001', '002', '003', '004', '005', '006', '007', '008', '009'].map((number) => `MP-${number}`);
/** What is judged of every retrieve of whole instances; the transfer syntax by what the profile has asked for. */
const INSTANCES = [...EVERY_ANSWER, 'WADO-RS-005', 'WADO-RS-008', 'STOW-024', 'STOW-032'];

export const RETRIEVE_STUDY: Scenario = {
  id: TUTORIAL_IDS.retrieveStudy,
  service: 'retrieve',
  title: 'retrieves every instance of a study',
  covers: [...INSTANCES, ...MULTIPART, 'WADO-RS-001', 'WADO-RS-004'],
  // Pixels that could not be compared are not hidden by those of another instance that could.
  proves: ['WADO-RS-001', 'WADO-RS-004', 'STOW-032'],
  features: ['retrieve'],
  obstacle: needsAny(ofStudy),
  async play(context) {
    const { study } = context.dataset;
    const stored = held(context, ofStudy(context));
    const exchange = await askForStored(context, () => context.dicomweb.retrieveStudy({ study }), stored);
    context.judge(instancesAreReturned(exchange, 'study', stored));
    context.judge(await followLocations(context, exchange));
  },
};

export const RETRIEVE_SERIES: Scenario = {
  id: TUTORIAL_IDS.retrieveSeries,
  service: 'retrieve',
  title: 'retrieves every instance of a series',
  covers: [...INSTANCES, ...MULTIPART, 'WADO-RS-002', 'WADO-RS-004'],
  proves: ['WADO-RS-002', 'WADO-RS-004'],
  features: ['retrieve'],
  obstacle: needsAny(ofSeries),
  async play(context) {
    const { study, roles } = context.dataset;
    const path = { study, series: roles.targetSeries.uid };
    const stored = held(context, ofSeries(context));
    const exchange = await askForStored(context, () => context.dicomweb.retrieveSeries(path), stored);
    context.judge(instancesAreReturned(exchange, 'series', stored));
  },
};

export const RETRIEVE_INSTANCE: Scenario = {
  id: 'T09',
  service: 'retrieve',
  title: 'retrieves one instance and no other',
  covers: [...INSTANCES, 'WADO-RS-003'],
  proves: ['WADO-RS-003'],
  features: ['retrieve'],
  obstacle: needsAny(ofTarget),
  async play(context) {
    const stored = held(context, ofTarget(context));
    const { target } = context.dataset.roles;
    const exchange = await askForStored(context, () => context.dicomweb.retrieveInstance(target), stored);
    context.judge(instancesAreReturned(exchange, 'instance', stored));
  },
};

/** Everything that an answer with whole instances is judged by. */
export function instancesAreReturned(exchange: Exchange, level: RetrieveLevel, stored: readonly StoredInstance[]) {
  const multipart = exchange.request.headers.some(
    ([name, value]) => name.toLowerCase() === 'accept' && value.startsWith('multipart/related'),
  );
  return [
    ...isProperAnswer(exchange),
    ...(multipart ? multipartIsWellFormed(exchange) : []),
    ...instancesAre(exchange, level, stored),
    partsAreValidPart10(exchange, stored),
    ...transferSyntaxIsAsAsked(exchange, stored),
  ];
}
