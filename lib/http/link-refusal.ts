import { BlockList, isIP } from 'node:net';

/** The absolute form of a URL or relative reference from an answer (RFC 3986 §5); null when it is neither. */
export function resolveLink(url: string, base: string): URL | null {
  try {
    return new URL(url, base);
  } catch {
    return null;
  }
}

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');
LOOPBACK.addAddress('0.0.0.0', 'ipv4');
LOOPBACK.addAddress('::', 'ipv6');

const LINK_LOCAL = new BlockList();
LINK_LOCAL.addSubnet('169.254.0.0', 16, 'ipv4');
LINK_LOCAL.addSubnet('fe80::', 10, 'ipv6');

function isWithin(list: BlockList, hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '');
  const family = isIP(host);
  return family !== 0 && list.check(host, family === 6 ? 'ipv6' : 'ipv4');
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname.endsWith('.localhost') || isWithin(LOOPBACK, hostname);
}

/**
 * Why a URL that a server handed out is not followed, or null when it is. A server must not be able to make the
 * harness read files, or ask services of the machine that it runs on and put their answers into a report.
 */
export function refusalOf(url: URL | null, targetBaseUrl: string): string | null {
  if (url === null) return 'it is not a URL';
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return `its scheme is ${url.protocol.slice(0, -1)}`;
  if (url.username !== '' || url.password !== '') return 'it carries credentials of its own';
  const target = new URL(targetBaseUrl);
  if (url.hostname === target.hostname) return null;
  if (isWithin(LINK_LOCAL, url.hostname)) return `${url.hostname} is a link-local address`;
  if (isLoopback(url.hostname) && !isLoopback(target.hostname)) {
    return `${url.hostname} is the machine of whoever asks, not the server's`;
  }
  return null;
}
