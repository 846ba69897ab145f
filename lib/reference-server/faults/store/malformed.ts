import type { Behaviour } from '../../behaviour.ts';
import { changeAnswer, on } from '../../changes/answers.ts';
import type { Request } from '../../message.ts';
import type { Fault } from '../fault.ts';

/** Content-Type of a store, in small letters. */
function typeOf({ headers }: Request): string {
  return (headers['content-type'] ?? '').toLowerCase();
}

function boundaryOf({ headers }: Request): string | undefined {
  return /boundary="?([^";]+)/.exec(headers['content-type'] ?? '')?.[1];
}

/** A multipart store with a part in it, and without the closing delimiter. */
function isUnclosed(request: Request): boolean {
  const boundary = boundaryOf(request);
  if (request.route.operation !== 'store' || boundary === undefined || request.body.length === 0) return false;
  const body = Buffer.concat(request.body);
  return body.includes(`--${boundary}\r\n`) && !body.includes(`--${boundary}--`);
}

/** Answers 200 where the store would have been refused. */
function acknowledging(isMet: (request: Request) => boolean): Behaviour {
  return changeAnswer(on('store'), (answer, request) =>
    answer.status >= 400 && isMet(request) ? { status: 200, headers: [], content: { kind: 'none' } } : answer,
  );
}

/** Faults in what becomes of stores that cannot be read as they are. */
export const STORE_MALFORMED: readonly Fault[] = [
  {
    id: 'cut-store-acknowledged',
    title: 'answers 200 to a store that ends in the middle of an instance',
    scenarios: ['malformed-stores'],
    requirements: ['STOW-009'],
    breach: 'cut-store-acknowledged',
    behaviour: () => acknowledging(isUnclosed),
  },
  {
    id: 'refused-store-kept',
    title: 'stores the parts of a body without closing delimiter before it answers 400',
    scenarios: ['malformed-stores'],
    requirements: ['STOW-009'],
    breach: 'refused-store-kept',
    behaviour: () => ({
      async handle(request, archive, next) {
        const answer = await next(request, archive);
        if (!isUnclosed(request)) return answer;
        const closing = Buffer.from(`\r\n--${boundaryOf(request)}--\r\n`);
        await next({ ...request, body: [...request.body, closing] }, archive);
        return answer;
      },
    }),
  },
  {
    id: 'form-data-acknowledged',
    title: 'answers 200 to a store of multipart/form-data, and stores nothing',
    scenarios: ['malformed-stores'],
    requirements: ['STOW-010'],
    breach: 'unsupported-store-not-refused',
    behaviour: () => acknowledging((request) => typeOf(request).startsWith('multipart/form-data')),
  },
  {
    id: 'unlabelled-store-answers-500',
    title: 'answers 500 to a store without Content-Type',
    scenarios: ['malformed-stores'],
    requirements: ['STOW-010', 'COMMON-029'],
    breach: 'unsupported-store-not-refused',
    behaviour: () =>
      changeAnswer(on('store'), (answer, request) => (typeOf(request) === '' ? { ...answer, status: 500 } : answer)),
  },
  {
    id: 'empty-store-answers-200',
    title: 'answers 200 to a store without a body',
    scenarios: ['malformed-stores'],
    requirements: ['STOW-009'],
    breach: 'unreadable-store-not-refused',
    behaviour: () => acknowledging(({ body }) => body.every((chunk) => chunk.length === 0)),
  },
];
