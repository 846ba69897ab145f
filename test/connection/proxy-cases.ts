import { type Case, PROXY_USER } from './world.ts';

export const PROXIES: readonly Case[] = [
  // Proxies
  {
    name: 'HTTPS through a proxy',
    given: (w) => ({ url: w.at('tls'), flags: w.ca(), env: { HTTPS_PROXY: w.proxy('proxy') } }),
    sees: '1.1',
  },
  {
    name: 'HTTP/2 through a proxy',
    given: (w) => ({ url: w.at('only2'), flags: w.ca(), env: { https_proxy: w.proxy('proxy') } }),
    sees: '2',
  },
  {
    name: 'plain HTTP through a proxy',
    given: (w) => ({ url: w.at('plain', 'http'), env: { HTTP_PROXY: w.proxy('proxy') } }),
    sees: '1.1',
  },
  {
    name: 'plain HTTP/2 through a proxy',
    given: (w) => ({ url: w.at('plain2', 'http'), flags: { http: '2' }, env: { http_proxy: w.proxy('proxy') } }),
    sees: '2',
  },
  {
    name: 'a proxy that wants a password, HTTPS',
    given: (w) => ({ url: w.at('tls'), flags: w.ca(), env: { HTTPS_PROXY: w.proxy('guarded', PROXY_USER) } }),
    sees: '1.1',
  },
  {
    name: 'a proxy that wants a password, plain HTTP',
    given: (w) => ({ url: w.at('plain', 'http'), env: { HTTP_PROXY: w.proxy('guarded', PROXY_USER) } }),
    sees: '1.1',
  },
  {
    name: 'a proxy that is spoken to over TLS',
    given: (w) => ({
      url: w.at('tls'),
      flags: w.ca(),
      env: { HTTPS_PROXY: w.proxy('tlsProxy').replace('http:', 'https:') },
    }),
    sees: '1.1',
  },
  {
    name: 'no password for a proxy, HTTPS',
    given: (w) => ({ url: w.at('tls'), flags: w.ca(), env: { HTTPS_PROXY: w.proxy('guarded') } }),
    sees: /the proxy 127\.0\.0\.1:\d+ \(HTTPS_PROXY\) answered .*407.*it wants a user and a password.*into the URL of the proxy/,
  },
  {
    name: 'no password for a proxy, plain HTTP',
    given: (w) => ({ url: w.at('plain', 'http'), env: { HTTP_PROXY: w.proxy('guarded') } }),
    sees: /the proxy 127\.0\.0\.1:\d+ \(HTTP_PROXY\) answered .*407.*it wants a user and a password/,
  },
  {
    name: 'a wrong password for a proxy, HTTPS',
    given: (w) => ({ url: w.at('tls'), flags: w.ca(), env: { HTTPS_PROXY: w.proxy('guarded', 'porter:wrong-4711') } }),
    sees: /407.*it refuses the user or the password/,
  },
  {
    name: 'a wrong password for a proxy, plain HTTP',
    given: (w) => ({ url: w.at('plain', 'http'), env: { HTTP_PROXY: w.proxy('guarded', 'porter:wrong-4711') } }),
    sees: /407.*it refuses the user or the password/,
  },
  {
    name: 'a proxy that is not there',
    given: (w) => ({ url: w.at('tls'), flags: w.ca(), env: { HTTPS_PROXY: 'http://127.0.0.1:1' } }),
    sees: /the proxy 127\.0\.0\.1:1 \(HTTPS_PROXY\) cannot be reached.*Is the proxy running/,
  },
  {
    name: 'a proxy that is not there, plain HTTP',
    given: (w) => ({ url: w.at('plain', 'http'), env: { HTTP_PROXY: 'http://127.0.0.1:1' } }),
    sees: /the proxy 127\.0\.0\.1:1 \(HTTP_PROXY\) cannot be reached/,
  },
  {
    name: 'a proxy that is none',
    given: (w) => ({ url: w.at('tls'), flags: w.ca(), env: { HTTPS_PROXY: w.proxy('silent') } }),
    sees: /does not answer as an HTTP proxy/,
  },
  {
    name: 'a proxy that forbids',
    given: (w) => ({ url: 'https://forbidden.example/', env: { HTTPS_PROXY: w.proxy('proxy') } }),
    sees: /403 Forbidden.*does not let anybody reach forbidden\.example:443.*NO_PROXY/,
  },
  {
    name: 'a proxy that does not reach the target',
    given: (w) => ({ url: 'https://127.0.0.1:1/', env: { HTTPS_PROXY: w.proxy('proxy') } }),
    sees: /502 Bad Gateway.*does not reach 127\.0\.0\.1:1/,
  },
  {
    name: 'NO_PROXY with the host',
    given: (w) => ({
      url: w.at('tls'),
      flags: w.ca(),
      env: { HTTPS_PROXY: 'http://127.0.0.1:1', NO_PROXY: 'example.org,127.0.0.1' },
    }),
    sees: '1.1',
  },
  {
    name: 'NO_PROXY with another port',
    given: (w) => ({
      url: w.at('tls'),
      flags: w.ca(),
      env: { HTTPS_PROXY: 'http://127.0.0.1:1', NO_PROXY: '127.0.0.1:2' },
    }),
    sees: /cannot be reached/,
  },
  {
    name: 'a proxy that is no URL',
    given: (w) => ({ url: w.at('tls'), env: { HTTPS_PROXY: 'http://[porter:secret-4711' } }),
    sees: /HTTPS_PROXY is not the URL of a proxy/,
  },
  {
    name: 'a proxy of another kind',
    given: (w) => ({ url: w.at('tls'), env: { HTTPS_PROXY: 'socks5://porter:secret-4711@127.0.0.1:1080' } }),
    sees: /HTTPS_PROXY has the scheme socks5/,
  },
];
