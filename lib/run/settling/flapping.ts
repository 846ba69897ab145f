import { isServed } from '../../answers/served.ts';
import { type Breach, breach, type Grade, type SeenBreach } from '../../breaches/breach.ts';
import type { DicomWebClient } from '../../dicomweb/operations.ts';
import { type Exchange, headerValue } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import { isDelete, isStore } from '../../results/transaction.ts';
import type { ServiceRoots } from '../../target/target.ts';
import { ASKING, askAgain } from './ask-again.ts';

/** Answers by which a server says that it does not have something, or fails. */
const GONE = [404, 410];
const FAILED = [500, 502, 503, 504];
/** A replica that is one of several is met by one of so many requests. */
const LOOKS = 3;
/** So many answers of a run are asked for again: whatever does not flap by then is told as it is. */
const MOST_ASKED = 8;

/** So many other requests that succeeded before are asked for again before it is said that everything fails. */
const OTHERS = 4;

/** A gateway may lose an answer once; one that loses so many in a run loses them now and then. */
const LEAST_LOST = 3;
const OF_GATEWAYS = [502, 504];

/** Which requests of a run were answered with success, and which failures were no more than one of several answers. */
export interface Flapping {
  note(exchange: Exchange): void;
  /**
   * The findings of a scenario, which is named by its id, in which what flaps, and a server that fails at everything by now, are told as that: a failure
   * is believed only after it was looked at again. Failures that no judge spoke of are told beside.
   */
  told(findings: readonly Finding[], scenario: string, client: DicomWebClient): Promise<readonly Finding[]>;
}

/**
 * A resource that is answered 404 once and 200 before and after is not lost, and a 500 that is a 200 when asked again is no
 * missing service: the server answers one request in several ways. Where nothing is answered any more that was answered
 * before, that is the defect, and not the request which met it first.
 */
export function createFlapping(roots: ServiceRoots): Flapping {
  const succeeded = new Map<string, Exchange>();
  const failures = new Map<string, Exchange>();
  const seen = new Map<string, SeenBreach | null>();
  let requests = 0;
  /** How many requests had stored or deleted something when a failure was seen. */
  const changesBefore = new Map<string, number>();
  let changes = 0;
  const isChangedSince = ({ id }: Exchange): boolean => changesBefore.get(id) !== changes;
  /** Requests that a gateway failed, and that were answered when they were sent again. */
  const lost: Exchange[] = [];
  let areLostTold = false;
  let everything: SeenBreach | null = null;

  const failsAtEverything = async (status: number, client: DicomWebClient): Promise<SeenBreach | null> => {
    const others = [...succeeded.values()].slice(-OTHERS);
    if (others.length < OTHERS) return null;
    const after = requests;
    for (const other of others) {
      const again = await askAgain(other, roots, client);
      if ((again?.response?.status ?? 0) < 500) return null;
    }
    return breach('everything-fails', STATUS, { status, requests: after });
  };

  const look = async (failure: Exchange, client: DicomWebClient): Promise<SeenBreach | null> => {
    const before = succeeded.get(questionOf(failure))?.response?.status;
    const status = failure.response?.status ?? 0;
    if (GONE.includes(status) && before === undefined) return null;
    // What is stored once more is no look.
    for (let count = 0; count < LOOKS && failure.request.method === 'GET'; count++) {
      const again = await askAgain(failure, roots, client);
      if (!again) return null;
      // Of what is gone by now, another answer than an error shows that the error comes and goes.
      // What was stored or deleted meanwhile is answered otherwise for that reason.
      const isOther = isServed(again) || (isError(failure) && !isError(again) && !isChangedSince(failure));
      if (again.response && isOther) {
        const statuses = [before, status, again.response.status].flatMap((one) => one ?? []).map(String);
        return breach('answer-flaps', STATUS, { status, statuses });
      }
    }
    if (FAILED.includes(status)) everything = await failsAtEverything(status, client);
    return everything;
  };

  /** What the failure of an exchange is beside what a judge says of it; null where it is that. */
  const seenIn = async (id: string, client: DicomWebClient): Promise<SeenBreach | null> => {
    const known = seen.get(id);
    if (known !== undefined) return known;
    const failure = failures.get(id);
    if (!failure || seen.size >= MOST_ASKED) return everything !== null && isError(failure) ? everything : null;
    const found = everything !== null && isError(failure) ? everything : await look(failure, client);
    seen.set(id, found);
    return found;
  };

  return {
    note(exchange) {
      const { request, response } = exchange;
      requests++;
      if (isStore(request) || isDelete(request)) changes++;
      if (isServed(exchange) && lostBefore(exchange) !== null) lost.push(exchange);
      if (!response || (request.method !== 'GET' && !FAILED.includes(response.status))) return;
      if (request.method === 'GET' && isServed(exchange)) succeeded.set(questionOf(exchange), exchange);
      else if ([...GONE, ...FAILED].includes(response.status)) {
        failures.set(exchange.id, exchange);
        changesBefore.set(exchange.id, changes);
      }
    },
    async told(findings, scenario, client) {
      const own = [...failures.keys()].filter((id) => id.replace(/\.\d+$/, '') === scenario);
      const judged = new Set(findings.flatMap(({ breaches }) => breaches.flatMap((one) => one.exchange ?? [])));
      const flaps = new Map<string, SeenBreach>();
      for (const { breaches } of findings) {
        for (const one of breaches) {
          const found = one.exchange !== null && mayFlap(one) ? await seenIn(one.exchange, client) : null;
          if (one.exchange !== null && found) flaps.set(one.exchange, found);
        }
      }
      const untold: Finding[] = [];
      for (const id of own) {
        const failure = failures.get(id);
        const requirement = failure && requirementOf(failure);
        if (!requirement || judged.has(id) || !isError(failure)) continue;
        const found = await seenIn(id, client);
        if (found) untold.push(finding(requirement, found, id, 'fail'));
      }
      const [first] = lost;
      const requirement = first && requirementOf(first);
      if (first && requirement && !areLostTold && lost.length >= LEAST_LOST) {
        areLostTold = true;
        const statuses = [lostBefore(first), first.response?.status].map(String);
        const found = breach('answer-flaps', STATUS, { status: Number(statuses[0]), statuses });
        untold.push(finding(requirement, found, first.id, 'warn'));
      }
      return [...findings.map((one) => withFlaps(one, flaps)), ...untold];
    },
  };
}

const STATUS = { kind: 'status' } as const;

/** A failure that is no plea to come back later. */
function isError(failure: Exchange | undefined): boolean {
  const status = failure?.response?.status ?? 0;
  return FAILED.includes(status);
}

/** The requirement that a request of a resource is answered with success. */
function requirementOf({ request }: Exchange): string | null {
  if (request.method !== 'GET') return null;
  const { pathname } = URL.canParse(request.url) ? new URL(request.url) : { pathname: '' };
  return OF_RESOURCES.find(([path]) => path.test(pathname))?.[1] ?? null;
}

const OF_RESOURCES: readonly (readonly [path: RegExp, requirement: string])[] = [
  [/\/metadata$/, 'WADO-RS-030'],
  [/\/frames\/[^/]+$/, 'WADO-RS-040'],
  [/\/instances\/[^/]+$/, 'WADO-RS-003'],
  [/\/series\/[^/]+$/, 'WADO-RS-002'],
  [/\/studies\/[^/]+$/, 'WADO-RS-001'],
  [/\/(studies|series)$|\/series\/[^/]+\/instances$/, 'QIDO-001'],
  [/\/instances$/, 'QIDO-002'],
];

/** The status by which a gateway failed a request that was then sent again; null where none did. */
function lostBefore({ request, earlier = [] }: Exchange): number | null {
  if (request.method !== 'GET') return null;
  const found = earlier.find(
    ({ status, headers }) => OF_GATEWAYS.includes(status) && headerValue(headers, 'Retry-After') === null,
  );
  return found?.status ?? null;
}

function finding(requirement: string, found: SeenBreach, exchange: string, grade: Grade): Finding {
  return {
    requirement,
    verdict: grade,
    claim: 'answers one request alike each time',
    assertions: 1,
    breaches: [{ ...found, grade, exchange }],
    breachCount: 1,
    exchanges: [exchange],
  };
}

/** Whether a success was due: of what has to be refused, another refusal is no sight of it. */
function mayFlap({ parameters: { expected } }: Breach): boolean {
  return !Array.isArray(expected) || expected.some((status) => String(status).startsWith('2'));
}

function withFlaps(finding: Finding, flaps: ReadonlyMap<string, SeenBreach>): Finding {
  const told = new Set<string>();
  const breaches = finding.breaches.flatMap((one): Breach[] => {
    const found = one.exchange !== null && mayFlap(one) ? flaps.get(one.exchange) : undefined;
    if (one.exchange === null || found === undefined) return [one];
    if (told.has(one.exchange)) return [];
    told.add(one.exchange);
    return [{ ...found, grade: one.grade, exchange: one.exchange }];
  });
  return told.size > 0 ? { ...finding, breaches } : finding;
}

/** What two requests have in common that have to be answered alike. */
function questionOf({ request }: Exchange): string {
  return [request.url, ...['Accept', ...ASKING].map((name) => headerValue(request.headers, name) ?? '')].join(' ');
}
