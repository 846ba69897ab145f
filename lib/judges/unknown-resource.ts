import type { Exchange } from '../http/exchange.ts';
import type { Finding } from '../results/finding.ts';
import { assessStatus } from './answers.ts';
import { assess } from './assess.ts';
import { completeResponse, successfulResponse } from './response.ts';

const HIDDEN = 'the server may hide that a resource exists or not (Table 8.5-1)';

/**
 * WADO-RS-018: what the server does not have is answered 404, or 410. `twin` is the same request for something that it
 * has, or had before: a server that refuses everything has shown nothing.
 */
export function isUnknown(exchange: Exchange, twin: Exchange): Finding {
  return assess('WADO-RS-018', 'answers 404 for what is not there', [exchange, twin], (a) => {
    if (!successfulResponse(twin, a)) return;
    const response = completeResponse(exchange, a);
    if (response) assessStatus(response, { pass: [404, 410], info: { 401: HIDDEN, 403: HIDDEN } }, '', a);
  });
}

/** WADO-RS-019: a series or instance is not found below a study or series that it does not belong to. */
export function isUnknownBelowAnotherParent(exchange: Exchange, twin: Exchange): Finding {
  return assess('WADO-RS-019', 'finds nothing below another parent', [exchange, twin], (a) => {
    if (!successfulResponse(twin, a)) return;
    const response = completeResponse(exchange, a);
    if (!response) return;
    assessStatus(response, { pass: [404, 410], warn: { 200: 'the parents in the path are not checked' } }, '', a);
  });
}
