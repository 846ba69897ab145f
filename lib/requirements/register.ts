import { clauseLink } from './clause-link.ts';
import capabilities from './register/capabilities.json' with { type: 'json' };
import common from './register/common.json' with { type: 'json' };
import remove from './register/delete.json' with { type: 'json' };
import json from './register/json.json' with { type: 'json' };
import multipart from './register/multipart.json' with { type: 'json' };
import others from './register/other-services.json' with { type: 'json' };
import retrieve from './register/retrieve.json' with { type: 'json' };
import search from './register/search.json' with { type: 'json' };
import store from './register/store.json' with { type: 'json' };
import uri from './register/wado-uri.json' with { type: 'json' };
import worklist from './register/worklist.json' with { type: 'json' };
import type { Requirement, RequirementText } from './requirement.ts';

/** A row as the register files hold it, in both languages: the link follows from the clause. */
export type RegisterRow = Omit<Requirement, 'link'> & { readonly japanese: RequirementText };

const rows = [
  ...[common, multipart, retrieve, json, search, store, remove],
  ...[capabilities, uri, worklist, others],
].flat() as readonly RegisterRow[];

const register: ReadonlyMap<string, Requirement> = new Map(
  rows.map(({ japanese: _, ...row }) => [row.id, { ...row, link: clauseLink(row.clause) }]),
);

const inJapanese: ReadonlyMap<string, RequirementText> = new Map(rows.map(({ id, japanese }) => [id, japanese]));

/** Every requirement, in the order of the services: common, multipart, retrieve, JSON, search, store, delete; then those that are not judged. */
export function allRequirements(): readonly Requirement[] {
  return [...register.values()];
}

/** The requirement of that id. Throws a RangeError when the register has none: the id is a slip of the harness. */
export function requirement(id: string): Requirement {
  const found = register.get(id);
  if (!found) throw new RangeError(`No requirement ${id} in the register`);
  return found;
}

/** What the register says of a requirement, in Japanese; undefined for one that this version does not have. */
export function requirementInJapanese(id: string): RequirementText | undefined {
  return inJapanese.get(id);
}
