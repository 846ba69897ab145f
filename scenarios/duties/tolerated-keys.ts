import {
  ignoresUnsupportedKey,
  toleratesEmptyKey,
  unknownValueIsRecorded,
} from '../../lib/judges/search/tolerated-keys.ts';
import type { Scenario } from '../../lib/run/scenario.ts';
import { asHeld } from '../steps/as-held.ts';
import { offeredSearch } from '../steps/offered-search.ts';
import { EVERY_ANSWER, isProperAnswer } from '../steps/proper-answer.ts';
import { needsAny, ofTarget } from '../steps/stored.ts';
import { storedValue } from '../steps/stored-values.ts';

/** An attribute of each level by which hardly a server searches, and a required key. */
const SELDOM_A_KEY = { study: '00081060', series: '00081070', instance: '00204000' } as const;
const REQUIRED_KEY = { study: 'PatientID', series: 'SeriesNumber', instance: 'InstanceNumber' } as const;
/** Required keys that may have no value. */
const MAY_BE_EMPTY = {
  study: [
    ['AccessionNumber', '00080050'],
    ['StudyID', '00200010'],
    ['ReferringPhysicianName', '00080090'],
    ['PatientID', '00100020'],
  ],
  series: [
    ['SeriesNumber', '00200011'],
    ['PerformedProcedureStepStartDate', '00400244'],
  ],
  instance: [['InstanceNumber', '00200013']],
} as const;

export const TOLERATED_KEYS: Scenario = {
  id: 'tolerated-keys',
  service: 'search',
  title: 'searches on although a key has no value, or is one that it does not support',
  covers: [...EVERY_ANSWER, 'QIDO-043', 'QIDO-051', 'QIDO-053'],
  proves: ['QIDO-051'],
  features: ['search'],
  obstacle: needsAny(ofTarget),
  async play(context) {
    const { dicomweb, judge } = context;
    const { resource, level, keys, exchange: plain } = await offeredSearch(context);
    const search = (key: string, value: string) => dicomweb.search(resource, [...keys, [key, value]]);
    const empty = await search(REQUIRED_KEY[level], '');
    const unsupported = await search(SELDOM_A_KEY[level], 'No^Such^Name');
    judge(
      isProperAnswer(plain, empty, unsupported),
      toleratesEmptyKey(empty, plain, level),
      ignoresUnsupportedKey(unsupported, plain, level),
    );
    const stored = asHeld(context);
    const hasNone = (tag: string) => stored.every((instance) => storedValue(instance, tag) === '');
    const unknown = MAY_BE_EMPTY[level].find(([, tag]) => hasNone(tag));
    if (!unknown) return;
    const byAnyValue = await search(
      unknown[0],
      unknown[0] !== 'AccessionNumber' && /Number|Date/.test(unknown[0]) ? '18000101' : 'NO-SUCH-VALUE',
    );
    judge(isProperAnswer(byAnyValue), unknownValueIsRecorded(byAnyValue, plain, level));
  },
};
