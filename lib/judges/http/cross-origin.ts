import { isSuccess } from '../../answers/response.ts';
import { breach } from '../../breaches/breach.ts';
import { type Exchange, type ExchangeResponse, headerValues } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import { type Assessment, assess } from '../assess.ts';
import { completeResponse, successfulResponse } from '../complete-response.ts';

/** What a script of another origin asks for: its origin, and the fields that it wants to send beyond the usual ones. */
export interface AskedByScript {
  readonly origin: string;
  readonly fields: readonly string[];
}

const ORIGIN_FIELD = 'Access-Control-Allow-Origin';
const FIELDS_FIELD = 'Access-Control-Allow-Headers';

/**
 * COMMON-035: whether scripts of other origins are admitted is the operator's choice. Where GET admits them, the preflight that
 * a browser sends before it has to admit them as well, or no browser sends the GET (WHATWG Fetch, CORS protocol).
 */
export function admitsScriptsThroughout(preflight: Exchange, get: Exchange, asked: AskedByScript): Finding {
  const claim = 'admits scripts of other origins in the preflight as in the answer, or admits none';
  return assess('COMMON-035', claim, [preflight, get], (a) => {
    const given = successfulResponse(get, a);
    if (!given) return;
    const allowed = originsIn(given);
    if (allowed.length === 0) return a.note('no script of another origin is admitted');
    a.about(get).should(allowed.length === 1, () =>
      breach('origin-allowed-twice', { kind: 'header', name: ORIGIN_FIELD }, { values: allowed }),
    );
    if (allowed.length > 1) return;
    if (!admits(allowed, asked.origin)) return a.note(`scripts of ${allowed[0]} alone are admitted`);
    const response = completeResponse(preflight, a);
    if (response) assessPreflight(response, asked, a);
  });
}

function assessPreflight(response: ExchangeResponse, { origin, fields }: AskedByScript, a: Assessment): void {
  const { status } = response;
  a.should(isSuccess(response), () =>
    breach('preflight-refused', { kind: 'status' }, { status, expected: ['200', '204'] }),
  );
  if (!isSuccess(response)) return;
  const allowed = originsIn(response);
  a.should(admits(allowed, origin), () => lacking(ORIGIN_FIELD, origin, allowed));
  const named = listIn(response, FIELDS_FIELD);
  const isAny = named.includes('*');
  for (const field of fields) {
    // Fetch: the asterisk stands for every field but Authorization.
    const isNamed = named.some((name) => name.toLowerCase() === field) || (isAny && field !== 'authorization');
    a.should(isNamed, () => lacking(FIELDS_FIELD, field, named));
  }
}

function lacking(header: string, needed: string, values: readonly string[]) {
  const seen = values.length === 0 ? null : values.join(', ');
  return breach('preflight-permits-too-little', { kind: 'header', name: header }, { header, needed, seen });
}

function admits(allowed: readonly string[], origin: string): boolean {
  return allowed.length === 1 && (allowed[0] === '*' || allowed[0] === origin);
}

function originsIn(response: ExchangeResponse): readonly string[] {
  return listIn(response, ORIGIN_FIELD);
}

function listIn({ headers }: ExchangeResponse, name: string): readonly string[] {
  return headerValues(headers, name)
    .flatMap((value) => value.split(','))
    .map((value) => value.trim())
    .filter((value) => value !== '');
}
