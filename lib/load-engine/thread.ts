/** Entry of a worker thread: answers the coordinator's requests one after the other. */
import { parentPort } from 'node:worker_threads';
import type { FromThread, ThreadAnswers, ThreadProblem, ThreadRequest, ToThread } from './messages.ts';
import { Problem, ThreadSession } from './thread-session.ts';

const port = parentPort;
if (port === null) throw new Error('thread.ts has to run in a worker thread');

const send = (message: FromThread) => port.postMessage(message);
const session = new ThreadSession({
  log: (log) => send({ log }),
  abort: (abort) => send({ abort }),
  report: (report) => send({ report }),
  refused: (refused) => send({ refused }),
});

port.on('message', (message: ToThread) => {
  if ('interrupt' in message) {
    session.interrupt();
    return;
  }
  if ('fresh' in message) {
    session.authorize(message.refused, message.fresh);
    return;
  }
  answer(message.request).then(
    (answer) => send({ answer }),
    (error: unknown) => send({ problem: problemOf(error) }),
  );
});

function answer(request: ThreadRequest): Promise<ThreadAnswers[keyof ThreadAnswers]> {
  switch (request.kind) {
    case 'load':
      return session.load(request.bundle, request.env);
    case 'prepare':
      return session.prepare(request);
    case 'setup':
      return session.setup();
    case 'run':
      return session.run(request.setupData, request.startedAt);
    case 'teardown':
      return session.teardown(request.setupData);
    case 'summarize':
      return session.summarize(request.summary);
  }
}

function problemOf(error: unknown): ThreadProblem {
  if (error instanceof Problem) return { kind: error.kind, message: error.message };
  return { kind: 'threw', message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}
