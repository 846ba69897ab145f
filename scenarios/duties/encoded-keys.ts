import type { StoredInstance } from '../../lib/dicom/instance.ts';
import { newUid } from '../../lib/dicom/uid.ts';
import { searchPath } from '../../lib/dicomweb/paths.ts';
import type { Exchange } from '../../lib/http/exchange.ts';
import { expecting } from '../../lib/judges/search/expected.ts';
import { encodedValue } from '../../lib/judges/search/key-blame.ts';
import { isSeenToSelect, type KeySearch } from '../../lib/judges/search/keys.ts';
import { valueSelects } from '../../lib/judges/search/values.ts';
import type { Finding } from '../../lib/results/finding.ts';
import type { ScenarioContext } from '../../lib/run/context.ts';
import type { Scenario } from '../../lib/run/scenario.ts';
import { EVERY_ANSWER, isProperAnswer } from '../steps/proper-answer.ts';
import { askUntilFound } from '../steps/search-whole.ts';
import { held, needsAny, ofStudy } from '../steps/stored.ts';
import { MODALITY, modalityOf, NO_MODALITY, seriesOfStudy, storedValue } from '../steps/stored-values.ts';
import type { Place } from './matches.ts';

/** A key with a stored value, every octet of which can be encoded, and one that nothing has. */
interface EncodedKey extends Pick<Place, 'resource'> {
  readonly key: string;
  readonly value: string;
  readonly foreign: string;
  readonly selects: (instance: StoredInstance) => boolean;
}

export const ENCODED_KEYS: Scenario = {
  id: 'encoded-keys',
  service: 'search',
  title: 'undoes percent-encoding before it matches',
  covers: [...EVERY_ANSWER, 'COMMON-006'],
  proves: ['COMMON-006'],
  features: ['search'],
  obstacle: needsAny(ofStudy),
  async play(context) {
    let findings: readonly Finding[] = [];
    for (const key of keysOf(context)) {
      const tried = await tryEncoded(context, key);
      const isJudged = tried.some(({ verdict }) => verdict !== 'incomplete');
      if (findings.length === 0 || isJudged) findings = tried;
      if (isJudged) break;
    }
    context.judge(findings);
  },
};

/** Keys by which it can be tried: a modality, and where that is not offered or not heeded, the UID of the study. */
function keysOf(context: ScenarioContext): readonly EncodedKey[] {
  const stored = held(context, ofStudy(context));
  const { study } = context.dataset;
  const value = modalityOf(stored);
  const byUid: EncodedKey = {
    ...{ resource: { level: 'studies' }, key: 'StudyInstanceUID', value: study, foreign: newUid() },
    selects: () => true,
  };
  if (value === null) return [byUid];
  const selects = (instance: StoredInstance) => storedValue(instance, MODALITY) === value;
  return [{ resource: seriesOfStudy(context), key: 'Modality', value, foreign: NO_MODALITY, selects }, byUid];
}

async function tryEncoded(context: ScenarioContext, encoded: EncodedKey): Promise<readonly Finding[]> {
  const { resource, key, value, foreign, selects } = encoded;
  const stored = held(context, ofStudy(context));
  const expected = expecting(stored, resource, stored.filter(selects));
  const search = (text: string): Promise<Exchange> =>
    context.dicomweb.request('search', 'GET', `${searchPath(resource)}?${key}=${text}`, {
      accept: 'application/dicom+json',
    });
  const searchBoth = async (own: string, other: string): Promise<KeySearch> => {
    const found = await askUntilFound(context, () => search(own));
    const notFound = await search(other);
    context.judge(isProperAnswer(found, notFound));
    return { key: `${key}=${own}`, found, notFound, expected };
  };
  const searches: KeySearch[] = [];
  for (const spelling of new Set([percentEncoded(value), percentEncoded(value).toLowerCase()])) {
    const blame = encodedValue({ key, level: expected.level, value: spelling });
    searches.push({ ...(await searchBoth(spelling, percentEncoded(foreign))), blame });
  }
  if (searches.every(isSeenToSelect)) return searches.map((one) => valueSelects('COMMON-006', one));
  const plain = await searchBoth(value, foreign);
  const beside = { plain: [plain], without: plain.found };
  return searches.map((one) => valueSelects('COMMON-006', { ...one, ...beside }));
}

/** Every octet encoded, those as well that need not be: RFC 3986 §2.3 has both forms mean the same, and §2.1 both cases. */
function percentEncoded(value: string): string {
  return [...Buffer.from(value)].map((octet) => `%${octet.toString(16).toUpperCase()}`).join('');
}
