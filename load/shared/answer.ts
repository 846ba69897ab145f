/** Sends one request to the target, and does with its answer what all operations need. */
import { sleep } from 'k6';
import encoding from 'k6/encoding';
import http, { type RefinedResponse, type ResponseType } from 'k6/http';
import { seconds } from '../../lib/portable/duration.ts';
import { answerSampled, failureSeen, protocolSpoken } from './events.ts';
import { type FailureKind, failedWith, type Operation, succeeded, took, type Yield } from './operations.ts';
import { originOf, redirectOf } from './redirect.ts';
import { settings } from './settings.ts';

export type Answer = RefinedResponse<ResponseType>;

export interface RequestSpec {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly url: string;
  readonly accept: string;
  readonly contentType?: string;
  readonly body?: Uint8Array | null;
  /** The form of the answer's body: text for JSON, binary for DICOM. */
  readonly responseType: 'text' | 'binary';
}

const REQUEST_TIMED_OUT = 1050;
const CANNOT_DECOMPRESS = 1701;
/** Of the embedded engine; k6 reads answers of any length. */
const TOO_LONG = 1702;
const MOST_SAMPLED_BYTES = 600_000;
const MOST_REDIRECTS = 5;

/** The judgement of an answer: what it carried, or why the operation failed. */
export type Judgement = Yield | Failure;
export interface Failure {
  readonly kind: FailureKind;
  readonly why: string;
}

export function failure(kind: FailureKind, why: string): Failure {
  return { kind, why };
}

export function isFailure(judgement: Judgement): judgement is Failure {
  return 'kind' in judgement;
}

/** Sends one request. `name` groups requests with different URLs; without it k6 would keep metrics for each URL. */
export async function send(spec: RequestSpec, name: string): Promise<Answer> {
  return (await sendAndFollow(spec, name)).answer;
}

/** Sends one request and follows redirects. `before` is the time of the requests before the last, in milliseconds. */
async function sendAndFollow(spec: RequestSpec, name: string): Promise<{ answer: Answer; before: number }> {
  let url = spec.url;
  let before = 0;
  for (let hops = 0; ; hops++) {
    const answer = await sendOnce(spec, url, name);
    const next = hops < MOST_REDIRECTS ? redirectOf(spec, url, answer) : null;
    if (next === null) return { answer, before };
    before += answer.timings.duration;
    url = next;
  }
}

async function sendOnce(spec: RequestSpec, url: string, name: string): Promise<Answer> {
  if (settings.studies.length > 0 && spec.method !== 'GET')
    throw new Error(`refused-read-only: ${spec.method} was not sent, the run is read-only`);
  const isOwn = originOf(url) === originOf(spec.url);
  // Another server must not get the credentials.
  const headers: { [name: string]: string } = { ...(isOwn ? settings.headers : {}), Accept: spec.accept };
  if (spec.contentType) headers['Content-Type'] = spec.contentType;
  const body = spec.body ? (spec.body as Uint8Array<ArrayBuffer>) : null;
  // The embedded engine returns a promise where k6 returns the answer.
  const answer = await http.request(spec.method, url, body as unknown as ArrayBuffer, {
    headers,
    responseType: spec.responseType,
    timeout: settings.timeout,
    redirects: 0,
    tags: { name, operation: name },
  });
  if (isOwn) protocolSpoken(answer.proto);
  return answer;
}

let told = 0;
const toldKinds: { [operationAndKind: string]: boolean } = {};

/** Tells the first failures of this virtual user, and one of each kind. */
function tell(of: Operation, { kind, why }: Failure): void {
  const key = `${of.name} ${kind}`;
  if (told++ < 5 || !toldKinds[key]) failureSeen(of.name, kind, why);
  toldKinds[key] = true;
}

/** Sends one request, judges its answer, and counts it as a success or a failure of the operation. */
export async function measure(
  of: Operation,
  spec: RequestSpec,
  judge: (answer: Answer) => Judgement,
): Promise<{ readonly answer: Answer; readonly judgement: Judgement }> {
  const began = Date.now();
  const { answer, before } = await sendAndFollow(spec, of.name);
  took(of, began);
  const judgement = transportFailure(answer) || judge(answer);
  if (isFailure(judgement)) {
    failedWith(of, judgement.kind);
    tell(of, judgement);
    // Do not flood a target that is gone with connections.
    if (judgement.kind === 'no_answer') await sleep(0.1);
  } else {
    succeeded(of, answer, judgement, before);
  }
  if (settings.events && settings.sample > 0 && Math.random() < settings.sample) handOver(of, spec, answer);
  return { answer, judgement };
}

/** Counts an operation that was not even sent, for a reason that it would have failed by. */
export function skipped(of: Operation, failed: Failure): void {
  took(of, Date.now());
  failedWith(of, failed.kind);
  tell(of, failed);
}

/** The failure to get an answer; null when there is one. */
export function transportFailure(answer: Answer): Failure | null {
  if (answer.status !== 0) return null;
  switch (answer.error_code) {
    case REQUEST_TIMED_OUT:
      return failure('timed_out', `no complete answer within ${seconds(settings.timeout)} s`);
    case TOO_LONG:
      return failure('too_long', answer.error);
    case CANNOT_DECOMPRESS:
      return failure('malformed', answer.error);
    default:
      return failure('no_answer', answer.error);
  }
}

/** The failure when the status is none of the accepted ones, else null. */
export function statusFailure(answer: Answer, accepted: readonly number[]): Failure | null {
  if (accepted.indexOf(answer.status) >= 0) return null;
  const hundreds = Math.floor(answer.status / 100);
  const kind =
    hundreds === 2 ? 'status_2xx' : hundreds === 3 ? 'status_3xx' : hundreds === 4 ? 'status_4xx' : 'status_5xx';
  const location = hundreds === 3 ? header(answer, 'Location') : '';
  return failure(kind, `status ${answer.status}${location === '' ? '' : `, a redirect to ${location}`}`);
}

/** Media type without parameters, in lower case. */
export function mediaType(answer: Answer): string {
  return (header(answer, 'Content-Type').split(';')[0] || '').trim().toLowerCase();
}

/** The value of a header field, whose name is compared without case; empty when the field is absent. */
export function header(answer: Answer, name: string): string {
  const wanted = name.toLowerCase();
  for (const field of Object.keys(answer.headers)) {
    if (field.toLowerCase() === wanted) return answer.headers[field] || '';
  }
  return '';
}

/** The body as JSON, or the failure to read it. */
export function json(answer: Answer): { readonly value: unknown } | Failure {
  const body = answer.body;
  if (typeof body !== 'string' || body === '') return failure('empty', 'no body');
  const type = mediaType(answer);
  if (type !== 'application/dicom+json' && type !== 'application/json') {
    return failure('wrong_type', `Content-Type is ${type || 'missing'}, but JSON was asked for`);
  }
  try {
    return { value: JSON.parse(body) };
  } catch {
    return failure('malformed', 'the body is not JSON');
  }
}

/** The body as bytes; empty when there is none. */
export function bytesOf(answer: Answer): Uint8Array {
  const body = answer.body;
  return body && typeof body !== 'string' ? new Uint8Array(body) : new Uint8Array(0);
}

function handOver(of: Operation, spec: RequestSpec, answer: Answer): void {
  const body = answer.body;
  if (answer.status === 0) return;
  if (body && (typeof body === 'string' ? body.length : body.byteLength) > MOST_SAMPLED_BYTES) return;
  answerSampled({
    operation: of.name,
    method: spec.method,
    url: spec.url,
    accept: spec.accept,
    status: answer.status,
    proto: answer.proto,
    headers: answer.headers,
    body: body ? encoding.b64encode(body) : '',
  });
}
