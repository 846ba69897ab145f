import { type FuzzyPair, hasWarning, matchesFuzzilyOrSaysNot } from '../../lib/judges/search/fuzzy-matching.ts';
import type { ScenarioContext } from '../../lib/run/context.ts';
import type { Scenario } from '../../lib/run/scenario.ts';
import { asHeld } from '../steps/as-held.ts';
import { EVERY_ANSWER, isProperAnswer } from '../steps/proper-answer.ts';
import { askUntilFound } from '../steps/search-whole.ts';
import { storedValue } from '../steps/stored-values.ts';
import { offeredPlace, studyPlaces } from './places.ts';

const PATIENT_NAME = '00100010';
const FUZZY = ['fuzzymatching', 'true'] as const;

export const FUZZY_MATCHING: Scenario = {
  id: 'fuzzy-matching',
  service: 'search',
  title: 'matches names by similarity, or says that it does not',
  covers: [...EVERY_ANSWER, 'QIDO-054'],
  proves: ['QIDO-054'],
  features: ['search'],
  obstacle: (context) => (nameIn(context) === '' ? 'what was stored has no name to search by' : null),
  async play(context) {
    const { resource, narrowing, level } = await offeredPlace(context, studyPlaces(context));
    const search = (name: string, ...more: readonly (readonly [string, string])[]) =>
      context.dicomweb.search(resource, [...narrowing, ['PatientName', name], ...more]);
    const name = nameIn(context);
    const literal = await askUntilFound(context, () => search(name));
    const fuzzy = await askUntilFound(context, () => search(name, FUZZY));
    const off = await search(name, ['fuzzymatching', 'false']);
    const similar: FuzzyPair[] = [];
    for (const other of hasWarning(fuzzy) ? [] : similarTo(name))
      similar.push({ literal: await search(other), fuzzy: await search(other, FUZZY) });
    const asked = similar.flatMap((pair) => [pair.literal, pair.fuzzy]);
    context.judge(
      isProperAnswer(literal, fuzzy, off, ...asked),
      matchesFuzzilyOrSaysNot(level, { literal, fuzzy, off }, similar),
    );
  },
};

/** The alphabetic name of the patient, where it has no wildcard and is no list. */
function nameIn(context: ScenarioContext): string {
  const [first] = asHeld(context);
  const [name = ''] = first ? storedValue(first, PATIENT_NAME).split('=', 1) : [];
  return /^[\p{L}\p{M}\p{N}^ .'-]{2,}$/u.test(name) && /[\p{L}\p{N}]/u.test(name) ? name : '';
}

/** Names that servers take for similar in one way or another: by sound, by the start of a word, by words in any order. */
function similarTo(name: string): readonly string[] {
  const words = name.split(/[\^ ]+/).filter((word) => word !== '');
  const [first = name] = words;
  const spelledOtherwise = name.replace(first, first.replace(/.$/u, '$&$&'));
  const names = [spelledOtherwise, first.slice(0, Math.max(2, first.length - 2)), words.toReversed().join('^')];
  return names.filter((other) => other !== name);
}
