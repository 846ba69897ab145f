/** Entry of the null sink's process; see `null-sink.ts`. */
import { createServer } from 'node:net';
import { SinkConnection } from './sink-connection.ts';

/** What a null sink has seen, and what it took. */
export interface SinkStatistics {
  readonly requests: number;
  readonly instances: number;
  readonly bytesReceived: number;
  readonly bytesSent: number;
  /** CPU time of the process so far. */
  readonly cpuSeconds: number;
}

const counters = { requests: 0, instances: 0, bytesReceived: 0, bytesSent: 0 };
const server = createServer({ noDelay: true }, (socket) => new SinkConnection(socket, counters));

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the null sink has no port');
  process.send?.({ port: address.port });
});

process.on('message', () => {
  const { user, system } = process.cpuUsage();
  const statistics: SinkStatistics = { ...counters, cpuSeconds: (user + system) / 1e6 };
  process.send?.(statistics);
});
process.on('disconnect', () => process.exit());
