import { sightOf } from '../../lib/answers/sight.ts';
import type { StoredInstance } from '../../lib/dicom/instance.ts';
import { expecting } from '../../lib/judges/search/expected.ts';
import { plainKey } from '../../lib/judges/search/key-blame.ts';
import { isList, type KeySearch, keySelects } from '../../lib/judges/search/keys.ts';
import type { ScenarioContext } from '../../lib/run/context.ts';
import { isProperAnswer } from '../steps/proper-answer.ts';
import { searchWhole } from '../steps/search-whole.ts';
import { storedValue } from '../steps/stored-values.ts';

/** Keys of a study that the instances of a user, and the pictures of the tutorial, may have no value of. */
const KEYS = [
  ['AccessionNumber', '00080050'],
  ['StudyID', '00200010'],
] as const;

const NO_TEXT = 'NO-SUCH-VALUE';
const STUDIES = { level: 'studies' } as const;

/** Searches by the keys of a study that only the rich instance has a value of. */
export async function judgeKeysOfRichStudy(context: ScenarioContext, kept: StoredInstance): Promise<void> {
  const [first] = context.dataset.instances;
  const keys = KEYS.filter(
    ([, tag]) => (first === undefined || storedValue(first, tag) === '') && storedValue(kept, tag) !== '',
  );
  if (keys.length === 0) return;
  const narrowing = ['StudyInstanceUID', kept.study] as const;
  const expected = expecting([kept], STUDIES, [kept]);
  const without = await searchWhole(context, expected, [narrowing]);
  context.judge(isProperAnswer(without));
  // A study that is not listed yet is found by no key.
  if (!isList(without) || sightOf(without, { study: kept.study }) !== 'shown') return;
  for (const [key, tag] of keys) {
    const value = storedValue(kept, tag);
    const found = await searchWhole(context, expected, [narrowing, [key, value]]);
    const notFound = await context.dicomweb.search(STUDIES, [narrowing, [key, NO_TEXT]]);
    const blame = plainKey({ key, level: 'study', value });
    const search: KeySearch = { key, found, notFound, expected, without, blame };
    context.judge(isProperAnswer(found, notFound), keySelects('QIDO-010', search, context.target.profile));
  }
}
