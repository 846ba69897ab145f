/** Which version of HTTP is spoken: `auto` lets the server choose in the TLS handshake (ALPN, RFC 7301). */
export type HttpVersion = 'auto' | '1.1' | '2';
export const HTTP_VERSIONS = ['auto', '1.1', '2'] as const satisfies readonly HttpVersion[];

/** How connections to a target are made. Plain data, so that it can be handed to another thread. Holds secrets. */
export interface ConnectionSettings {
  readonly version: HttpVersion;
  readonly tls: TlsSettings;
  readonly proxies: ProxySettings;
}

export interface TlsSettings {
  /** PEM of authorities that are trusted beside the well-known ones; null for those alone. */
  readonly authorities: string | null;
  /** The file that they were read from, for commands that a reader repeats; absent where there is none. */
  readonly authoritiesFile?: string;
  /** Shown to a server that asks for one (mutual TLS); null where there is none. */
  readonly client: ClientCertificate | null;
  /** False takes every certificate, whoever signed it and whatever its name and date. */
  readonly verify: boolean;
}

/** PEM texts. */
export interface ClientCertificate {
  /** The certificate, and those between it and the authority. */
  readonly certificate: string;
  readonly key: string;
  readonly passphrase: string | null;
  /** Whom it is offered to, each as `host:port`: a link of a server may lead to one that must not learn who asks. */
  readonly destinations: readonly string[];
}

export interface ProxySettings {
  /** For http: URLs. */
  readonly http: ProxyServer | null;
  /** For https: URLs. */
  readonly https: ProxyServer | null;
  /** Hosts that are reached directly, as NO_PROXY names them. */
  readonly bypass: readonly string[];
}

export interface ProxyServer {
  readonly secure: boolean;
  readonly host: string;
  readonly port: number;
  /** Value of Proxy-Authorization; null where the proxy's URL names no user. */
  readonly authorization: string | null;
  /** The variable that named it, for messages. */
  readonly variable: string;
}

/** No proxy, no client certificate, every server verified against the well-known authorities. */
export const USUAL_CONNECTION: ConnectionSettings = {
  version: 'auto',
  tls: { authorities: null, client: null, verify: true },
  proxies: { http: null, https: null, bypass: [] },
};

/** What of the settings a peer may write back, and nobody may read: a proxy is sent its password. */
export function echoedSecrets({ proxies }: ConnectionSettings): string[] {
  return [proxies.http, proxies.https].flatMap((proxy) => {
    if (proxy === null || proxy.authorization === null) return [];
    const encoded = proxy.authorization.replace(/^Basic /, '');
    const pair = Buffer.from(encoded, 'base64').toString();
    return [encoded, pair.slice(pair.indexOf(':') + 1)].filter((secret) => secret !== '');
  });
}
