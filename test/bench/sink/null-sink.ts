import { fork } from 'node:child_process';
import type { SinkStatistics } from './sink-process.ts';

export type { SinkStatistics } from './sink-process.ts';

/** A server that does as little as it can, in a process of its own on the loopback interface. */
export interface NullSink {
  readonly url: string;
  readonly pid: number;
  statistics(): Promise<SinkStatistics>;
  /** Ends the process. It also ends by itself when this process does. */
  stop(): Promise<void>;
}

/**
 * Starts a null sink. It acknowledges whatever is stored, by the SOP Instance UIDs that it finds in the file meta
 * information; `/bytes/N` gives N bytes; every other request is answered with 200 and an empty list.
 * @throws Error when the process cannot start
 */
export async function startNullSink(): Promise<NullSink> {
  const child = fork(new URL('./sink-process.ts', import.meta.url), {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const next = <Message>() =>
    new Promise<Message>((resolve, reject) => {
      const onExit = () => reject(new Error('the null sink ended'));
      child.once('exit', onExit);
      child.once('message', (message) => {
        child.off('exit', onExit);
        resolve(message as Message);
      });
    });
  const { port } = await next<{ readonly port: number }>();
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    statistics() {
      const answer = next<SinkStatistics>();
      child.send('statistics');
      return answer;
    },
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.disconnect();
      await ended;
    },
  };
}
