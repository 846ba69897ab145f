import { changeAnswer, changeStatus, on } from '../../changes/answers.ts';
import { type Answer, textAnswer } from '../../message.ts';
import { type Fault, TUTORIAL } from '../fault.ts';

/** What an application answers to each path that it does not know. */
const PAGE: Answer = {
  status: 200,
  headers: [],
  content: {
    kind: 'bytes',
    mediaType: 'text/html; charset=utf-8',
    bytes: Buffer.from('<!DOCTYPE html><title>Archive</title>'),
  },
};

/** Faults of the status of a retrieve, and of what is answered for instances that are not stored. */
export const RETRIEVE_STATUS: readonly Fault[] = [
  {
    id: 'retrieve-answers-206',
    title: 'answers 206 to a retrieve without Range',
    scenarios: TUTORIAL.retrieve,
    requirements: ['COMMON-030'],
    breach: 'partial-content-without-range',
    behaviour: () => changeStatus(on('retrieve'), 200, 206),
  },
  {
    id: 'retrieve-answers-500',
    title: 'answers 500 with the instances in the body',
    scenarios: TUTORIAL.retrieve,
    requirements: ['WADO-RS-001', 'WADO-RS-002', 'WADO-RS-003'],
    breach: 'instances-not-retrieved',
    behaviour: () => changeStatus(on('retrieve'), 200, 500),
  },
  {
    id: 'retrieve-answers-404',
    title: 'answers 404 to a retrieve of stored instances',
    scenarios: TUTORIAL.retrieve,
    requirements: ['WADO-RS-001', 'WADO-RS-002', 'WADO-RS-003'],
    breach: 'instances-not-retrieved',
    behaviour: () => changeAnswer(on('retrieve'), () => textAnswer(404, 'not found')),
  },
  {
    id: 'unknown-answers-200',
    title: 'answers 200 with an empty multipart body to a retrieve of instances that are not stored',
    scenarios: TUTORIAL.delete,
    requirements: ['WADO-RS-018', 'DELETE-005'],
    breach: 'unknown-resource-success',
    behaviour: () =>
      changeAnswer(on('retrieve'), (answer) =>
        answer.status === 404
          ? { status: 200, headers: [], content: { kind: 'multipart', rootType: 'application/dicom', parts: [] } }
          : answer,
      ),
  },
  {
    id: 'unknown-answers-page',
    title: 'answers 200 with a page for people to whatever is not there',
    scenarios: ['T11', 'other-parent', ...TUTORIAL.delete],
    requirements: ['WADO-RS-018', 'WADO-RS-019', 'WADO-RS-044', 'DELETE-005'],
    breach: 'unknown-resource-success',
    behaviour: () =>
      changeAnswer(
        () => true,
        (answer) => (answer.status === 404 ? PAGE : answer),
      ),
  },
  {
    id: 'unknown-answers-204',
    title: 'answers 204 to a retrieve of instances that are not stored',
    scenarios: TUTORIAL.delete,
    requirements: ['WADO-RS-018'],
    breach: 'unknown-resource-success',
    behaviour: () =>
      changeAnswer(on(['retrieve', 'metadata']), (answer) =>
        answer.status === 404 ? { status: 204, headers: [], content: { kind: 'none' } } : answer,
      ),
  },
  {
    id: 'unknown-answers-500',
    title: 'answers 500 to a retrieve of instances that are not stored',
    scenarios: TUTORIAL.delete,
    requirements: ['WADO-RS-018'],
    breach: 'unknown-resource-badly-refused',
    behaviour: () => changeStatus(on(['retrieve', 'metadata']), 404, 500),
  },
  {
    id: 'bad-uid-answers-500',
    title: 'answers 500 to a path whose UID is not valid',
    scenarios: ['faulty-path'],
    requirements: ['COMMON-029', 'COMMON-032'],
    breach: 'bad-uid-not-refused',
    behaviour: () => ({
      reply: (reply, { path }) =>
        reply.status === 400 && path.split('?')[0]?.endsWith('/metadata') ? { ...reply, status: 500 } : reply,
    }),
  },
];
