import type { Behaviour } from '../../behaviour.ts';
import { changeRequest, changeStatus } from '../../changes/answers.ts';
import { changeQuery } from '../../changes/query.ts';
import { textAnswer } from '../../message.ts';
import type { Fault } from '../fault.ts';

const UNQUOTED = /;\s*type=[^"]/;

/** Reads another Accept field than was sent; where none was sent, none is read. */
function changeAccept(change: (accept: string) => string): Behaviour {
  return changeRequest(
    ({ headers }) => headers.accept !== undefined,
    (request) => ({ ...request, headers: { ...request.headers, accept: change(request.headers.accept ?? '') } }),
  );
}

/** Faults in how the Accept field and the accept parameter are read. */
export const HTTP_ACCEPT: readonly Fault[] = [
  {
    id: 'accept-ignored',
    title: 'answers in the default media type whatever is acceptable',
    scenarios: ['unacceptable', 'accept', 'retrieved-types', 'several-together'],
    requirements: ['COMMON-010', 'COMMON-009', 'WADO-RS-015'],
    behaviour: () =>
      changeRequest(
        () => true,
        (request) => ({ ...request, headers: { ...request.headers, accept: '*/*' } }),
      ),
  },
  {
    id: 'unacceptable-answers-500',
    title: 'answers 500 where no acceptable type can be served',
    scenarios: ['unacceptable'],
    requirements: ['COMMON-010'],
    behaviour: () => changeStatus(() => true, 406, 500),
  },
  {
    id: 'missing-accept-is-anything',
    title: 'answers in the default media type where there is no Accept field',
    scenarios: ['accept'],
    requirements: ['COMMON-009'],
    behaviour: () =>
      changeRequest(
        () => true,
        (request) => ({ ...request, headers: { accept: '*/*', ...request.headers } }),
      ),
  },
  {
    id: 'accept-read-to-first-entry',
    title: 'takes notice of the first entry of Accept alone',
    scenarios: ['accept', 'choice-of-type'],
    requirements: ['COMMON-011'],
    behaviour: () => changeAccept((accept) => accept.replace(/,.*/, '')),
  },
  {
    id: 'accept-range-matches-nothing',
    title: 'takes application/* for a type that it does not have',
    scenarios: ['accept'],
    requirements: ['COMMON-014'],
    behaviour: () => changeAccept((accept) => accept.replaceAll('application/*', 'application/none')),
  },
  {
    id: 'accept-quality-ignored',
    title: 'sends the first type of Accept that it has, whatever its quality',
    scenarios: ['choice-of-type'],
    requirements: ['COMMON-012'],
    behaviour: () =>
      changeAccept((accept) =>
        accept
          .split(',')
          .map((entry, index) => `${entry.replace(/;\s*q=[\d.]+/, '')};q=${(1 - index / 10).toFixed(1)}`)
          .join(','),
      ),
  },
  {
    id: 'accept-zero-ignored',
    title: 'sends a type that the client rates with 0',
    scenarios: ['accept'],
    requirements: ['COMMON-013'],
    behaviour: () => changeAccept((accept) => accept.replaceAll(/;\s*q=0(?![.\d])/g, '')),
  },
  {
    id: 'accept-in-capitals-unknown',
    title: 'takes a media type in capitals for one that it does not have',
    scenarios: ['accept'],
    requirements: ['COMMON-015'],
    behaviour: () => changeAccept((accept) => accept.replaceAll(/\b[A-Z]+\/[A-Z+]+\b/g, 'application/none')),
  },
  {
    id: 'accept-parameter-ignored',
    title: 'takes no notice of the accept query parameter',
    scenarios: ['choice-of-type'],
    requirements: ['COMMON-007'],
    behaviour: () =>
      changeQuery(
        () => true,
        (query) => query.filter(([name]) => name !== 'accept'),
      ),
  },
  {
    id: 'type-parameter-has-to-be-quoted',
    title: 'cannot read a type parameter without quotation marks',
    scenarios: ['retrieved-types', 'unquoted-type'],
    requirements: ['COMMON-016'],
    behaviour: () => ({
      async handle(request, archive, next) {
        const { accept = '', 'content-type': contentType = '' } = request.headers;
        if (UNQUOTED.test(accept)) return textAnswer(406, 'the Accept field cannot be read');
        return UNQUOTED.test(contentType) ? textAnswer(415, 'the type is none') : next(request, archive);
      },
    }),
  },
];
