import type { Exchange } from '../../lib/http/exchange.ts';
import { answersCompletely } from '../../lib/judges/http/complete-answer.ts';
import { declaresItsContentCoding } from '../../lib/judges/http/content-coding.ts';
import { describesItsBytes } from '../../lib/judges/http/content-type-parameters.ts';
import { framesItsPayloadOnce, locatesNoOtherResource, namesItsMediaType } from '../../lib/judges/http/payload.ts';
import { partialContentOnlyForRanges } from '../../lib/judges/http/service-statuses.ts';
import type { Finding } from '../../lib/results/finding.ts';

/** Requirements of every answer, whatever was asked. */
export const EVERY_ANSWER = [
  'COMMON-001',
  'COMMON-017',
  'COMMON-018',
  'COMMON-019',
  'COMMON-020',
  'COMMON-021',
  'COMMON-030',
];

/** Judges what holds for every answer. */
export function isProperAnswer(...exchanges: readonly Exchange[]): Finding[] {
  return [
    answersCompletely(...exchanges),
    namesItsMediaType(...exchanges),
    framesItsPayloadOnce(...exchanges),
    declaresItsContentCoding(...exchanges),
    locatesNoOtherResource(...exchanges),
    describesItsBytes(...exchanges),
    partialContentOnlyForRanges(...exchanges),
  ];
}
