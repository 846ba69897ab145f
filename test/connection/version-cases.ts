import { type Case, TOKEN } from './world.ts';

export const VERSIONS_AND_ADDRESSES: readonly Case[] = [
  // Versions of HTTP
  { name: 'the server chooses HTTP/2', given: (w) => ({ url: w.at('both'), flags: w.ca() }), sees: '2' },
  { name: 'a server of HTTP/2 alone', given: (w) => ({ url: w.at('only2'), flags: w.ca() }), sees: '2' },
  { name: '--http 2', given: (w) => ({ url: w.at('both'), flags: { ...w.ca(), http: '2' } }), sees: '2' },
  { name: '--http 1.1', given: (w) => ({ url: w.at('both'), flags: { ...w.ca(), http: '1.1' } }), sees: '1.1' },
  {
    name: '--http 1.1 where only HTTP/2 is spoken',
    given: (w) => ({ url: w.at('only2'), flags: { ...w.ca(), http: '1.1' } }),
    sees: /speaks HTTP\/2 and not HTTP\/1\.1: leave out --http 1\.1/,
  },
  {
    name: '--http 2 where only HTTP/1.1 is spoken',
    given: (w) => ({ url: w.at('tls'), flags: { ...w.ca(), http: '2' } }),
    sees: /does not speak HTTP\/2: leave out --http 2/,
  },
  {
    name: 'plain HTTP/2 by prior knowledge',
    given: (w) => ({ url: w.at('plain2', 'http'), flags: { http: '2' } }),
    sees: '2',
  },
  {
    name: 'plain HTTP/2 without prior knowledge',
    given: (w) => ({ url: w.at('plain2', 'http') }),
    sees: /HTTP\/2.*give --http 2/,
  },
  {
    name: 'prior knowledge that is wrong',
    given: (w) => ({ url: w.at('plain', 'http'), flags: { http: '2' } }),
    sees: /does not speak HTTP\/2: leave out --http 2/,
  },
  {
    name: 'credentials on HTTP/2',
    given: (w) => ({ url: w.at('both'), flags: w.ca(), env: { DICOMWEB_TOKEN: TOKEN } }),
    sees: '2',
  },
  // Addresses
  {
    name: 'nobody listens',
    given: () => ({ url: 'http://127.0.0.1:1/' }),
    sees: /cannot be reached: .*ECONNREFUSED.*Is the server running/,
  },
  {
    name: 'nobody listens, HTTPS',
    given: () => ({ url: 'https://127.0.0.1:1/' }),
    sees: /cannot be reached: .*ECONNREFUSED/,
  },
  {
    name: 'a name that does not exist',
    given: () => ({ url: 'https://nowhere.invalid/' }),
    sees: /cannot be reached: .*(ENOTFOUND|EAI_AGAIN).*Is the host name right/,
  },
];

/** For machines that have IPv6. */
export const ADDRESSES_OF_IPV6: readonly Case[] = [
  { name: 'an IPv6 address', given: (w) => ({ url: w.at('six', 'https', '[::1]'), flags: w.ca() }), sees: '1.1' },
  {
    name: 'an IPv6 address through a proxy',
    given: (w) => ({ url: w.at('six', 'https', '[::1]'), flags: w.ca(), env: { HTTPS_PROXY: w.proxy('proxy') } }),
    sees: '1.1',
  },
  {
    name: 'an IPv6 address in NO_PROXY',
    given: (w) => ({
      url: w.at('six', 'https', '[::1]'),
      flags: w.ca(),
      env: { HTTPS_PROXY: 'http://127.0.0.1:1', NO_PROXY: '[::1]' },
    }),
    sees: '1.1',
  },
];
