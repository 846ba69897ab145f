import { describeBody } from '../../answers/response.ts';
import { saysNoSuchResource } from '../../answers/served.ts';
import { acknowledges } from '../../answers/store-response.ts';
import { breach } from '../../breaches/breach.ts';
import type { StoredInstance } from '../../dicom/instance.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import { assess } from '../assess.ts';
import { completeResponse } from '../complete-response.ts';

const STATUS = { kind: 'status' } as const;

/** STOW-002: a store into the study that its URL names is taken. Why another one was refused is judged elsewhere. */
export function takesStoresIntoStudy(exchange: Exchange, sent: readonly StoredInstance[]): Finding {
  return assess('STOW-002', 'takes stores into the study that is named', [exchange], (a) => {
    const response = completeResponse(exchange, a);
    if (!response) return;
    if (saysNoSuchResource(exchange)) a.must(false, () => notOffered(response.status));
    else if (sent.some(({ instance }) => acknowledges(response, instance))) a.holds();
    else a.cannot('prerequisite-failed', `nothing was acknowledged: ${describeBody(response)}`);
  });
}

/** STOW-001 where the server does not have `/studies` for stores: with one instance nothing more can be told of it. */
export function hasResourceForStores(exchange: Exchange): Finding {
  return assess('STOW-001', 'has the resource that takes stores', [exchange], (a) => {
    const response = completeResponse(exchange, a);
    if (response && saysNoSuchResource(exchange)) a.must(false, () => notOffered(response.status));
    else if (response) a.cannot('not-exercised', 'instances of one study show nothing of those of several');
  });
}

function notOffered(status: number) {
  return breach('store-not-offered', STATUS, { status, expected: ['200'] });
}
