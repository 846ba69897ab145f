import { requirementInJapanese } from '../../lib/requirements/register.ts';
import { citationInJapanese } from './japanese/citation.ts';
import { inJapanese } from './japanese/sentences/index.ts';
import type { InBoth } from './language.ts';

/** The duty, in both languages; a requirement that this version does not know has only the words of its run. */
export function statementOf({ id, statement }: { readonly id: string; readonly statement: string }): InBoth {
  return [statement, requirementInJapanese(id)?.statement ?? statement];
}

/** How else the text can be read, in both languages. */
export function disputedOf(id: string, disputed: string): InBoth {
  return [disputed, requirementInJapanese(id)?.disputed ?? disputed];
}

/** Why no scenario judges it, in both languages. */
export function unjudgedOf(id: string, unjudged: string): InBoth {
  return [unjudged, requirementInJapanese(id)?.unjudged ?? unjudged];
}

/** The clauses of a requirement, in both languages. */
export function citationOf(clause: string): InBoth {
  return [clause, citationInJapanese(clause)];
}

/** A sentence that the harness wrote into the results, in both languages; somebody else's text is the same in both. */
export function sentenceOf(text: string): InBoth {
  return [text, inJapanese(text)];
}
