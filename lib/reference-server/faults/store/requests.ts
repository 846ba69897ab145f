import { setImmediate, setTimeout } from 'node:timers/promises';
import type { DicomJsonDataSet } from '../../../dicom/json.ts';
import type { Behaviour } from '../../behaviour.ts';
import { changeAnswer, changeStatus, on } from '../../changes/answers.ts';
import { losingEvery } from '../../changes/losing-every.ts';
import { refuse } from '../../changes/refuse.ts';
import { type Answer, Refusal, type Request, textAnswer } from '../../message.ts';
import { type Fault, TUTORIAL } from '../fault.ts';

/** The UIDs of the studies that a module speaks of, by the URLs of its items. */
function studiesIn(module: unknown): number {
  return new Set(JSON.stringify(module).match(/\/studies\/[0-9.]+\/series/g)).size;
}

/** Does something else to stores in chunked transfer coding. */
function onChunked(handle: NonNullable<Behaviour['handle']>): Behaviour {
  return {
    handle: (request, archive, next) =>
      request.route.operation === 'store' && request.headers['transfer-encoding']
        ? handle(request, archive, next)
        : next(request, archive),
  };
}

const OTHER_FAILURES = '0008119A';

/** Changes answers that tell of a part that is no instance. */
function onUnreadablePart(change: (answer: Answer, module: DicomJsonDataSet) => Answer): Behaviour {
  return changeAnswer(on('store'), (answer) => {
    const [module = {}] = answer.content.kind === 'json' ? [answer.content.value].flat() : [];
    return module[OTHER_FAILURES] ? change(answer, module) : answer;
  });
}

/** What a reader of multipart bodies does not cope with: name in the fault's id, in words, and how it is recognised. */
const DIFFICULTIES = [
  ['preamble', 'text before the first boundary', (text: string) => !text.startsWith('--')],
  ['quoted-boundary', 'a boundary in quotation marks', (_: string, type: string) => /boundary="/.test(type)],
  ['part-header-in-lower-case', 'names of part headers in lower case', (text: string) => /^content-type:/m.test(text)],
  ['unknown-part-header', 'part headers that it does not know', (text: string) => /^X-/m.test(text)],
] as const satisfies readonly (readonly [string, string, (text: string, type: string) => boolean])[];

/** The first bytes are enough: the parts' headers are in them. */
const HEAD = 1_000;

/** Refuses multipart stores whose head or Content-Type meets a condition. */
function refusingMultipart(isMet: (head: string, type: string) => boolean): Behaviour {
  const meets = ({ route, headers, body: [first = new Uint8Array()] }: Request): boolean =>
    route.operation === 'store' &&
    /^multipart/.test(headers['content-type'] ?? '') &&
    isMet(Buffer.from(first.subarray(0, HEAD)).toString('latin1'), headers['content-type'] ?? '');
  return refuse(meets, 400, 'the body cannot be read');
}

/** In one process a client sends its second request only when the first one waits: by time, and by turns where time flies. */
const WAIT_MS = 50;
const WAIT_TURNS = 50;

async function untilAnotherComes(hasCome: () => boolean): Promise<void> {
  if (!hasCome()) await setTimeout(WAIT_MS);
  for (let turn = 0; turn < WAIT_TURNS && !hasCome(); turn++) await setImmediate();
}

/** Faults in how store requests are taken: what is refused, what is answered to a faulty one. */
export const STORE_REQUESTS: readonly Fault[] = [
  {
    id: 'store-answers-201',
    title: 'answers 201 to a store whose instances were all kept',
    scenarios: TUTORIAL.store,
    requirements: ['STOW-006', 'STOW-041'],
    breach: 'store-success-status',
    behaviour: () => changeStatus(on('store'), 200, 201),
  },
  {
    id: 'store-answers-202',
    title: 'answers 202 to a store whose instances were all kept unchanged',
    scenarios: TUTORIAL.store,
    requirements: ['STOW-006'],
    breach: 'store-202-without-warning',
    behaviour: () => changeStatus(on('store'), 200, 202),
  },
  {
    id: 'store-answers-204',
    title: 'answers 204 without content to a store',
    scenarios: TUTORIAL.store,
    requirements: ['STOW-006', 'STOW-013', 'STOW-041'],
    breach: 'store-success-status',
    behaviour: () =>
      changeAnswer(on('store'), (answer) =>
        answer.status === 200 ? { status: 204, headers: [], content: { kind: 'none' } } : answer,
      ),
  },
  {
    id: 'store-answers-409',
    title: 'answers 409 to a store whose instances were all kept',
    scenarios: TUTORIAL.store,
    requirements: ['STOW-006'],
    breach: 'store-done-answered-failure',
    behaviour: () => changeStatus(on('store'), 200, 409),
  },
  {
    id: 'store-answers-500',
    title: 'answers 500 to a store whose instances were all kept',
    scenarios: TUTORIAL.store,
    requirements: ['STOW-006'],
    breach: 'store-done-answered-failure',
    behaviour: () => changeStatus(on('store'), 200, 500),
  },
  {
    id: 'store-into-study-not-offered',
    title: 'answers 404 to a store into a named study',
    scenarios: ['T02', 'T03'],
    requirements: ['STOW-002'],
    breach: 'store-not-offered',
    behaviour: () =>
      refuse(
        (request) => request.route.operation === 'store' && request.route.study !== undefined,
        404,
        'no such resource',
      ),
  },
  {
    id: 'bad-store-answers-500',
    title: 'answers 500 to a store request that cannot be parsed',
    scenarios: ['faulty-store'],
    requirements: ['STOW-009', 'COMMON-029'],
    breach: 'unreadable-store-not-refused',
    behaviour: () => changeStatus(on('store'), 400, 500),
  },
  {
    id: 'bad-store-answers-200',
    title: 'answers 200 to a store request that cannot be parsed',
    scenarios: ['faulty-store'],
    requirements: ['STOW-009'],
    breach: 'unreadable-store-not-refused',
    behaviour: () => changeStatus(on('store'), 400, 200),
  },
  {
    id: 'unsupported-media-type-answers-500',
    title: 'answers 500 to a store of an unsupported media type',
    scenarios: ['faulty-store'],
    requirements: ['STOW-010'],
    breach: 'unsupported-store-not-refused',
    behaviour: () => changeStatus(on('store'), 415, 500),
  },
  {
    id: 'store-refuses-several-studies',
    title: 'answers 400 to a store of more than one study',
    scenarios: ['several-stores'],
    requirements: ['STOW-001'],
    breach: 'store-of-several-studies-refused',
    behaviour: () => ({
      async handle(request, archive, next) {
        const answer = await next(request, archive);
        const isMixed =
          request.route.operation === 'store' && answer.content.kind === 'json' && studiesIn(answer.content.value) > 1;
        return isMixed ? textAnswer(400, 'one study at a time') : answer;
      },
    }),
  },
  {
    id: 'chunked-store-refused',
    title: 'answers 411 to a store in chunked transfer coding',
    scenarios: ['several-stores'],
    requirements: ['STOW-031'],
    breach: 'chunked-store-refused',
    behaviour: () =>
      onChunked(() => {
        throw new Refusal(411, 'Content-Length is required');
      }),
  },
  {
    id: 'stores-at-once-lose-one',
    title: 'acknowledges two stores at the same time and keeps one of them',
    scenarios: ['several-stores'],
    requirements: ['STOW-032'],
    breach: 'concurrent-store-lost',
    behaviour: () => {
      let open = 0;
      const handled = new WeakSet<object>();
      return {
        admits({ method }) {
          if (method === 'POST') open++;
          return false;
        },
        async handle(request, archive, next) {
          if (request.method !== 'POST') return next(request, archive);
          handled.add(request);
          await untilAnotherComes(() => open > 1);
          const isAlone = open-- === 1;
          return next(request, isAlone ? archive : archive.copy());
        },
        reply(reply, request) {
          // A request that could not be read came to no handler.
          if (request.method === 'POST' && !handled.has(request)) open--;
          return reply;
        },
      };
    },
  },
  {
    id: 'chunked-store-lost',
    title: 'acknowledges a store in chunked transfer coding and loses it',
    scenarios: ['several-stores'],
    requirements: ['STOW-031'],
    breach: 'chunked-store-lost',
    behaviour: () => {
      const { handle } = losingEvery(1);
      return onChunked((request, archive, next) => handle?.(request, archive, next) ?? next(request, archive));
    },
  },
  {
    id: 'unreadable-part-concealed',
    title: 'answers 200 to a store with a part that is no instance, and does not report that part',
    scenarios: ['several-stores'],
    requirements: ['STOW-025'],
    breach: 'unreadable-part-concealed',
    behaviour: () =>
      onUnreadablePart((answer, { [OTHER_FAILURES]: _, ...value }) => ({
        ...answer,
        status: 200,
        content: { kind: 'json', mediaType: 'application/dicom+json', value },
      })),
  },
  {
    id: 'unreadable-part-answers-200',
    title: 'answers 200 to a store with a part that is no instance, and lists that part as failed',
    scenarios: ['several-stores'],
    requirements: ['STOW-007'],
    breach: 'unreadable-part-answered-success',
    behaviour: () => onUnreadablePart((answer) => ({ ...answer, status: 200 })),
  },
  {
    id: 'unreadable-part-answers-409',
    title: 'answers 409 to a store with a part that is no instance, and lists the instance beside it as stored',
    scenarios: ['several-stores'],
    requirements: ['STOW-007'],
    breach: 'partial-store-answered-failure',
    behaviour: () => onUnreadablePart((answer) => ({ ...answer, status: 409 })),
  },
  {
    id: 'unreadable-part-conceals-what-was-stored',
    title:
      'answers 409 to a store with a part that is no instance, lists that part alone, and keeps the instance beside it',
    scenarios: ['several-stores'],
    requirements: ['STOW-007'],
    breach: 'partial-store-answered-failure',
    behaviour: () =>
      onUnreadablePart((answer, { '00081199': _, ...value }) => ({
        ...answer,
        status: 409,
        content: { kind: 'json', mediaType: 'application/dicom+json', value },
      })),
  },
  {
    id: 'unreadable-part-listed-among-instances',
    title: 'lists a part that is no instance in FailedSOPSequence',
    scenarios: ['several-stores'],
    requirements: ['STOW-025'],
    breach: 'unreadable-part-among-instances',
    behaviour: () =>
      onUnreadablePart((answer, { [OTHER_FAILURES]: others = { vr: 'SQ' }, ...value }) => ({
        ...answer,
        content: { kind: 'json', mediaType: 'application/dicom+json', value: { ...value, '00081198': others } },
      })),
  },
  {
    id: 'unreadable-part-answers-500',
    title: 'answers 500 to a store with a part that is no instance',
    scenarios: ['several-stores'],
    requirements: ['STOW-025'],
    breach: 'unreadable-part-server-error',
    behaviour: () => onUnreadablePart(() => textAnswer(500, 'NullPointerException')),
  },
  // One fault for each liberty of RFC 2046 that a server does not know of.
  ...DIFFICULTIES.map(
    ([name, what, isMet]): Fault => ({
      id: `store-refuses-${name}`,
      title: `answers 400 to a store with ${what}`,
      scenarios: ['unusual-framing'],
      requirements: ['MP-010'],
      breach: 'unusual-framing-refused',
      behaviour: () => refusingMultipart(isMet),
    }),
  ),
];
