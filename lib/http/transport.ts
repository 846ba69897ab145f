import { followingUp } from './follow-ups.ts';
import { losingPatience } from './patience.ts';
import { createPlainTransport, type Transport, type TransportOptions } from './plain-transport.ts';

/**
 * Creates the transport of one run against one target: follows redirects and comes back to a busy server, both within
 * bounds, keeps what was answered on the way, and waits shorter for what did not answer before.
 */
export function createTransport(options: TransportOptions): Transport {
  return losingPatience(followingUp(createPlainTransport(options), options), options.target.timeoutMs);
}
