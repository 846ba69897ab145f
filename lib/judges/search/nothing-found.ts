import { holdsDicomJson, jsonBodyOf } from '../../answers/json/body.ts';
import { breach, type SeenBreach } from '../../breaches/breach.ts';
import type { Exchange, ExchangeResponse } from '../../http/exchange.ts';
import type { Assessment } from '../assess.ts';
import { assessStatus } from '../assess-status.ts';
import { completeResponse } from '../complete-response.ts';
import { FIRST_RESULT, type SeenStatus, STATUS } from './blame.ts';

/** How a search that should find nothing is judged. */
export interface Nothing {
  /** Statuses that say it alone, beside 200 and 204. */
  readonly absent?: readonly number[];
  readonly failed?: (seen: SeenStatus) => SeenBreach;
  /** The breach that this many results are. */
  readonly found: (results: number) => SeenBreach;
}

const failedForNone = (seen: SeenStatus): SeenBreach => breach('search-no-match-status', STATUS, { ...seen });

/** No match: 204 without a body, 200 with an empty list, or one of the `absent` statuses. */
export function assessNothingFound(exchange: Exchange, nothing: Nothing, a: Assessment): void {
  const { absent = [], failed = failedForNone } = nothing;
  const response = completeResponse(exchange, a);
  const of = a.about(exchange);
  if (!response || !assessStatus(response, { pass: [200, 204, ...absent], breach: failed }, of)) return;
  if (absent.includes(response.status)) return;
  if (response.status === 204) {
    const bytes = response.body.length;
    of.must(bytes === 0, () => breach('search-no-match-with-body', { kind: 'bytes', offset: 0 }, { bytes }));
    return;
  }
  const body = holdsDicomJson(response) ? jsonBodyOf(response) : null;
  const root = body?.text.root;
  const size = root?.kind === 'array' ? root.items.length : -1;
  const isHollow = size <= 0 || body?.attributes.length === 0;
  of.must(size === 0, () =>
    isHollow
      ? breach('search-no-match-not-empty-list', size > 0 ? FIRST_RESULT : { kind: 'exchange' }, {
          body: beginningOf(response),
        })
      : nothing.found(size),
  );
}

const BEGINNING = 80;

function beginningOf({ body }: ExchangeResponse): string {
  return Buffer.from(body.read(0, BEGINNING)).toString('utf8');
}
