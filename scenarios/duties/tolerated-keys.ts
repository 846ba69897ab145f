import type { QueryParameters } from '../../lib/dicomweb/operations.ts';
import {
  ignoresUnsupportedKey,
  toleratesEmptyKey,
  unknownValueIsRecorded,
} from '../../lib/judges/search/tolerated-keys.ts';
import type { Scenario } from '../../lib/run/scenario.ts';
import { asHeld } from '../steps/as-held.ts';
import { EVERY_ANSWER, isProperAnswer } from '../steps/proper-answer.ts';
import { firstThatFinds, placesOfStudyKeys } from '../steps/search-places.ts';
import { needsAny, ofStudy } from '../steps/stored.ts';
import { storedValue } from '../steps/stored-values.ts';

/** Name of Physician(s) Reading Study: an attribute of the study by which hardly a server searches. */
const SELDOM_A_KEY = '00081060';
/** Required keys that may have no value. */
const MAY_BE_EMPTY = [
  ['AccessionNumber', '00080050'],
  ['StudyID', '00200010'],
  ['ReferringPhysicianName', '00080090'],
  ['PatientID', '00100020'],
] as const;

export const TOLERATED_KEYS: Scenario = {
  id: 'tolerated-keys',
  service: 'search',
  title: 'searches on although a key has no value, or is one that it does not support',
  covers: [...EVERY_ANSWER, 'QIDO-043', 'QIDO-051', 'QIDO-053'],
  proves: ['QIDO-051'],
  features: ['search'],
  obstacle: needsAny(ofStudy),
  async play(context) {
    const { dicomweb, judge } = context;
    const { place, found: plain } = await firstThatFinds(context, placesOfStudyKeys(context));
    const { resource, keys, level } = place;
    const search = (...more: QueryParameters) => dicomweb.search(resource, [...keys, ...more]);
    const empty = await search(['PatientID', '']);
    const unsupported = await search([SELDOM_A_KEY, 'No^Such^Name']);
    judge(
      isProperAnswer(plain, empty, unsupported),
      toleratesEmptyKey(empty, plain, level),
      ignoresUnsupportedKey(unsupported, plain, level),
    );
    const stored = asHeld(context);
    const unknown = MAY_BE_EMPTY.find(([, tag]) => stored.every((instance) => storedValue(instance, tag) === ''));
    if (!unknown) return;
    const byAnyValue = await search([unknown[0], 'NO-SUCH-VALUE']);
    judge(isProperAnswer(byAnyValue), unknownValueIsRecorded(byAnyValue, plain, level));
  },
};
