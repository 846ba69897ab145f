import type { Breach } from '../breaches/breach.ts';
import { type ByteSource, readAll } from '../bytes/byte-source.ts';
import { headerValue } from '../http/exchange.ts';
import { readMultipart } from '../http/multipart.ts';
import type { ExchangeRecord } from '../results/results.ts';
import type { KeptBodies, RunFacts } from './evidence.ts';
import { quoted } from './quoted.ts';
import { scenarioOf } from './sequence.ts';
import { boundaryIn } from './stored-instances.ts';

/** What a request takes from an earlier answer, so that it cannot be sent as the run sent it. */
export interface Link {
  /** The exchange whose answer has it. */
  readonly from: ExchangeRecord;
  /** The line that takes it from there; null where it is taken where it is sent. */
  readonly take: string | null;
  readonly isUrl: boolean;
  /** A header field that carries it. */
  readonly option?: string;
}

/** Codes of breaches that are seen by following a link. */
const FOLLOWS = /(^|-)(url|link|location|bulkdata)(-|$)/;
/** Longest answer in which a link is looked for, in bytes. */
const LONGEST = 8 << 20;

/** The earlier answer of the same scenario that a request got its URL or its entity tag from; null where it needs none. */
export function linkTo(
  { exchanges }: RunFacts,
  asked: ExchangeRecord,
  { code }: Breach,
  bodies: KeptBodies,
): Link | null {
  const earlier = exchanges.slice(0, exchanges.indexOf(asked)).filter((one) => scenarioOf(one) === scenarioOf(asked));
  const tag = headerValue(asked.request.headers, 'if-none-match');
  if (tag !== null) {
    const from = earlier.findLast(({ response }) => response && headerValue(response.headers, 'etag') === tag);
    return from ? { from, take: null, isUrl: false, option: '"If-None-Match: $(header ETag)"' } : null;
  }
  if (!FOLLOWS.test(code)) return null;
  for (const from of earlier.toReversed()) {
    const body = bodies.open(from.response?.body ?? null);
    const take = body && body.length <= LONGEST ? takeFrom(from, body, asked.request.url) : null;
    if (take) return { from, take, isUrl: true };
  }
  return null;
}

function takeFrom({ request, response }: ExchangeRecord, body: ByteSource, url: string): string | null {
  const leads = (value: string): boolean =>
    URL.canParse(value, request.url) && new URL(value, request.url).href === url;
  const boundary = boundaryIn(response?.headers ?? []);
  if (boundary !== '') {
    const part = readMultipart(body, boundary).parts.findIndex(({ headers }) =>
      leads(headerValue(headers, 'content-location') ?? ':'),
    );
    return part < 0 ? null : `link_of_part ${part} Content-Location`;
  }
  const pointer = pointerTo(json(body), leads);
  return pointer === null ? null : `link ${quoted(pointer)}`;
}

function json(body: ByteSource): unknown {
  try {
    return JSON.parse(Buffer.from(readAll(body)).toString());
  } catch {
    return null;
  }
}

/** Pointer (RFC 6901) to the first text that `leads` there. */
function pointerTo(value: unknown, leads: (text: string) => boolean): string | null {
  if (typeof value === 'string') return leads(value) ? '' : null;
  if (typeof value !== 'object' || value === null) return null;
  for (const [name, member] of Object.entries(value)) {
    const below = pointerTo(member, leads);
    if (below !== null) return `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}${below}`;
  }
  return null;
}
