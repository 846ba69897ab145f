import type { DicomJsonDataSet } from '../../dicom/json.ts';
import type { Archive } from '../archive.ts';
import type { Behaviour } from '../behaviour.ts';
import type { Answer, Header, Level, Operation, Part, Reply, Request } from '../message.ts';

/** Which requests a fault meets. */
export type Selector = (request: Request) => boolean;

export function on(operation: Operation | readonly Operation[], level?: Level): Selector {
  const operations = [operation].flat();
  return ({ route }) => operations.includes(route.operation) && (level === undefined || route.level === level);
}

/** Changes the answers of some requests, whatever their status. */
export function changeAnswer(
  selector: Selector,
  change: (answer: Answer, request: Request, archive: Archive) => Answer | Promise<Answer>,
): Behaviour {
  return {
    async handle(request, archive, next) {
      const answer = await next(request, archive);
      return selector(request) ? change(answer, request, archive) : answer;
    },
  };
}

/** Another status where the answer would have been `from`. */
export function changeStatus(selector: Selector, from: number, to: number): Behaviour {
  return changeAnswer(selector, (answer) => (answer.status === from ? { ...answer, status: to } : answer));
}

/** Changes what is asked before it is handled. */
export function changeRequest(selector: Selector, change: (request: Request, archive: Archive) => Request): Behaviour {
  return {
    handle: (request, archive, next) => next(selector(request) ? change(request, archive) : request, archive),
  };
}

/** Changes the list of data sets in successful JSON answers. */
export function changeList(
  selector: Selector,
  change: (list: readonly DicomJsonDataSet[], request: Request, archive: Archive) => readonly DicomJsonDataSet[],
): Behaviour {
  return changeAnswer(selector, (answer, request, archive) => {
    const { content } = answer;
    if (answer.status !== 200 || content.kind !== 'json') return answer;
    const list = Array.isArray(content.value)
      ? (content.value as readonly DicomJsonDataSet[])
      : [content.value as DicomJsonDataSet];
    const changed = change(list, request, archive);
    const [only = {}] = changed;
    return { ...answer, content: { ...content, value: Array.isArray(content.value) ? changed : only } };
  });
}

/** Changes each data set in successful JSON answers; what comes out need no longer be DICOM JSON. */
export function changeDataSets(selector: Selector, change: (dataSet: DicomJsonDataSet) => unknown): Behaviour {
  return changeList(selector, (list) => list.map((dataSet) => change(dataSet) as DicomJsonDataSet));
}

/** Changes the parts of multipart answers. */
export function changeParts(
  selector: Selector,
  change: (parts: readonly Part[], request: Request, archive: Archive) => readonly Part[],
): Behaviour {
  return changeAnswer(selector, (answer, request, archive) =>
    answer.content.kind === 'multipart'
      ? { ...answer, content: { ...answer.content, parts: change(answer.content.parts, request, archive) } }
      : answer,
  );
}

/** Changes the header fields of every part. */
export function changePartHeaders(
  selector: Selector,
  change: (headers: readonly Header[]) => readonly Header[],
): Behaviour {
  return changeParts(selector, (parts) => parts.map((part) => ({ ...part, headers: change(part.headers) })));
}

/** Changes the payload of every part, or of a single-part answer. */
export function changePayloads(selector: Selector, change: (bytes: Uint8Array) => Uint8Array): Behaviour {
  return changeAnswer(selector, (answer) => {
    const { content } = answer;
    if (answer.status !== 200) return answer;
    if (content.kind === 'bytes') return { ...answer, content: { ...content, bytes: change(content.bytes) } };
    if (content.kind !== 'multipart') return answer;
    const parts = content.parts.map((part) => ({ ...part, body: change(part.body) }));
    return { ...answer, content: { ...content, parts } };
  });
}

/** Changes replies with status 200 as they go on the wire. */
export function changeReply(selector: Selector, change: (reply: Reply, request: Request) => Reply): Behaviour {
  return { reply: (reply, request) => (reply.status === 200 && selector(request) ? change(reply, request) : reply) };
}

/** Changes the whole body of replies with status 200. */
export function changeBody(selector: Selector, change: (body: Buffer, boundary: string) => Uint8Array): Behaviour {
  return changeReply(selector, (reply) => {
    const boundary = /boundary=([^;]+)/.exec(contentTypeOf(reply))?.[1] ?? '';
    return { ...reply, body: [change(Buffer.concat(reply.body), boundary)] };
  });
}

/** Changes the Content-Type of replies with status 200; null takes it away. */
export function changeContentType(selector: Selector, change: (contentType: string) => string | null): Behaviour {
  return changeReply(selector, (reply) => {
    const changed = change(contentTypeOf(reply));
    const others = reply.headers.filter(([name]) => name !== 'Content-Type');
    return { ...reply, headers: changed === null ? others : [['Content-Type', changed], ...others] };
  });
}

/** Whether the body of a reply is in parts. */
export function isMultipart(reply: Reply): boolean {
  return /^multipart\//i.test(contentTypeOf(reply));
}

/** Content-Type of a reply, empty when there is none. */
export function contentTypeOf({ headers }: Reply): string {
  return headers.find(([name]) => name === 'Content-Type')?.[1] ?? '';
}
