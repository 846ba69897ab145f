import { createHash } from 'node:crypto';
import type { Breach } from '../../lib/breaches/breach.ts';
import type { Parameter } from '../../lib/breaches/kind.ts';
import { keywordOf, tagOf } from '../../lib/dicom/dictionary.ts';
import type { Finding } from '../../lib/results/finding.ts';
import type { ExchangeRecord, Results } from '../../lib/results/results.ts';

const LEFT_OUT = '(left out)';

/** Results without anything that was read from the data set of a user. UIDs are replaced, each by the same other one. */
export function withoutOwnData(results: Results): Results {
  const { plan, summary, target } = results;
  const bare: Results = {
    ...results,
    plan: { ...plan, dataset: 'own data set', stays: plan.stays === null ? null : LEFT_OUT },
    target: { ...target, capabilities: target.capabilities.map((one) => ({ ...one, evidence: LEFT_OUT })) },
    summary: { ...summary, sentence: summary.sentence.replace(/ What stood in the way: .*$/, '') },
    scenarios: results.scenarios.map((scenario) => ({
      ...scenario,
      ...(scenario.data === undefined ? {} : { data: 'own data set' }),
      findings: scenario.findings.map(bareFinding),
      pictures: [],
    })),
    exchanges: results.exchanges.map(bareExchange),
    answers: [],
    remains: results.remains.map((object) => ({ ...object, why: LEFT_OUT })),
  };
  return JSON.parse(withOtherUids(JSON.stringify(bare))) as Results;
}

function bareFinding({ remark, ...finding }: Finding): Finding {
  return {
    ...finding,
    claim: finding.requirement,
    breaches: finding.breaches.map(bareBreach),
    ...(remark === undefined ? {} : { remark: LEFT_OUT }),
  };
}

function bareBreach({ bytes: _, ...breach }: Breach): Breach {
  const ofStatus = typeof breach.parameters.status === 'number';
  const kept = Object.entries(breach.parameters).map(([name, value]) => [
    name,
    ofStatus && name === 'expected' && isStatuses(value) ? value : bareParameter(value),
  ]);
  return { ...breach, parameters: Object.fromEntries(kept) };
}

/** The statuses that a breach of a wrong status expected. */
function isStatuses(value: Parameter): boolean {
  return Array.isArray(value) && value.every((item: string) => /^[1-5]\d\d$/.test(item));
}

function bareParameter(value: Parameter): Parameter {
  if (typeof value === 'string') return isHarmless(value) ? value : LEFT_OUT;
  if (value === null || typeof value !== 'object') return value;
  return value.map((item) => (isHarmless(item) ? item : LEFT_OUT));
}

/** Words of the standard and of the harness: levels, media types, header fields, tags, keywords, UIDs. */
const WORDS = /^(?:studies|study|series|instances?|frames?|rendered|metadata|bulkdata)$/;
const PROTOCOL = /^(?:(?:application|multipart|image|text|video)\/[\w.+*-]+|[0-2](?:\.\d+){4,})$/;
/** Some tags of printing could as well be a date of birth. */
const DATE = /^(?:19|20)\d\d(?:0[1-9]|1[0-2])\d\d$/;

function isHarmless(text: string): boolean {
  const isTag = keywordOf(text) !== null && !DATE.test(text);
  return text === '' || WORDS.test(text) || PROTOCOL.test(text) || isTag || tagOf(text) !== null;
}

function bareExchange(exchange: ExchangeRecord): ExchangeRecord {
  const { request, response, earlier } = exchange;
  return {
    ...exchange,
    request: { ...request, url: bareUrl(request.url), body: bareBody(request.body) },
    ...(earlier ? { earlier: earlier.map((answer) => ({ ...answer, url: bareUrl(answer.url) })) } : {}),
    response: response && { ...response, reason: '', body: bareBody(response.body) },
  };
}

/** Parameters of a query whose values are never a patient's. */
const HARMLESS_PARAMETERS = ['limit', 'offset', 'includefield', 'fuzzymatching', 'accept'];

function bareUrl(url: string): string {
  const [path = '', query] = url.split('?', 2);
  if (query === undefined) return path;
  const kept = query.split('&').map((pair) => {
    const [name = ''] = pair.split('=', 1);
    return HARMLESS_PARAMETERS.includes(name) ? pair : `${isHarmless(name) ? name : 'left-out'}=left-out`;
  });
  return `${path}?${kept.join('&')}`;
}

function bareBody(body: ExchangeRecord['request']['body']): ExchangeRecord['request']['body'] {
  return body && { length: body.length, sha256: createHash('sha256').update('').digest('hex'), file: null };
}

/** UIDs of the standard itself: SOP classes and transfer syntaxes. */
const OF_THE_STANDARD = '1.2.840.10008.';

/** Every UID is replaced by one that tells nothing, the same one wherever it stands. */
function withOtherUids(text: string): string {
  const others = new Map<string, string>();
  return text.replace(/(?<![\d.])[0-2](?:\.\d+){4,}(?![\d.])/g, (uid) => {
    if (uid.startsWith(OF_THE_STANDARD)) return uid;
    const other = others.get(uid) ?? `2.25.${others.size + 1}`;
    others.set(uid, other);
    return other;
  });
}
