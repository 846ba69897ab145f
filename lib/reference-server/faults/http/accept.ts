import type { Behaviour } from '../../behaviour.ts';
import { changeRequest, changeStatus, on } from '../../changes/answers.ts';
import { changeQuery } from '../../changes/query.ts';
import { refuse } from '../../changes/refuse.ts';
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
    title: 'answers in the default media type, whatever Accept asks for',
    scenarios: ['unacceptable', 'accept', 'retrieved-types', 'several-together'],
    requirements: ['COMMON-010', 'COMMON-009', 'WADO-RS-015'],
    breach: 'unacceptable-type-not-refused',
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
    breach: 'unacceptable-type-not-refused',
    behaviour: () => changeStatus(() => true, 406, 500),
  },
  {
    id: 'missing-accept-is-anything',
    title: 'answers in the default media type a request without Accept',
    scenarios: ['accept'],
    requirements: ['COMMON-009'],
    breach: 'missing-accept-served',
    behaviour: () =>
      changeRequest(
        () => true,
        (request) => ({ ...request, headers: { accept: '*/*', ...request.headers } }),
      ),
  },
  {
    id: 'accept-read-to-first-entry',
    title: 'reads only the first entry of Accept',
    scenarios: ['accept', 'choice-of-type'],
    requirements: ['COMMON-011'],
    breach: 'unknown-accept-entry-refused',
    behaviour: () => changeAccept((accept) => accept.replace(/,.*/, '')),
  },
  {
    id: 'accept-quotes-refused',
    title: 'answers 406 to quotation marks in Accept of a retrieve',
    scenarios: ['T04', 'T07', 'T09'],
    requirements: ['WADO-RS-001', 'WADO-RS-002', 'WADO-RS-003'],
    breach: 'accept-form-refused',
    behaviour: () =>
      refuse((request) => on('retrieve')(request) && (request.headers.accept ?? '').includes('"'), 406, 'no such type'),
  },
  {
    id: 'accept-range-matches-nothing',
    title: 'does not match application/* with any media type',
    scenarios: ['accept'],
    requirements: ['COMMON-014'],
    breach: 'accept-range-refused',
    behaviour: () => changeAccept((accept) => accept.replaceAll('application/*', 'application/none')),
  },
  {
    id: 'accept-quality-ignored',
    title: 'ignores the q values of Accept',
    scenarios: ['choice-of-type'],
    requirements: ['COMMON-012'],
    breach: 'quality-ignored',
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
    title: 'sends a media type that Accept excludes by q=0',
    scenarios: ['accept'],
    requirements: ['COMMON-013'],
    breach: 'excluded-type-sent',
    behaviour: () => changeAccept((accept) => accept.replaceAll(/;\s*q=0(?![.\d])/g, '')),
  },
  {
    id: 'accept-in-capitals-unknown',
    title: 'does not recognise a media type in capital letters',
    scenarios: ['accept'],
    requirements: ['COMMON-015'],
    breach: 'type-in-capitals-refused',
    behaviour: () => changeAccept((accept) => accept.replaceAll(/\b[A-Z]+\/[A-Z+]+\b/g, 'application/none')),
  },
  {
    id: 'accept-parameter-ignored',
    title: 'ignores the accept query parameter',
    scenarios: ['choice-of-type'],
    requirements: ['COMMON-007'],
    breach: 'accept-parameter-ignored',
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
    breach: 'unquoted-type-refused',
    behaviour: () => ({
      async handle(request, archive, next) {
        const { accept = '', 'content-type': contentType = '' } = request.headers;
        if (UNQUOTED.test(accept)) return textAnswer(406, 'the Accept field cannot be read');
        return UNQUOTED.test(contentType) ? textAnswer(415, 'the type is none') : next(request, archive);
      },
    }),
  },
];
