import { BlockList, isIP } from 'node:net';
import type { ConnectionSettings, ProxyServer } from './settings.ts';

/** Where a connection is to lead. */
export interface Destination {
  readonly secure: boolean;
  /** Name or address, without brackets. */
  readonly host: string;
  readonly port: number;
}

export function destinationOf(url: URL): Destination {
  const secure = url.protocol === 'https:';
  const port = url.port === '' ? (secure ? 443 : 80) : Number(url.port);
  return { secure, host: url.hostname.replace(/^\[|\]$/g, ''), port };
}

/** `host:port`, an IPv6 address in brackets (RFC 3986 §3.2.2). */
export function authorityOf({ host, port }: Pick<Destination, 'host' | 'port'>): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** The proxy that leads to a destination; null where it is reached directly. */
export function proxyFor(
  destination: Destination,
  { proxies }: Pick<ConnectionSettings, 'proxies'>,
): ProxyServer | null {
  const proxy = destination.secure ? proxies.https : proxies.http;
  if (proxy === null || proxies.bypass.some((pattern) => isBypassed(destination, pattern))) return null;
  return proxy;
}

/**
 * One entry of NO_PROXY, as curl and Go read it: `*`, a name with all names below it, with or without a leading dot, an
 * address, a range of addresses such as 10.0.0.0/8; each with a port where only that port is meant.
 */
function isBypassed({ host, port }: Destination, pattern: string): boolean {
  if (pattern === '*') return true;
  const [, bracketed, plain, only] = /^(?:\[([^\]]+)\]|([^:]*(?:::?[^:]*){2,}|[^:]*?))(?::(\d+))?$/.exec(pattern) ?? [];
  const wanted = (bracketed ?? plain ?? pattern).toLowerCase();
  if (only !== undefined && Number(only) !== port) return false;
  const family = isIP(host);
  const [network = '', bits] = wanted.split('/');
  if (bits !== undefined) return family !== 0 && isIP(network) === family && isInRange(host, network, Number(bits));
  if (family !== 0) return isIP(network) === family && isInRange(host, network, family === 6 ? 128 : 32);
  const name = wanted.replace(/^\*?\./, '');
  return host.toLowerCase() === name || host.toLowerCase().endsWith(`.${name}`);
}

function isInRange(host: string, network: string, bits: number): boolean {
  const family = isIP(host) === 6 ? 'ipv6' : 'ipv4';
  if (!(bits >= 0 && bits <= (family === 'ipv6' ? 128 : 32))) return false;
  const list = new BlockList();
  list.addSubnet(network, bits, family);
  return list.check(host, family);
}
