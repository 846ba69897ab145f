import { COMMON } from './common.ts';
import { DELETE } from './delete.ts';
import { JSON_MODEL } from './json.ts';
import { MULTIPART } from './multipart.ts';
import { OTHERS } from './others.ts';
import type { RequirementText } from './requirement-texts.ts';
import { RETRIEVE } from './retrieve.ts';
import { SEARCH } from './search.ts';
import { STORE } from './store.ts';

const TEXTS: ReadonlyMap<string, RequirementText> = new Map(
  [COMMON, MULTIPART, RETRIEVE, JSON_MODEL, SEARCH, STORE, DELETE, OTHERS].flatMap((texts) => Object.entries(texts)),
);

/** What the register says of a requirement, in Japanese; undefined for one that this version does not have. */
export function requirementInJapanese(id: string): RequirementText | undefined {
  return TEXTS.get(id);
}
