import type { Duplex } from 'node:stream';

/**
 * Destroys the sockets of dials, given as they were opened, the last first: Node 20 ends with a segmentation fault where a
 * TLS socket is destroyed after the one that it stands on.
 */
export function destroySockets(opened: Iterable<Duplex>, error?: Error): void {
  for (const socket of [...opened].reverse()) socket.destroy(error);
}
