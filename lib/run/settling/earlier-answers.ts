import { hasSameContent } from '../../answers/same-content.ts';
import { type Breach, breach, type SeenBreach } from '../../breaches/breach.ts';
import type { DicomWebClient } from '../../dicomweb/operations.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import type { ServiceRoots } from '../../target/target.ts';
import { askAgain } from './ask-again.ts';
import { toldInstead } from './told-instead.ts';

/** Shorter bodies are alike by chance, in bytes. */
const LEAST_TELLING = 32;
const LISTS = /\/(studies|series|instances)(\?.*)?$/;
/** So many answers of a run are asked for again. */
const MOST_ASKED = 8;
const WHERE = { kind: 'exchange' } as const;

/** Tells of answers that are those to earlier requests, now and then. */
export interface EarlierAnswers {
  told(
    findings: readonly Finding[],
    exchanges: () => readonly Exchange[],
    client: DicomWebClient,
  ): Promise<readonly Finding[]>;
}

/**
 * An answer that has the content of that to an earlier request for something else, and is another one when the same is asked again,
 * was mixed up with it: the server does not take one resource for the other, as it does where it answers so each time.
 */
export function createEarlierAnswers(roots: ServiceRoots): EarlierAnswers {
  const known = new Map<string, SeenBreach | null>();
  const look = async (exchange: Exchange, earlier: readonly Exchange[], client: DicomWebClient) => {
    const mistaken = earlier.findLast((one) => one.request.url !== exchange.request.url && hasSameBody(one, exchange));
    if (!mistaken) return null;
    const again = await askAgain(exchange, roots, client);
    if (again?.response?.status !== 200 || hasSameBody(again, exchange)) return null;
    const between = earlier.length - 1 - earlier.indexOf(mistaken);
    return breach('answer-of-earlier-request', WHERE, { url: mistaken.request.url, between });
  };
  return {
    async told(findings, exchanges, client) {
      const found = new Map<string, SeenBreach>();
      for (const { exchange } of findings.flatMap(({ breaches }) => breaches)) {
        if (exchange === null || known.size >= MOST_ASKED) continue;
        const all = exchanges();
        const at = all.findIndex(({ id }) => id === exchange);
        const one = all[at];
        if (one && !known.has(exchange))
          known.set(exchange, isTelling(one) ? await look(one, all.slice(0, at), client) : null);
        const seen = known.get(exchange);
        if (seen) found.set(exchange, seen);
      }
      return found.size === 0 ? findings : findings.map((one) => toldInstead(one, found, isOfContent));
    },
  };
}

/** A header field that every answer lacks is lacking in any. */
function isOfContent({ where }: Breach): boolean {
  return where.kind !== 'header' || where.part !== undefined;
}

function isTelling({ request, response }: Exchange): boolean {
  // Two searches may well have the same results, and a list without an order has others when it is asked for again.
  if (request.method !== 'GET' || LISTS.test(request.url)) return false;
  return response?.status === 200 && response.body.length >= LEAST_TELLING;
}

function hasSameBody({ response }: Exchange, { response: other }: Exchange): boolean {
  return response?.status === 200 && other?.status === 200 && hasSameContent(response, other);
}
