import { followingUp } from './follow-ups.ts';
import { losingPatience } from './patience.ts';
import { createPlainTransport, type Transport, type TransportOptions } from './plain-transport.ts';
import { refusingWrites } from './read-only.ts';

/**
 * Creates the transport of one run against one target: follows redirects and comes back to a busy server, both within
 * bounds, keeps what was answered on the way, and waits shorter for what did not answer before. To a target that may only be
 * read it sends nothing that writes.
 */
export function createTransport(options: TransportOptions): Transport {
  const { target } = options;
  const plain = createPlainTransport(options);
  return losingPatience(followingUp(target.isReadOnly ? refusingWrites(plain) : plain, options), target);
}
