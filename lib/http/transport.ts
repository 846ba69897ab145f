import { followingUp } from './follow-ups.ts';
import { createPlainTransport, type Transport, type TransportOptions } from './plain-transport.ts';
import { refusingWrites } from './read-only.ts';

/**
 * Creates the transport of one run against one target: follows redirects and comes back to a busy server, both within
 * bounds, and keeps what was answered on the way. To a target that may only be read it sends nothing that writes.
 */
export function createTransport(options: TransportOptions): Transport {
  const plain = createPlainTransport(options);
  return followingUp(options.target.isReadOnly ? refusingWrites(plain) : plain, options);
}
