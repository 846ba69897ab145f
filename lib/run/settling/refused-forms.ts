import { type Breach, breach, type SeenBreach } from '../../breaches/breach.ts';
import type { DicomWebClient } from '../../dicomweb/operations.ts';
import { type Exchange, headerValue } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import type { ServiceRoots } from '../../target/target.ts';
import { askAgain } from './ask-again.ts';
import { toldInstead } from './told-instead.ts';

/** Statuses that say of a request that it is not understood, or not acceptable. */
const REFUSED = [400, 406, 415];
/** So many refusals of a run are looked at: requests that are alike are asked once. */
const MOST_ASKED = 6;
const STATUS = { kind: 'status' } as const;

/** Other spellings of an Accept field that say the same to whoever is not strict, by what they leave out. */
const FORMS: Readonly<Record<string, (accept: string) => string>> = {
  quotes: (accept) => accept.replaceAll('"', ''),
  blanks: (accept) => accept.replaceAll(/([;,]) +/g, '$1'),
};

/** Tells what of the spelling of a request is refused. */
export interface RefusedForms {
  told(
    findings: readonly Finding[],
    exchangeOf: (id: string) => Exchange | undefined,
    client: DicomWebClient,
  ): Promise<readonly Finding[]>;
}

/**
 * A usual request that is refused may be refused for how it is written: it is asked again with one thing left out. Where that is
 * served, this is the defect, and not the type or the parameter that was asked for.
 */
export function createRefusedForms(roots: ServiceRoots): RefusedForms {
  const known = new Map<string, SeenBreach | null>();
  const look = async (exchange: Exchange, accept: string, client: DicomWebClient): Promise<SeenBreach | null> => {
    const status = exchange.response?.status ?? 0;
    for (const [form, write] of Object.entries(FORMS)) {
      const other = write(accept);
      if (other === accept) continue;
      const again = await askAgain(exchange, roots, client, other);
      if (again?.response?.status === 200) return breach('accept-form-refused', STATUS, { form, accept, status });
    }
    return null;
  };
  return {
    async told(findings, exchangeOf, client) {
      const found = new Map<string, SeenBreach>();
      for (const one of findings.flatMap(({ breaches }) => breaches)) {
        const exchange = one.exchange !== null && isRefused(one) ? exchangeOf(one.exchange) : undefined;
        const accept = exchange ? headerValue(exchange.request.headers, 'Accept') : null;
        if (one.exchange === null || !exchange || accept === null || exchange.request.method !== 'GET') continue;
        const alike = `${exchange.operation} ${accept} ${exchange.response?.status}`;
        if (!known.has(alike) && known.size < MOST_ASKED) known.set(alike, await look(exchange, accept, client));
        const seen = known.get(alike);
        if (seen) found.set(one.exchange, seen);
      }
      return found.size === 0 ? findings : findings.map((one) => toldInstead(one, found, isRefused));
    },
  };
}

function isRefused({ where, parameters: { status, expected } }: Breach): boolean {
  const isUsual = !Array.isArray(expected) || expected.some((due) => due.startsWith('2'));
  return where.kind === 'status' && REFUSED.includes(Number(status)) && isUsual;
}
