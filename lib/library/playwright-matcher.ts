import { type ExpectMatcherState, test } from '@playwright/test';
import type { Exchange } from '../http/exchange.ts';
import type { RequirementId } from '../requirements/requirement-ids.ts';
import type { JudgeOptions } from './judge.ts';
import { toConform as match } from './matcher.ts';

/** The matcher for Playwright, which annotates a departure from a recommendation. */
export function toConform(
  this: Pick<ExpectMatcherState, 'isNot'>,
  exchange: Exchange,
  requirement: RequirementId,
  options: JudgeOptions = {},
): ReturnType<typeof match> {
  const matched = match.call(this, exchange, requirement, options);
  if (matched.actual === 'warn') {
    test.info().annotations.push({ type: 'warning', description: matched.message() });
  }
  return matched;
}
