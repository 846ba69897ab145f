import type { SEARCH_INCLUDE } from '../../../lib/breaches/kinds/search-include.ts';
import { attributeName, either } from '../quote.ts';
import type { WordsFor } from '../telling.ts';
import { one } from './search-phrases.ts';

const FORMS: Readonly<Record<string, string | undefined>> = {
  'by-keyword': 'by keyword',
  'by-tag': 'by tag',
  'in-one-list': 'in one list with commas',
  'in-two-parameters': 'in repeated parameters',
  all: 'as "all"',
};

const COLUMNS = 'Columns that a user has chosen stay empty, or the client has to fetch the metadata of every entity.';

export const SEARCH_INCLUDE_ENGLISH: WordsFor<typeof SEARCH_INCLUDE> = {
  'includefield-refused': ({ form, status, expected }, { request, status: line }) => ({
    headline: `${request} with includefield, given ${FORMS[form] ?? form}, is answered ${line ?? status} instead of ${either(expected)}.`,
    expected: `status ${either(expected)}`,
    observed: `status ${line ?? status}`,
    effect: 'A client that asks for further columns gets no list at all.',
    remedy: 'Accept includefield in all its forms: keyword or tag, a comma list, repeated parameters, all.',
  }),
  'includefield-ignored': ({ tag, level }, { request }) => ({
    headline: `The search ignores includefield: ${request} adds nothing to ${one(level)}, not even ${attributeName(tag)}, which is stored.`,
    expected: `more than without includefield, such as ${attributeName(tag)}`,
    observed: 'the same attributes as without includefield',
    effect: COLUMNS,
    remedy: 'Read includefield, and add the attributes that it names to each result.',
  }),
  'includefield-form-ignored': ({ tag, form }, { request }) => ({
    headline: `The search ignores includefield given ${FORMS[form] ?? form}: ${request} does not return ${attributeName(tag)}, which it returns for another form.`,
    expected: attributeName(tag),
    observed: 'the attribute is left out',
    effect: `Clients that write includefield ${FORMS[form] ?? form} get columns without values.`,
    remedy: `Read includefield given ${FORMS[form] ?? form} as well, and merge all forms.`,
  }),
  'includefield-leaves-out': ({ tag, level }, { request }) => ({
    headline: `${request} with includefield=all leaves out ${attributeName(tag)}, which it returns with ${one(level)} otherwise.`,
    expected: `${attributeName(tag)}, as without includefield`,
    observed: 'the attribute is left out',
    effect: 'A client that asks for more gets less.',
    remedy: 'Add to the attributes that are returned by default, and take none of them away.',
  }),
  'includefield-value-differs': ({ tag, level, expected, actual }, { request }) => ({
    headline: `${request} with includefield returns ${one(level)} with ${attributeName(tag)} ${actual || 'empty'} instead of ${expected || 'no value'}.`,
    expected: `${attributeName(tag)} ${expected || 'without value'}`,
    observed: actual || 'no value',
    effect: `The list shows a wrong ${attributeName(tag)}.`,
    remedy: 'Return attributes of includefield with their stored values, whole and unchanged.',
  }),
  'includefield-of-lower-level': ({ tag, level, lower }, { request }) => ({
    headline: `${request} returns ${one(level)} with ${attributeName(tag)}, which each ${lower} has for itself.`,
    expected: `no ${attributeName(tag)}`,
    observed: 'the attribute has a value',
    effect: `The value of one ${lower}, picked at random, is shown as if it were that of the whole ${level}.`,
    remedy: 'Leave out names in includefield that belong to a level below the one that is searched.',
  }),
  'includefield-fails-on-lower-level': ({ tag, status, expected }, { request, status: line }) => ({
    headline: `${request} with includefield=${attributeName(tag)}, an attribute of a lower level, is answered ${line ?? status} instead of ${either(expected)}.`,
    expected: `status ${either(expected)} without the attribute`,
    observed: `status ${line ?? status}`,
    effect: 'A client that asks for one column too many gets no list at all.',
    remedy: 'Leave out names in includefield that belong to a level below the one that is searched.',
  }),
  'includefield-from-above-ignored': ({ tag, level, above }, { request }) => ({
    headline: `${request} with includefield=${attributeName(tag)} returns ${one(level)} without it, although its ${above} has it.`,
    expected: `${attributeName(tag)} of the ${above}`,
    observed: 'the attribute is left out',
    effect: `A client has to search for the ${above} once more to show ${attributeName(tag)}.`,
    remedy: `Resolve names in includefield that belong to the ${above} from the ${above} of each result.`,
  }),
};
