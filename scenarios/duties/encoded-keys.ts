import { searchPath } from '../../lib/dicomweb/paths.ts';
import { expecting } from '../../lib/judges/search/expected.ts';
import { keySelects } from '../../lib/judges/search/keys.ts';
import type { Scenario } from '../../lib/run/scenario.ts';
import { EVERY_ANSWER, isProperAnswer } from '../steps/proper-answer.ts';
import { askUntilFound } from '../steps/search-whole.ts';
import { held, ofStudy } from '../steps/stored.ts';
import { MODALITY, modalityOf, NO_MODALITY, seriesOfStudy, storedValue } from '../steps/stored-values.ts';

export const ENCODED_KEYS: Scenario = {
  id: 'encoded-keys',
  service: 'search',
  title: 'undoes percent-encoding before it matches',
  covers: [...EVERY_ANSWER, 'COMMON-006'],
  proves: ['COMMON-006'],
  features: ['search'],
  obstacle: (context) =>
    modalityOf(held(context, ofStudy(context))) === null ? 'what was stored has no modality to search by' : null,
  async play(context) {
    const stored = held(context, ofStudy(context));
    const modality = modalityOf(stored);
    if (modality === null) return;
    const resource = seriesOfStudy(context);
    const search = (value: string) =>
      context.dicomweb.request('search', 'GET', `${searchPath(resource)}?Modality=${value}`, {
        accept: 'application/dicom+json',
      });
    const ofModality = stored.filter((instance) => storedValue(instance, MODALITY) === modality);
    const expected = expecting(stored, resource, ofModality);
    const spellings = new Set([percentEncoded(modality), percentEncoded(modality).toLowerCase()]);
    const notFound = await search(percentEncoded(NO_MODALITY));
    for (const spelling of spellings) {
      const found = await askUntilFound(context, () => search(spelling));
      context.judge(
        isProperAnswer(found, notFound),
        keySelects('COMMON-006', { key: `Modality=${spelling}`, found, expected, notFound }),
      );
    }
  },
};

/** Every octet encoded, those as well that need not be: RFC 3986 §2.3 has both forms mean the same, and §2.1 both cases. */
function percentEncoded(value: string): string {
  return [...Buffer.from(value)].map((octet) => `%${octet.toString(16).toUpperCase()}`).join('');
}
