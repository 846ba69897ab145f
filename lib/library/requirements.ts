import { allRequirements as all, requirement as one } from '../requirements/register.ts';
import type { Requirement as Row } from '../requirements/requirement.ts';
import type { RequirementId } from '../requirements/requirement-ids.ts';

/** One row of the register. */
export type Requirement = Row & { readonly id: RequirementId };

/** Every requirement, in the order of the services. */
export function allRequirements(): readonly Requirement[] {
  // The type of the ids is made of the register.
  return all() as readonly Requirement[];
}

/** The requirement of that id. Throws a RangeError when the register has none. */
export function requirement(id: RequirementId): Requirement {
  return one(id) as Requirement;
}
