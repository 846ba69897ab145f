import type { MessageRecord, Results } from '../../lib/results/results.ts';

/** Fields whose values tell of the protocol and of nobody. Of any other one only the name is kept. */
const HARMLESS = new Set([
  ...['accept', 'accept-charset', 'accept-encoding', 'accept-ranges', 'allow', 'cache-control', 'connection'],
  ...['content-encoding', 'content-length', 'content-location', 'content-range', 'content-type', 'date', 'etag'],
  ...['expect', 'keep-alive', 'last-modified', 'location', 'retry-after', 'server', 'transfer-encoding', 'vary'],
]);

/** Header fields without the values that can hold tokens or names. */
export function sharedHeaders(headers: MessageRecord['headers']): MessageRecord['headers'] {
  return headers.map(([name, value]) => [name, HARMLESS.has(name.toLowerCase()) ? value : 'left out'] as const);
}

/** Where the texts of the standard and of its web pages lie. */
const PUBLIC = /^(?:dicom\.nema\.org|www\.rfc-editor\.org|www\.w3\.org)$/i;
const SHARED_HOST = 'server.example';
/** A name so short could be a part of any word. */
const SHORTEST = 4;

/** Replaces every address of a run, and every name of a host that it met, in a text. */
export function hostRedactor(results: Results): (text: string) => string {
  const { baseUrl, roots } = results.target;
  const bases = [baseUrl, ...Object.values(roots ?? {})];
  const hosts = hostsIn(JSON.stringify(results));
  const names = [...new Set([...hosts, ...hosts.map((host) => host.replace(/:\d+$/, ''))])]
    .filter((name) => name.length >= SHORTEST)
    .toSorted((left, right) => right.length - left.length);
  return (text) => {
    const based = [...new Set(bases)]
      .toSorted((left, right) => right.length - left.length)
      .reduce((left, base) => left.replaceAll(base, `http://${SHARED_HOST}/dicom-web`), text);
    return names
      .reduce((left, name) => left.replace(new RegExp(escaped(name), 'gi'), SHARED_HOST), based)
      .replace(/\b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}(?![\d.])(?::\d+)?/g, (address, at: number, all: string) =>
        /[\d.]/.test(all.charAt(at - 1)) ? address : SHARED_HOST,
      );
  };
}

/** Host and port of every absolute URL in a text, but those of the standard. */
function hostsIn(text: string): string[] {
  const found = [...text.matchAll(/\b(?:https?|wss?):\/\/([^\s"'\\/?#<>,;)\]}]+)/gi)].map(([, host = '']) => host);
  return [...new Set(found)].filter((host) => !PUBLIC.test(host));
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
