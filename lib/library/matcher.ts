import type { ExpectMatcherState, MatcherReturnType } from '@playwright/test';
import { test } from '@playwright/test';
import type { Exchange } from '../http/exchange.ts';
import { inWords } from './in-words.ts';
import { type JudgeOptions, judge } from './judge.ts';

/**
 * Judges an exchange by a requirement of the register. A departure from a recommendation passes, and is annotated. What
 * could not be judged neither conforms nor does not: it fails, under `not` as well.
 */
export function toConform(
  this: Pick<ExpectMatcherState, 'isNot'>,
  exchange: Exchange,
  requirement: string,
  options: JudgeOptions = {},
): MatcherReturnType {
  const judgement = judge(requirement, exchange, options);
  const { verdict } = judgement;
  const words = inWords(judgement, exchange);
  if (verdict === 'warn') annotate(words);
  return {
    name: 'toConform',
    pass: verdict === 'incomplete' ? this.isNot : verdict !== 'fail',
    message: () => words,
    expected: requirement,
    actual: verdict,
  };
}

function annotate(description: string): void {
  test.info().annotations.push({ type: 'warning', description });
}
