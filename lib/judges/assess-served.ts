import { describeBody } from '../answers/response.ts';
import { servedType } from '../answers/served-type.ts';
import { sightOf } from '../answers/sight.ts';
import { breach } from '../breaches/breach.ts';
import type { BreachCode, CATALOGUE, ParametersOf } from '../breaches/catalogue.ts';
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

/** Codes of the kinds whose parameters are of that type. */
type CodeWith<P> = {
  [Code in BreachCode]: ParametersOf<(typeof CATALOGUE)[Code]> extends P
    ? P extends ParametersOf<(typeof CATALOGUE)[Code]>
      ? Code
      : never
    : never;
}[BreachCode];
type TypeCode = CodeWith<{ readonly type: string; readonly expected: string }>;
type ShownCode = CodeWith<{ readonly readable: boolean }>;

/** The answer is a payload of that type; `code` is the breach that any other type is. */
export function assessServedType(
  response: ExchangeResponse,
  wanted: string,
  _: string,
  grade: Assessment['must'],
  code: TypeCode = 'other-type-served',
): boolean {
  const actual = servedType(response);
  grade(actual === wanted, () =>
    breach(code, { kind: 'header', name: 'Content-Type' }, { type: actual, expected: wanted }),
  );
  return actual === wanted;
}

/** What is stored is in the answer; `code` is the breach that it is otherwise. */
export function assessShown(
  exchange: Exchange,
  path: ResourcePath,
  _: string,
  a: Assessment,
  code: ShownCode = 'stored-not-shown',
): void {
  const sight = sightOf(exchange, path);
  a.about(exchange).must(sight === 'shown', () => breach(code, { kind: 'exchange' }, { readable: sight === 'absent' }));
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
