import { describeBody } from '../answers/response.ts';
import { servedType } from '../answers/served-type.ts';
import { sightOf } from '../answers/sight.ts';
import type { StoredInstance } from '../dicom/instance.ts';
import type { ResourcePath } from '../dicomweb/operations.ts';
import type { Exchange, ExchangeResponse } from '../http/exchange.ts';
import type { Assessment } from './assess.ts';
import { completeResponse } from './complete-response.ts';

/** A retrieve beside the same one with a usual Accept field, and an instance that both have to return. */
export interface Retrieved {
  readonly exchange: Exchange;
  readonly twin: Exchange;
  readonly instance: StoredInstance;
}

/** A store of an instance, and a look for it afterwards. */
export interface LookedFor {
  readonly store: Exchange;
  readonly look: Exchange;
  readonly instance: StoredInstance;
}

/** Whether an answer shows what it was asked for; otherwise says why nothing can be told from it. */
export function showsIt(exchange: Exchange, path: ResourcePath, a: Assessment): boolean {
  if (sightOf(exchange, path) === 'shown') return true;
  const response = completeResponse(exchange, a);
  if (response)
    a.cannot('prerequisite-failed', `${exchange.id} does not show what is stored: ${describeBody(response)}`);
  return false;
}

/** The answer is a payload of that type. */
export function assessServedType(
  response: ExchangeResponse,
  wanted: string,
  prefix: string,
  grade: Assessment['must'],
): boolean {
  const actual = servedType(response);
  grade(actual === wanted, () => ({
    expected: wanted,
    actual: `${prefix}${actual}`,
    where: { kind: 'header', name: 'Content-Type' },
  }));
  return actual === wanted;
}

/** What is stored is in the answer. */
export function assessShown(exchange: Exchange, path: ResourcePath, prefix: string, a: Assessment): void {
  const sight = sightOf(exchange, path);
  a.must(sight === 'shown', () => ({
    expected: 'what is stored, as the usual request shows it',
    actual: `${prefix}${sight === 'absent' ? 'an answer without it' : 'nothing that can be read as it'}`,
    where: { kind: 'exchange' },
  }));
}

/** The complete response, once the twin has shown what is asked for. */
export function answered(
  exchange: Exchange,
  twin: Exchange,
  instance: StoredInstance,
  a: Assessment,
): ExchangeResponse | null {
  return showsIt(twin, instance, a) ? completeResponse(exchange, a) : null;
}
