import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import {
  type ConnectionSettings,
  type ProxyServer,
  type ProxySettings,
  USUAL_CONNECTION,
} from '../connection/settings.ts';
import type { Target } from '../target/target.ts';

/**
 * What has k6, a program in Go, connect as the settings say. It goes past a proxy to this machine.
 * `folder` takes the file with the authorities.
 */
export function connectionVariables({
  connection = USUAL_CONNECTION,
  folder,
}: {
  readonly connection?: ConnectionSettings;
  readonly folder: string;
}): Readonly<Record<string, string>> {
  const { tls, version, proxies } = connection;
  return {
    ...proxyVariables(proxies),
    ...(tls.verify ? {} : { K6_INSECURE_SKIP_TLS_VERIFY: 'true' }),
    ...(tls.authorities === null ? {} : { SSL_CERT_FILE: authoritiesFile(tls.authorities, folder) }),
    ...(version === '1.1' ? { GODEBUG: [process.env.GODEBUG, 'http2client=0'].filter(Boolean).join(',') } : {}),
  };
}

/** In both spellings, so that none of this process counts beside them. */
function proxyVariables({ http, https, bypass }: ProxySettings): Readonly<Record<string, string>> {
  const variables = { http_proxy: proxyUrl(http), https_proxy: proxyUrl(https), no_proxy: bypass.join(',') };
  return Object.fromEntries(
    Object.entries(variables).flatMap(([name, value]) => [
      [name, value],
      [name.toUpperCase(), value],
    ]),
  );
}

function proxyUrl(proxy: ProxyServer | null): string {
  if (proxy === null) return '';
  const pair = Buffer.from((proxy.authorization ?? '').replace(/^Basic /, ''), 'base64').toString();
  const colon = pair.indexOf(':');
  const user = colon < 0 ? '' : `${[pair.slice(0, colon), pair.slice(colon + 1)].map(encodeURIComponent).join(':')}@`;
  const host = proxy.host.includes(':') ? `[${proxy.host}]` : proxy.host;
  return `${proxy.secure ? 'https' : 'http'}://${user}${host}:${proxy.port}`;
}

/** Go reads this file instead of the well-known authorities, so it has to hold them too. */
function authoritiesFile(authorities: string, folder: string): string {
  const path = join(folder, 'authorities.pem');
  writeFileSync(path, [...rootCertificates, authorities].join('\n'));
  return path;
}

/** Why a target cannot be put under load by k6; null when it can. */
export function whyNotByK6({ baseUrl, connection = USUAL_CONNECTION }: Target): string | null {
  if (connection.tls.client !== null) return 'a client certificate is not given to k6';
  if (connection.version !== '2') return null;
  return baseUrl.startsWith('https:') ? null : 'k6 speaks HTTP/2 over TLS only';
}
