import { memorySource, readAll } from '../bytes/byte-source.ts';
import { maskWhenDecoded } from '../http/content.ts';
import { curlLine } from '../http/curl.ts';
import type { Exchange, Header } from '../http/exchange.ts';
import { credentialHeaders, judgingRedactorFor, type Redactor, redactorFor } from '../http/redaction.ts';
import { dicomJsonIsRight } from '../judges/json/dicom-json.ts';
import { multipartIsWellFormed } from '../judges/multipart/framing.ts';
import { partsAreValidPart10 } from '../judges/retrieve/part10-validity.ts';
import type { SampledAnswer } from '../portable/sampled-answer.ts';
import type { Finding } from '../results/finding.ts';
import type { ExchangeRecord, ScenarioRecord } from '../results/results.ts';
import { rollUp } from '../results/rollup.ts';
import type { Target } from '../target/target.ts';

/** Sampled answers, judged by the judges of a conformance run. */
export interface JudgedAnswers {
  /** One for each operation that has a sampled answer. */
  readonly scenarios: readonly ScenarioRecord[];
  readonly exchanges: readonly ExchangeRecord[];
}

const SERVICES: Readonly<Record<string, string>> = { store: 'store', search: 'search', delete: 'delete' };

/**
 * Judges the form of answers under load: multipart framing, Part 10 files and DICOM JSON. Only successes are judged.
 * The script itself has checked the status and the content of every answer.
 */
export function judgeAnswers(answers: readonly SampledAnswer[], startedAt: string, target: Target): JudgedAnswers {
  const judged = judgingRedactorFor(target);
  const shown = redactorFor(target);
  const headers = [...credentialHeaders(target.credentials), ...target.extraHeaders];
  const exchanges = answers
    .filter(({ status, body }) => status >= 200 && status < 300 && body !== '')
    .map((answer, index) => ({
      answer,
      exchange: withoutSecrets(exchangeOf(answer, `load.${index + 1}`, { startedAt, headers }), judged),
    }));
  const operations = [...new Set(exchanges.map(({ answer }) => answer.operation))].sort();
  const scenarios = operations.map((operation) => {
    const findings = exchanges
      .filter(({ answer }) => answer.operation === operation)
      .flatMap(({ answer, exchange }) => judge(answer, exchange))
      .filter(({ assertions }) => assertions > 0);
    return scenarioOf(operation, findings, startedAt);
  });
  const blamed = new Set(
    scenarios.flatMap(({ findings }) =>
      findings.filter(({ verdict }) => verdict !== 'pass').flatMap((finding) => finding.exchanges),
    ),
  );
  return {
    scenarios,
    exchanges: exchanges
      .filter(({ exchange }) => blamed.has(exchange.id))
      .map(({ exchange }) => record(exchange, shown, target)),
  };
}

function judge({ headers }: SampledAnswer, exchange: Exchange): readonly Finding[] {
  const type = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
  if (/json/i.test(type)) return dicomJsonIsRight(exchange);
  const files = /type="?application\/dicom"?/i.test(type) ? [partsAreValidPart10(exchange, [])] : [];
  return /^multipart\//i.test(type) ? [...multipartIsWellFormed(exchange), ...files] : [];
}

function exchangeOf(
  answer: SampledAnswer,
  id: string,
  { startedAt, headers }: { readonly startedAt: string; readonly headers: readonly Header[] },
): Exchange {
  return {
    id,
    operation: answer.operation.replaceAll('_', ' '),
    request: { method: answer.method, url: answer.url, headers: [['Accept', answer.accept], ...headers], body: null },
    response: {
      httpVersion: (answer.proto ?? 'HTTP/1.1').replace(/^HTTP\//, '').replace('2.0', '2'),
      status: answer.status,
      reason: '',
      headers: Object.entries(answer.headers),
      body: memorySource(Buffer.from(answer.body, 'base64')),
    },
    failure: null,
    timings: { startedAt, sent: null, firstByte: null, end: 0 },
  };
}

/** A server may write what it was sent into its answer. */
function withoutSecrets(exchange: Exchange, redact: Redactor): Exchange {
  const { response } = exchange;
  if (response === null) return exchange;
  const mask = redact.bodyMask();
  const body = Buffer.concat([mask.push(Buffer.from(readAll(response.body))), mask.flush()]);
  const masked = memorySource(body);
  maskWhenDecoded(masked, () => redact.bodyMask());
  return {
    ...exchange,
    response: { ...response, headers: redact.headers(response.headers), body: masked },
  };
}

function scenarioOf(operation: string, findings: readonly Finding[], startedAt: string): ScenarioRecord {
  const { verdict, reason } = rollUp(findings);
  return {
    id: `load.${operation}`,
    title: `answers under load are well-formed: ${operation.replaceAll('_', ' ')}`,
    service: SERVICES[operation.split('_')[0] ?? ''] ?? 'retrieve',
    covers: [...new Set(findings.map(({ requirement }) => requirement))].sort(),
    claimed: 'unknown',
    startedAt,
    durationMs: 0,
    verdict,
    ...(reason ? { reason } : {}),
    findings,
    pictures: [],
  };
}

function record(exchange: Exchange, redact: Redactor, { connection }: Target): ExchangeRecord {
  const { id, operation, request, response, failure, timings } = exchange;
  return {
    id,
    operation,
    request: {
      method: request.method,
      url: redact.text(request.url),
      headers: redact.headers(request.headers),
      body: null,
    },
    response: response && {
      httpVersion: response.httpVersion,
      status: response.status,
      reason: response.reason,
      headers: redact.headers(response.headers),
      body: null,
    },
    failure,
    timings,
    curl: request.method === 'GET' ? curlLine(exchange, redact, undefined, connection) : '',
  };
}
