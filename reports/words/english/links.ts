import type { LINKS } from '../../../lib/breaches/kinds/links.ts';
import { quoted } from '../quote.ts';
import type { WordsFor } from '../telling.ts';

export const LINKS_ENGLISH: WordsFor<typeof LINKS> = {
  'retrieve-url-vr-ut': (_, seen) => ({
    headline: `${seen.request} is answered with RetrieveURL as UT instead of UR.`,
    expected: 'UR as vr',
    observed: 'UT',
    effect: 'A client that checks VRs by the dictionary refuses the attribute.',
    remedy: 'Write RetrieveURL with vr UR; UT was its VR in old editions.',
  }),
  'retrieve-url-relative': ({ url }, seen) => ({
    headline: `${seen.request} is answered with a relative RetrieveURL: ${quoted(url)}.`,
    expected: 'an absolute http or https URL',
    observed: quoted(url),
    effect: 'A client that takes RetrieveURL out of the answer does not know which server it belongs to.',
    remedy: 'Build RetrieveURL from the public base URL of the service.',
  }),
  'retrieve-url-unusable': ({ value }, seen) => ({
    headline: `${seen.request} is answered with a RetrieveURL that is no URL: ${value}.`,
    expected: 'one absolute http or https URL',
    observed: value,
    effect: 'Clients that follow RetrieveURL cannot open what it stands for.',
    remedy: 'Write one absolute URL, or leave the attribute without value.',
  }),
  'retrieve-url-of-another-resource': ({ url, path }, seen) => ({
    headline: `${seen.request} is answered with the RetrieveURL of another resource: ${quoted(url)}.`,
    expected: `a URL that ends in ${path}`,
    observed: quoted(url),
    effect: 'A viewer that follows the link shows another image than the one that was asked for.',
    remedy: 'Build each RetrieveURL from the UIDs of the object that it stands beside.',
  }),
  'link-out-of-reach': ({ url, failure }) => ({
    headline:
      failure === 'tls'
        ? `The server hands out a URL whose host has no certificate that is accepted: ${quoted(url)}.`
        : `The server hands out a URL whose host cannot be reached: ${quoted(url)}.`,
    expected: 'a host that can be reached',
    observed: failure,
    effect: 'Every client outside of the network of the server has broken links and shows no image.',
    remedy: 'Build URLs from the public base URL, honouring the forwarding headers of a proxy in front.',
  }),
};
