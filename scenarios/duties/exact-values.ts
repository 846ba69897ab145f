import type { StoredInstance } from '../../lib/dicom/instance.ts';
import { matchesWholeValues } from '../../lib/judges/search/exactness.ts';
import type { Scenario } from '../../lib/run/scenario.ts';
import { asHeld } from '../steps/as-held.ts';
import { EVERY_ANSWER, isProperAnswer } from '../steps/proper-answer.ts';
import { askUntilFound } from '../steps/search-whole.ts';
import { storedValue } from '../steps/stored-values.ts';
import { offeredPlace, studyPlaces } from './places.ts';

/** Keys of the study that are no names, whose text has no wildcard and can be cut short. */
function values([first]: readonly StoredInstance[]): readonly (readonly [key: string, value: string])[] {
  if (!first) return [];
  const keys = [
    ['PatientID', storedValue(first, '00100020')],
    ['AccessionNumber', storedValue(first, '00080050')],
  ] as const;
  return keys.filter(([, value]) => /^[A-Za-z0-9 ._-]+[A-Za-z0-9]$/.test(value));
}

export const EXACT_VALUES: Scenario = {
  id: 'exact-values',
  service: 'search',
  title: 'finds by a whole value and not by a part of it',
  covers: [...EVERY_ANSWER, 'QIDO-040'],
  proves: ['QIDO-040'],
  features: ['search'],
  obstacle: (context) =>
    values(asHeld(context)).length > 0 ? null : 'what was stored has no value of which a part could be searched for',
  async play(context) {
    const { resource, narrowing, level } = await offeredPlace(context, studyPlaces(context));
    for (const [key, value] of values(asHeld(context))) {
      const search = (asked: string) => context.dicomweb.search(resource, [...narrowing, [key, asked]]);
      const found = await askUntilFound(context, () => search(value));
      const notFound = await search('NO-SUCH-VALUE');
      const beginning = await search(value.slice(0, -1));
      const swapped = value.replace(/[A-Za-z]/g, (letter) =>
        letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
      );
      const otherCase = swapped === value ? null : await search(swapped);
      context.judge(
        isProperAnswer(found, notFound, beginning, ...(otherCase ? [otherCase] : [])),
        matchesWholeValues(level, { key, found, notFound, beginning, otherCase }),
      );
    }
  },
};
