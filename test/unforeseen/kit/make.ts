import type { DicomJsonAttribute, DicomJsonDataSet } from '../../../lib/dicom/json.ts';
import type { Archive } from '../../../lib/reference-server/archive.ts';
import type { Behaviour, Handler } from '../../../lib/reference-server/behaviour.ts';
import type { Instance } from '../../../lib/reference-server/instance.ts';
import {
  type Answer,
  type Header,
  type Operation,
  type Part,
  type Reply,
  type Request,
  textAnswer,
} from '../../../lib/reference-server/message.ts';

/** The operation, or several, or a condition on the request. */
export type When = Operation | readonly Operation[] | ((request: Request) => boolean);

export function isMeant(request: Request, when: When): boolean {
  if (typeof when === 'function') return when(request);
  return typeof when === 'string' ? request.route.operation === when : when.includes(request.route.operation);
}

/** Around the handling of the requests that are meant. */
export function around(
  when: When,
  handle: (request: Request, archive: Archive, next: Handler) => Promise<Answer> | Answer,
): Behaviour {
  return {
    handle: async (request, archive, next) =>
      isMeant(request, when) ? handle(request, archive, next) : next(request, archive),
  };
}

/** Another answer in place of the right one. */
export function answering(
  when: When,
  change: (answer: Answer, request: Request, archive: Archive) => Answer,
): Behaviour {
  return around(when, async (request, archive, next) => change(await next(request, archive), request, archive));
}

/** The request as the server misreads it. */
export function misreading(when: When, change: (request: Request) => Request): Behaviour {
  return around(when, (request, archive, next) => next(change(request), archive));
}

/** A plain status with a sentence. */
export function refusal(status: number, text = 'error', headers: readonly Header[] = []): Answer {
  return textAnswer(status, text, headers);
}

export function refusing(when: When, status: number, text?: string): Behaviour {
  return around(when, () => refusal(status, text));
}

/** Data sets of answers in JSON; what is no list, such as a refusal, stays. */
export function json(
  when: When,
  change: (dataSets: readonly DicomJsonDataSet[], request: Request, archive: Archive) => readonly DicomJsonDataSet[],
): Behaviour {
  return answering(when, (answer, request, archive) => {
    const { content } = answer;
    if (content.kind !== 'json' || answer.status >= 300) return answer;
    if (Array.isArray(content.value)) {
      return {
        ...answer,
        content: { ...content, value: change(content.value as DicomJsonDataSet[], request, archive) },
      };
    }
    const [only] = change([content.value as DicomJsonDataSet], request, archive);
    return only ? { ...answer, content: { ...content, value: only } } : answer;
  });
}

/** Each data set of answers in JSON. */
export function eachJson(
  when: When,
  change: (dataSet: DicomJsonDataSet, request: Request, archive: Archive) => DicomJsonDataSet,
): Behaviour {
  return json(when, (dataSets, request, archive) => dataSets.map((one) => change(one, request, archive)));
}

/** Each attribute of answers in JSON, those in sequences included; null leaves it out. */
export function eachAttribute(
  when: When,
  change: (attribute: DicomJsonAttribute, tag: string, dataSet: DicomJsonDataSet) => DicomJsonAttribute | null,
): Behaviour {
  const inDataSet = (dataSet: DicomJsonDataSet): DicomJsonDataSet =>
    Object.fromEntries(
      Object.entries(dataSet).flatMap(([tag, attribute]) => {
        const inner = isSequence(attribute) ? { ...attribute, Value: items(attribute).map(inDataSet) } : attribute;
        const changed = change(inner, tag, dataSet);
        return changed === null ? [] : [[tag, changed] as const];
      }),
    );
  return eachJson(when, inDataSet);
}

function isSequence({ vr, Value }: DicomJsonAttribute): boolean {
  return vr === 'SQ' && Value !== undefined;
}

export function items({ Value = [] }: DicomJsonAttribute): DicomJsonDataSet[] {
  return Value as unknown as DicomJsonDataSet[];
}

/** First value of an attribute as text. */
export function firstValue(dataSet: DicomJsonDataSet, tag: string): string {
  const [first] = dataSet[tag]?.Value ?? [];
  return typeof first === 'object' && first !== null ? JSON.stringify(first) : String(first ?? '');
}

export function without(dataSet: DicomJsonDataSet, ...tags: readonly string[]): DicomJsonDataSet {
  return Object.fromEntries(Object.entries(dataSet).filter(([tag]) => !tags.includes(tag)));
}

/** Parts of a multipart answer, or the single body as one part. */
export function parts(
  when: When,
  change: (parts: readonly Part[], request: Request, archive: Archive) => readonly Part[],
): Behaviour {
  return answering(when, (answer, request, archive) => {
    const { content } = answer;
    if (answer.status >= 300) return answer;
    if (content.kind === 'multipart')
      return { ...answer, content: { ...content, parts: change(content.parts, request, archive) } };
    if (content.kind !== 'bytes') return answer;
    const [only] = change([{ headers: [['Content-Type', content.mediaType]], body: content.bytes }], request, archive);
    if (!only) return answer;
    const mediaType = only.headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? content.mediaType;
    return { ...answer, content: { ...content, mediaType, bytes: only.body } };
  });
}

/** Bytes of each part. */
export function bodies(
  when: When,
  change: (body: Uint8Array, request: Request, index: number) => Uint8Array,
): Behaviour {
  return parts(when, (all, request) => all.map((one, index) => ({ ...one, body: change(one.body, request, index) })));
}

/** Where an instance stands in the store request that brought it. */
export interface Arrival {
  readonly request: Request;
  readonly archive: Archive;
  /** From 0, among the instances of the request that are new. */
  readonly index: number;
  readonly added: readonly Instance[];
}

/** What is kept of each instance that is stored for the first time; null keeps nothing though it was acknowledged. */
export function keeping(change: (instance: Instance, arrival: Arrival) => Instance | null): Behaviour {
  return around('store', async (request, archive, next) => {
    const before = new Set(archive.select());
    const answer = await next(request, archive);
    const added = archive.select().filter((one) => !before.has(one));
    for (const [index, one] of added.entries()) {
      const kept = change(one, { request, archive, index, added });
      if (kept === one) continue;
      archive.remove(one);
      if (kept) archive.add(kept);
    }
    return answer;
  });
}

/** Header fields and bytes as they are about to be sent, also of what is refused before it is handled. */
export function onTheWire(
  when: (reply: Reply, request: Request) => boolean,
  change: (reply: Reply, request: Request) => Reply,
): Behaviour {
  return { reply: (reply, request) => (when(reply, request) ? change(reply, request) : reply) };
}

export function header(reply: Reply, name: string): string | undefined {
  return reply.headers.find(([one]) => one.toLowerCase() === name.toLowerCase())?.[1];
}

/** With a header field in place of those of that name; without any for null. */
export function withHeader(reply: Reply, name: string, value: string | null): Reply {
  const others = reply.headers.filter(([one]) => one.toLowerCase() !== name.toLowerCase());
  return { ...reply, headers: value === null ? others : [...others, [name, value]] };
}

export function withText(reply: Reply, change: (text: string) => string): Reply {
  return { ...reply, body: [Buffer.from(change(Buffer.concat(reply.body).toString('utf8')))] };
}

export function withBytes(reply: Reply, change: (bytes: Buffer) => Uint8Array): Reply {
  return { ...reply, body: [change(Buffer.concat(reply.body))] };
}

/** The request with a parameter left out or another value. */
export function withQuery(
  request: Request,
  change: (name: string, value: string) => readonly [string, string] | null,
): Request {
  return {
    ...request,
    query: request.query.flatMap(([name, value]) => {
      const changed = change(name, value);
      return changed === null ? [] : [changed];
    }),
  };
}

/** The value of a parameter, whatever its case. */
export function parameter(request: Request, name: string): string | undefined {
  return request.query.find(([one]) => one.toLowerCase() === name.toLowerCase())?.[1];
}

/** The answer to a GET of another resource of this server. */
export function answerFrom(
  path: Partial<Request['route']>,
  request: Request,
  archive: Archive,
  next: Handler,
): Promise<Answer> {
  return next({ ...request, method: 'GET', route: { ...request.route, ...path } }, archive);
}

/** Answers what was once answered 200 with that answer, also when it is there no more. */
export function remembering(when: When): Behaviour {
  const known = new Map<string, Answer>();
  return around(when, async (request, archive, next) => {
    const key = [request.path, request.rawQuery, request.headers.accept].join(' ');
    const answer = await next(request, archive);
    if (answer.status === 200) known.set(key, answer);
    return answer.status === 404 ? (known.get(key) ?? answer) : answer;
  });
}
