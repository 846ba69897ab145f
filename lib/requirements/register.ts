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

/** A row as the register files hold it: the link follows from the clause. */
export interface RegisterRow extends Omit<Requirement, 'link'> {
  /** Files that judge it, in `lib/judges` or the steps of scenarios: `http/etag`, `steps/proper-answer`. */
  readonly judges?: readonly string[];
  readonly japanese: RequirementText;
}

const rows = [
  ...[common, multipart, retrieve, json, search, store, remove],
  ...[capabilities, uri, worklist, others],
].flat() as readonly RegisterRow[];

const register: ReadonlyMap<string, Requirement> = new Map(
  rows.map(({ judges: _, japanese: __, ...row }) => [row.id, { ...row, link: clauseLink(row.clause) }]),
);

const rowOf: ReadonlyMap<string, RegisterRow> = new Map(rows.map((row) => [row.id, row]));

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
  return rowOf.get(id)?.japanese;
}

/** Files that judge a requirement, as its row names them. */
export function judgesOf(id: string): readonly string[] {
  return rowOf.get(id)?.judges ?? [];
}
