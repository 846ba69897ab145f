import { setTimeout as sleep } from 'node:timers/promises';
import type { DicomJsonDataSet } from '../../lib/dicom/json.ts';
import { type Answer, type Request, textAnswer } from '../../lib/reference-server/message.ts';

/** Longest wait for an answer of a server that hides, in milliseconds: where none comes, every request takes as long. */
export const PATIENCE_MS = 400;
/** Of any other, on a busy machine too. */
export const USUAL_PATIENCE_MS = 30_000;

/** What a server answers to a search or a request for metadata or instances, in place of its own answer. */
export interface Way {
  readonly name: string;
  /** Operations that are answered so; search and metadata unless others are named. */
  readonly operations?: readonly Request['route']['operation'][];
  /** `answer` is what the server would say; `foreign` are the SOP Instance UIDs of others. */
  readonly hide: (answer: Answer, foreign: ReadonlySet<string>) => Answer | Promise<Answer>;
}

const HTML: Answer = {
  status: 200,
  headers: [],
  content: { kind: 'bytes', mediaType: 'text/html', bytes: Buffer.from('<!doctype html><title>Log in</title>') },
};

function dataSetsOf({ content }: Answer): readonly DicomJsonDataSet[] {
  return content.kind === 'json' ? [content.value].flat() : [];
}

function withDataSets(answer: Answer, value: readonly DicomJsonDataSet[]): Answer {
  if (answer.content.kind !== 'json') return answer;
  return value.length === 0 && dataSetsOf(answer).length > 0
    ? { ...answer, content: { ...answer.content, value: [] } }
    : { ...answer, content: { ...answer.content, value } };
}

function without(tag: string): Way['hide'] {
  return (answer) =>
    withDataSets(
      answer,
      dataSetsOf(answer).map(({ [tag]: _, ...rest }) => rest),
    );
}

const leavesOut: Way['hide'] = (answer, foreign) => {
  const { content } = answer;
  if (content.kind === 'multipart') {
    const parts = content.parts.filter(({ body }) => ![...foreign].some((uid) => Buffer.from(body).includes(uid)));
    return { ...answer, content: { ...content, parts } };
  }
  const isForeign = (dataSet: DicomJsonDataSet) => foreign.has(String(dataSet['00080018']?.Value?.[0]));
  return withDataSets(
    answer,
    dataSetsOf(answer).filter((dataSet) => !isForeign(dataSet)),
  );
};

/** A server that is busy at first: whoever asks once sees nothing. */
function busyFirst(times: number): Way['hide'] {
  let left = times;
  return (answer) => (left-- > 0 ? textAnswer(503, 'busy', [['Retry-After', '0']]) : answer);
}

/** Every way in which what others stored was seen to be hidden from a run that then deleted it. */
export const WAYS: Readonly<Record<string, () => Way>> = {
  'shown as it is': () => ({ name: 'shown', hide: (answer) => answer }),
  'answers 500': () => ({ name: '500', hide: () => textAnswer(500, 'out of order') }),
  'answers 403': () => ({ name: '403', hide: () => textAnswer(403, 'not for you') }),
  'answers 404': () => ({ name: '404', hide: () => textAnswer(404, 'not found') }),
  'answers an HTML page': () => ({ name: 'html', hide: () => HTML }),
  'gives no answer in time': () => ({
    name: 'time-out',
    hide: (answer) => sleep(2 * USUAL_PATIENCE_MS, answer, { ref: false }),
  }),
  'lists nothing': () => ({ name: 'empty', hide: (answer) => withDataSets(answer, []) }),
  'lists entries about nothing': () => ({
    name: 'hollow',
    hide: (answer) =>
      withDataSets(
        answer,
        dataSetsOf(answer).map(() => ({})),
      ),
  }),
  'leaves out StudyInstanceUID': () => ({ name: 'no study UID', hide: without('0020000D') }),
  'leaves out SOPInstanceUID': () => ({ name: 'no instance UID', hide: without('00080018') }),
  'answers 503 first': () => ({ name: '503 first', hide: busyFirst(3) }),
  'answers 503 for long': () => ({ name: '503', hide: busyFirst(60) }),
  'leaves out what is not ours': () => ({ name: 'filtered', hide: leavesOut }),
  'leaves out what is not ours in metadata and retrieves': () => ({
    name: 'filtered but for search',
    operations: ['metadata', 'retrieve'],
    hide: leavesOut,
  }),
  'answers 500 to retrieves as well': () => ({
    name: '500 to all',
    operations: ['search', 'metadata', 'retrieve'],
    hide: () => textAnswer(500, 'out of order'),
  }),
};
