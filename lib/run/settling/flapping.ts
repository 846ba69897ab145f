import { isServed } from '../../answers/served.ts';
import { type Breach, breach } from '../../breaches/breach.ts';
import type { DicomWebClient } from '../../dicomweb/operations.ts';
import { type Exchange, headerValue } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import type { ServiceRoots } from '../../target/target.ts';

/** Answers by which a server says that it does not have something, or fails. */
const GONE = [404, 410];
const FAILED = [500, 502, 503, 504];
/** A replica that is one of several is met by one of so many requests. */
const LOOKS = 3;
/** So many answers of a run are asked for again: whatever does not flap by then is told as it is. */
const MOST_ASKED = 8;

/** Which requests of a run were answered with success, and which failures were no more than one of several answers. */
export interface Flapping {
  note(exchange: Exchange): void;
  /** The findings, in which what flaps is told as that: a failure is believed only after it was looked at again. */
  told(findings: readonly Finding[], client: DicomWebClient): Promise<readonly Finding[]>;
}

/**
 * A resource that is answered 404 once and 200 before and after is not lost, and a 500 that is a 200 when asked again is no
 * missing service: the server answers one request in several ways.
 */
export function createFlapping(roots: ServiceRoots): Flapping {
  const succeeded = new Map<string, number>();
  const failures = new Map<string, Exchange>();
  const seen = new Map<string, Breach | null>();

  const look = async (id: string, client: DicomWebClient): Promise<Breach | null> => {
    const failure = failures.get(id);
    const before = failure && succeeded.get(questionOf(failure));
    const status = failure?.response?.status;
    if (!failure || status === undefined || (GONE.includes(status) && before === undefined)) return null;
    for (let count = 0; count < LOOKS; count++) {
      const again = await askAgain(failure, roots, client);
      if (!again) return null;
      if (again.response && isServed(again)) {
        const statuses = [before, status, again.response.status].flatMap((one) => one ?? []).map(String);
        const flaps = breach('answer-flaps', { kind: 'status' }, { status, statuses });
        return { ...flaps, grade: 'fail', exchange: id };
      }
    }
    return null;
  };

  return {
    note(exchange) {
      const { request, response } = exchange;
      if (request.method !== 'GET' || !response) return;
      if (isServed(exchange)) succeeded.set(questionOf(exchange), response.status);
      else if ([...GONE, ...FAILED].includes(response.status)) failures.set(exchange.id, exchange);
    },
    async told(findings, client) {
      for (const { breaches } of findings) {
        for (const one of breaches) {
          const id = one.exchange ?? '';
          if (!mayFlap(one) || seen.has(id) || seen.size >= MOST_ASKED || !failures.has(id)) continue;
          seen.set(id, await look(id, client));
        }
      }
      return [...seen.values()].some((flaps) => flaps !== null)
        ? findings.map((one) => withFlaps(one, seen))
        : findings;
    },
  };
}

/** Whether a success was due: of what has to be refused, another refusal is no sight of it. */
function mayFlap({ parameters: { expected } }: Breach): boolean {
  return !Array.isArray(expected) || expected.some((status) => String(status).startsWith('2'));
}

function withFlaps(finding: Finding, seen: ReadonlyMap<string, Breach | null>): Finding {
  const told = new Set<string>();
  const breaches = finding.breaches.flatMap((one) => {
    const flaps = mayFlap(one) ? (seen.get(one.exchange ?? '') ?? null) : null;
    if (flaps === null) return [one];
    if (told.has(one.exchange ?? '')) return [];
    told.add(one.exchange ?? '');
    return [{ ...flaps, grade: one.grade }];
  });
  return told.size > 0 ? { ...finding, breaches } : finding;
}

/** What two requests have in common that have to be answered alike. */
function questionOf({ request }: Exchange): string {
  return `${request.url} ${headerValue(request.headers, 'Accept') ?? ''}`;
}

/** The same request once more; null where it went elsewhere than to the server. */
async function askAgain({ request }: Exchange, roots: ServiceRoots, client: DicomWebClient): Promise<Exchange | null> {
  for (const service of ['search', 'retrieve'] as const) {
    const root = roots[service];
    if (!request.url.startsWith(`${root}/`)) continue;
    const accept = headerValue(request.headers, 'Accept');
    return client.request(service, 'GET', request.url.slice(root.length), { accept });
  }
  return null;
}
