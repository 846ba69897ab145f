import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import { type ByteSource, chunks, type FileSource, fileSource, memorySource } from '../bytes/byte-source.ts';
import { writeSource } from '../bytes/write.ts';
import { curlLine } from '../http/curl.ts';
import type { Exchange, Header } from '../http/exchange.ts';
import { headerValue } from '../http/exchange.ts';
import type { Redactor } from '../http/redaction.ts';
import type { BodyRecord, ExchangeRecord } from '../results/results.ts';

/** Longest text of a body that a record itself carries, in characters. */
const EXCERPT = 4_096;

/** Turns exchanges into records, keeping their bodies as files of the run folder, and records back into exchanges. */
export interface Evidence {
  keep(exchange: Exchange): ExchangeRecord;
  restore(record: ExchangeRecord): Exchange;
}

/** Evidence that is hashed and described, and whose bodies are not kept: for runs that only verdicts are wanted of. */
export function fleetingEvidence(redact: Redactor): Evidence {
  const seen = new Map<string, Exchange>();
  return {
    keep(exchange) {
      seen.set(exchange.id, exchange);
      return recordOf(exchange, redact, () => null);
    },
    restore(record) {
      const exchange = seen.get(record.id);
      if (!exchange) throw new Error(`exchange ${record.id} was not kept`);
      return exchange;
    },
  };
}

/** Evidence in the folder `evidence/` of a run. */
export function folderEvidence(runFolder: string, redact: Redactor): Evidence {
  const folder = join(runFolder, 'evidence');
  mkdirSync(folder, { recursive: true });
  return {
    keep: (exchange) =>
      recordOf(exchange, redact, (body, side) => {
        const path = join(folder, `${exchange.id}.${side}`);
        save(body, path);
        return relative(runFolder, path);
      }),
    restore: (record) => restored(record, runFolder),
  };
}

type Keep = (body: ByteSource, side: 'request' | 'response') => string | null;

function recordOf(exchange: Exchange, redact: Redactor, keep: Keep): ExchangeRecord {
  const { request, response } = exchange;
  const requestBody =
    request.body && bodyRecord(request.body, request.headers, redact, (body) => keep(body, 'request'));
  const responseBody =
    response && bodyRecord(response.body, response.headers, redact, (body) => keep(body, 'response'));
  return {
    id: exchange.id,
    operation: exchange.operation,
    request: {
      method: request.method,
      url: redact.text(request.url),
      headers: redact.headers(request.headers),
      body: requestBody,
    },
    response: response && {
      httpVersion: response.httpVersion,
      status: response.status,
      reason: redact.text(response.reason),
      headers: redact.headers(response.headers),
      body: responseBody,
    },
    failure: exchange.failure && { code: exchange.failure.code, message: redact.text(exchange.failure.message) },
    timings: exchange.timings,
    curl: curlLine(exchange, redact, requestBody?.file ?? undefined),
  };
}

function bodyRecord(
  body: ByteSource,
  headers: readonly Header[],
  redact: Redactor,
  keep: (body: ByteSource) => string | null,
): BodyRecord | null {
  if (body.length === 0) return null;
  const hash = createHash('sha256');
  for (const chunk of chunks(body)) hash.update(chunk);
  const excerpt = textExcerpt(body, headerValue(headers, 'content-type'));
  return {
    length: body.length,
    sha256: hash.digest('hex'),
    file: keep(body),
    ...(excerpt === null ? {} : { excerpt: redact.text(excerpt) }),
  };
}

function textExcerpt(body: ByteSource, contentType: string | null): string | null {
  if (contentType && !/json|xml|text|html/i.test(contentType)) return null;
  const text = new TextDecoder().decode(body.read(0, EXCERPT));
  return body.length > EXCERPT ? `${text}…` : text;
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

function restored(record: ExchangeRecord, runFolder: string): Exchange {
  const bodyOf = (body: BodyRecord | null): ByteSource => {
    if (!body) return memorySource(new Uint8Array());
    if (!body.file || isAbsolute(body.file)) throw new Error(`the body of exchange ${record.id} was not kept`);
    return fileSource(join(runFolder, body.file));
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
