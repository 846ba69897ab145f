import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import { type ByteSource, chunks, type FileSource, fileSource, memorySource } from '../bytes/byte-source.ts';
import { writeSource } from '../bytes/write.ts';
import type { ConnectionSettings } from '../connection/settings.ts';
import { regularFile } from '../errors/regular-file.ts';
import { decodedBody } from '../http/content.ts';
import { curlLine } from '../http/curl.ts';
import type { EarlierAnswer, Exchange, ExchangeResponse, Header } from '../http/exchange.ts';
import { headerValue } from '../http/exchange.ts';
import type { Redactor } from '../http/redaction.ts';
import type { Finding } from '../results/finding.ts';
import type { BodyRecord, ExchangeRecord } from '../results/results.ts';
import { createEvidenceBudget } from './evidence-budget.ts';

/** Longest text of a body that a record itself carries, in characters. */
const EXCERPT = 4_096;

/** Turns exchanges into records, keeping their bodies as files of the run folder, and records back into exchanges. */
export interface Evidence {
  keep(exchange: Exchange): ExchangeRecord;
  /** Says that these exchanges were judged so; what is not needed for it may be given up. */
  settle(records: readonly ExchangeRecord[], findings: readonly Finding[]): void;
  restore(record: ExchangeRecord): Exchange;
}

/** Evidence that is hashed and described, and whose bodies are not kept: for runs that only verdicts are wanted of. */
export function fleetingEvidence(redact: Redactor): Evidence {
  const seen = new Map<string, Exchange>();
  return {
    keep(exchange) {
      seen.set(exchange.id, exchange);
      return recordOf(exchange, redact, undefined, () => null);
    },
    settle() {},
    restore(record) {
      const exchange = seen.get(record.id);
      if (!exchange) throw new Error(`exchange ${record.id} was not kept`);
      return exchange;
    },
  };
}

/** Evidence in the folder `evidence/` of a run. */
export function folderEvidence(runFolder: string, redact: Redactor, connection?: ConnectionSettings): Evidence {
  const folder = join(runFolder, 'evidence');
  mkdirSync(folder, { recursive: true });
  const kept = new Map<string, string>();
  const budget = createEvidenceBudget(runFolder);
  return {
    keep: (exchange) =>
      recordOf(exchange, redact, connection, (body, side, sha256) => {
        // Many answers are the same bytes: each is kept once.
        const earlier = kept.get(sha256);
        if (earlier !== undefined) return earlier;
        const path = join(folder, `${exchange.id}.${side}`);
        save(withoutSecrets(body, redact), path);
        const file = relative(runFolder, path);
        kept.set(sha256, file);
        return file;
      }),
    settle(records, findings) {
      const removed = budget.settle(records, findings);
      for (const [sha256, file] of kept) if (removed.includes(file)) kept.delete(sha256);
    },
    restore: (record) => restored(record, runFolder),
  };
}

type Keep = (body: ByteSource, side: 'request' | 'response', sha256: string) => string | null;

function recordOf(
  exchange: Exchange,
  redact: Redactor,
  connection: ConnectionSettings | undefined,
  keep: Keep,
): ExchangeRecord {
  const { request, response } = exchange;
  const requestBody =
    request.body && bodyRecord(request.body, request.headers, redact, (body, sha256) => keep(body, 'request', sha256));
  const responseBody =
    response &&
    bodyRecord(response.body, response.headers, redact, (body, sha256) =>
      hidesSecret(response, redact) ? null : keep(body, 'response', sha256),
    );
  return {
    id: exchange.id,
    operation: exchange.operation,
    request: {
      method: request.method,
      url: redact.text(request.url),
      headers: redact.headers(request.headers),
      body: requestBody,
    },
    ...(exchange.earlier ? { earlier: exchange.earlier.map((answer) => redactedAnswer(answer, redact)) } : {}),
    response: response && {
      httpVersion: response.httpVersion,
      status: response.status,
      reason: redact.text(response.reason),
      headers: redact.headers(response.headers),
      body: responseBody,
    },
    failure: exchange.failure && { code: exchange.failure.code, message: redact.text(exchange.failure.message) },
    timings: exchange.timings,
    curl: curlLine(exchange, redact, requestBody?.file ?? undefined, connection),
  };
}

function redactedAnswer({ url, status, reason, headers }: EarlierAnswer, redact: Redactor): EarlierAnswer {
  return { url: redact.text(url), status, reason: redact.text(reason), headers: redact.headers(headers) };
}

function bodyRecord(
  body: ByteSource,
  headers: readonly Header[],
  redact: Redactor,
  keep: (body: ByteSource, sha256: string) => string | null,
): BodyRecord | null {
  if (body.length === 0) return null;
  const hash = createHash('sha256');
  for (const chunk of chunks(body)) hash.update(chunk);
  const sha256 = hash.digest('hex');
  const excerpt = textExcerpt(body, headerValue(headers, 'content-type'));
  return {
    length: body.length,
    sha256,
    file: keep(body, sha256),
    ...(excerpt === null ? {} : { excerpt: redact.text(excerpt) }),
  };
}

function textExcerpt(body: ByteSource, contentType: string | null): string | null {
  if (contentType && !/json|xml|text|html/i.test(contentType)) return null;
  const text = new TextDecoder().decode(body.read(0, EXCERPT));
  return body.length > EXCERPT ? `${text}…` : text;
}

/** Longest body that is searched for short secrets, in bytes; long ones never came so far. */
const SEARCHED = 1 << 20;

/** A short secret that a server echoes in a text is hidden before it reaches a file. Other bodies stay as they are. */
function withoutSecrets(body: ByteSource, redact: Redactor): ByteSource {
  if (body.length > SEARCHED) return body;
  const text = Buffer.from(body.read(0, body.length)).toString('latin1');
  const redacted = redact.text(text);
  return redacted === text ? body : memorySource(Buffer.from(redacted, 'latin1'));
}

/** Whether a coded body holds a secret, which cannot be overwritten in it: such a body is not kept. */
function hidesSecret(response: ExchangeResponse, redact: Redactor): boolean {
  const decoded = decodedBody(response);
  if (!decoded.ok || decoded.codings.length === 0) return false;
  return decoded.masked === true || withoutSecrets(decoded.body, redact) !== decoded.body;
}

/** Moves a body that was spooled to a file, copies one that is elsewhere. */
function save(body: ByteSource, path: string): void {
  const spooled = (body as Partial<FileSource>).path;
  if (spooled && !existsSync(path) && spooled.endsWith('.spool')) {
    renameSync(spooled, path);
    return;
  }
  writeSource(body, path);
}

/** The exchange of a record, its bodies as files of the run folder. Throws where a body was not kept. */
export function restored(record: ExchangeRecord, runFolder: string): Exchange {
  const bodyOf = (body: BodyRecord | null): ByteSource => {
    if (!body) return memorySource(new Uint8Array());
    if (!body.file || isAbsolute(body.file)) throw new Error(`the body of exchange ${record.id} was not kept`);
    const limits = { most: Number.POSITIVE_INFINITY, within: runFolder };
    return fileSource(regularFile(join(runFolder, body.file), limits));
  };
  return {
    id: record.id,
    operation: record.operation,
    request: {
      method: record.request.method,
      url: record.request.url,
      headers: record.request.headers,
      body: record.request.body && bodyOf(record.request.body),
    },
    ...(record.earlier ? { earlier: record.earlier } : {}),
    response: record.response && {
      httpVersion: record.response.httpVersion,
      status: record.response.status,
      reason: record.response.reason,
      headers: record.response.headers,
      body: bodyOf(record.response.body),
    },
    failure: record.failure as Exchange['failure'],
    timings: record.timings,
  };
}
