import type { Breach } from '../../../lib/breaches/breach.ts';
import { referenceServerMatrix } from '../../../lib/cli/reference-server-matrix.ts';
import { type CauseFacts, causesOf } from '../../../lib/results/first-cause.ts';

/** What one fault shows when it alone is on. */
export interface Alone extends CauseFacts {
  readonly fault: string | null;
  /** The breach that leads its report; none on the server without a fault. */
  readonly lead: Breach | undefined;
}

const BASE = 'http://127.0.0.1:1/dicom-web';

/** Plays each fault alone, and the server without one first. Exchanges are named by request, so that runs can be laid together. */
export async function playAlone(faults: readonly string[]): Promise<Alone[]> {
  const all: Alone[] = [];
  await referenceServerMatrix(faults, {
    async onPlayed({ fault, scenarios, exchanges, target }) {
      all.push(named(fault, { scenarios, exchanges, target: { baseUrl: target.baseUrl } }));
    },
  });
  return all.toSorted((left, right) => Number(right.fault === null) - Number(left.fault === null));
}

/** The facts of a run with one base and with exchanges that are called by what was asked, and how often before. */
function named(fault: string | null, facts: CauseFacts): Alone {
  const text = JSON.stringify({ scenarios: facts.scenarios, exchanges: facts.exchanges });
  const { scenarios, exchanges } = JSON.parse(text.replaceAll(facts.target.baseUrl, BASE)) as CauseFacts;
  const times = new Map<string, number>();
  const names = new Map(
    exchanges.map(({ id, request: { method, url, headers } }) => {
      const told = headers.filter(([name]) => /^(accept|content-type|if-none-match|range)$/i.test(name));
      const fields = told.map(([name, value]) => `${name}=${value.replace(/boundary=[^;]*/, '')}`).join('&');
      const asked = `${id.split('.')[0]}.${`${method} ${url} ${fields}`.replaceAll('.', '_')}`;
      const count = (times.get(asked) ?? 0) + 1;
      times.set(asked, count);
      return [id, `${asked} #${count}`] as const;
    }),
  );
  const nameOf = (id: string): string => names.get(id) ?? id;
  const run: CauseFacts = {
    target: { baseUrl: BASE },
    exchanges: exchanges.map((exchange) => ({ ...exchange, id: nameOf(exchange.id) })),
    scenarios: scenarios.map((scenario) => ({
      ...scenario,
      findings: scenario.findings.map((finding) => ({
        ...finding,
        exchanges: finding.exchanges.map(nameOf),
        breaches: finding.breaches.map((one) => ({ ...one, exchange: one.exchange && nameOf(one.exchange) })),
      })),
    })),
  };
  return { ...run, fault, lead: causesOf(run)[0]?.lead.breach };
}
