import { followingUp } from './follow-ups.ts';
import { createPlainTransport, type Transport, type TransportOptions } from './plain-transport.ts';

/**
 * Creates the transport of one run against one target: follows redirects and comes back to a busy server, both within
 * bounds, and keeps what was answered on the way.
 */
export function createTransport(options: TransportOptions): Transport {
  return followingUp(createPlainTransport(options), options);
}
