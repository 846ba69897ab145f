import type { Exchange } from '../http/exchange.ts';
import type { RequirementId } from '../requirements/requirement-ids.ts';
import { inWords } from './in-words.ts';
import { type JudgeOptions, judge } from './judge.ts';

/** What a matcher returns to the `expect` of Vitest, Jest or Playwright. */
export interface Matched {
  readonly name: string;
  readonly pass: boolean;
  readonly message: () => string;
  /** The requirement. */
  readonly expected: string;
  /** The verdict. */
  readonly actual: string;
}

/**
 * A matcher, for `expect.extend({ toConform })`: judges an exchange by a requirement of the register. A departure from a
 * recommendation passes. What could not be judged neither conforms nor does not: it fails, under `not` as well.
 */
export function toConform(
  this: { readonly isNot?: boolean },
  exchange: Exchange,
  requirement: RequirementId,
  options: JudgeOptions = {},
): Matched {
  const judgement = judge(requirement, exchange, options);
  const { verdict } = judgement;
  return {
    name: 'toConform',
    pass: verdict === 'incomplete' ? this.isNot === true : verdict !== 'fail',
    message: () => inWords(judgement, exchange),
    expected: requirement,
    actual: verdict,
  };
}
