import { isIPv6 } from 'node:net';

export const DEFAULT_HOST = '127.0.0.1';

/** Addresses that stand for every interface, and the one of this machine that a client can use instead. */
const WILDCARDS: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '::1' };

/** A host that a server listens on, as it stands in a URL that leads to it from the same machine. */
export function urlHost(host: string): string {
  const reachable = WILDCARDS[host] ?? host;
  return isIPv6(reachable) ? `[${reachable}]` : reachable;
}

/** Whether only programs on this machine can reach a server that listens there. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}
