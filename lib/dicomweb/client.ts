import type { ByteSource } from '../bytes/byte-source.ts';
import { HARNESS } from '../harness.ts';
import type { Exchange, Header } from '../http/exchange.ts';
import { refusalOf, resolveHandedOut } from '../http/link-refusal.ts';
import { writeMultipart } from '../http/multipart-writer.ts';
import type { Transport } from '../http/plain-transport.ts';
import { credentialHeaders } from '../http/redaction.ts';
import type { ServiceRoots, Target } from '../target/target.ts';
import type { DicomWebClient, RequestOptions, ResourcePath } from './operations.ts';
import { queryString, resourcePath, searchPath } from './paths.ts';

interface DicomWebClientOptions {
  readonly target: Target;
  readonly transport: Transport;
  /** A new id for each exchange, such as `T04.1`. */
  readonly nextExchangeId: () => string;
}

interface Request {
  readonly operation: string;
  readonly method: string;
  readonly url: string;
  readonly accept: string | null;
  readonly options: RequestOptions | undefined;
  readonly headers?: readonly Header[];
  readonly body?: ByteSource;
}

const DICOM_JSON = 'application/dicom+json';
const FRAMES = 'multipart/related; type="application/octet-stream"';
const ANYTHING = '*/*';

/**
 * The operations of the Studies Service over a transport, as an ordinary and correct client sends them: Accept on
 * every request, one media type asked for, nothing that a profile does not claim.
 */
export function createDicomWebClient({ target, transport, nextExchangeId }: DicomWebClientOptions): DicomWebClient {
  const origins = new Set(Object.values(target.roots).map((root) => new URL(root).origin));
  const syntax = target.profile.retrieveTransferSyntax;
  const withSyntax = (mediaType: string): string =>
    syntax === null ? mediaType : `${mediaType}; transfer-syntax=${syntax}`;
  const multipart = withSyntax('multipart/related; type="application/dicom"');
  const instance = target.profile.instanceAccept === 'single-part' ? withSyntax('application/dicom') : multipart;

  const send = ({ operation, method, url, accept, options, headers = [], body }: Request): Promise<Exchange> => {
    const own = origins.has(new URL(url).origin);
    const accepted = options?.accept === undefined ? accept : options.accept;
    const id = nextExchangeId();
    return transport.send({
      id,
      operation,
      method,
      url,
      headers: merged(
        [
          // With the id, so that a vendor finds the request in the server's log.
          ['User-Agent', `${HARNESS.name}/${HARNESS.version} (${id})`],
          ...(accepted === null ? [] : [['Accept', accepted] as const]),
          // Without this field every content coding would be acceptable, and none could be held against a server.
          ['Accept-Encoding', 'identity'],
          ...headers,
          ...(own && !options?.isAnonymous ? credentialHeaders(target.credentials) : []),
          ...(own ? target.extraHeaders : []),
        ],
        options?.headers ?? [],
      ),
      body: body ?? null,
    });
  };
  const get = (operation: string, url: string, accept: string, options?: RequestOptions): Promise<Exchange> =>
    send({ operation, method: 'GET', url, accept, options });
  const retrieved = (path: ResourcePath): string => target.roots.retrieve + resourcePath(path);

  return {
    store(instances, study, options) {
      const headers: readonly Header[] = [['Content-Type', 'application/dicom']];
      const message = writeMultipart(
        'application/dicom',
        instances.map((body) => ({ headers, body })),
      );
      return send({
        operation: study === undefined ? 'store instances' : 'store instances into a study',
        method: 'POST',
        url: `${target.roots.store}${study === undefined ? '/studies' : resourcePath({ study })}`,
        accept: DICOM_JSON,
        options,
        headers: [['Content-Type', message.contentType]],
        body: message.body,
      });
    },
    retrieveStudy: (path, options) => get('retrieve study', retrieved(path), multipart, options),
    retrieveSeries: (path, options) => get('retrieve series', retrieved(path), multipart, options),
    retrieveInstance: (path, options) => get('retrieve instance', retrieved(path), instance, options),
    retrieveMetadata: (path, options) =>
      get(`retrieve ${levelOf(path)} metadata`, `${retrieved(path)}/metadata`, DICOM_JSON, options),
    retrieveFrames: (path, frames, options) =>
      get('retrieve frames', `${retrieved(path)}/frames/${frames.join(',')}`, FRAMES, options),
    retrieveRendered: (path, options) =>
      get(`retrieve rendered ${levelOf(path)}`, `${retrieved(path)}/rendered`, 'image/jpeg', options),
    retrieveUrl(url, base, options) {
      const operation = 'follow a URL of the server';
      const resolved = resolveHandedOut(url, base);
      const refusal = refusalOf(resolved, target.baseUrl);
      return resolved === null || refusal !== null
        ? Promise.resolve(notSent(nextExchangeId(), operation, url, refusal ?? 'not a URL'))
        : get(operation, resolved.href, ANYTHING, options);
    },
    search: (resource, query, options) =>
      get(
        `search ${resource.level}`,
        target.roots.search + searchPath(resource) + queryString(query),
        DICOM_JSON,
        options,
      ),
    delete: (path) =>
      send({
        operation: `delete ${levelOf(path)}`,
        method: 'DELETE',
        url: target.roots.delete + resourcePath(path),
        accept: ANYTHING,
        options: undefined,
      }),
    request: (service: keyof ServiceRoots, method, path, options) =>
      send({
        operation: `${method} ${path.split('?', 1)[0]}`,
        method,
        url: target.roots[service] + path,
        accept: ANYTHING,
        options,
        ...(options?.body ? { body: options.body } : {}),
      }),
  };
}

/** Fields given for a request replace the ones that it would have had by the same name. */
function merged(usual: readonly Header[], given: readonly Header[]): Header[] {
  const replaced = new Set(given.map(([name]) => name.toLowerCase()));
  return [...usual.filter(([name]) => !replaced.has(name.toLowerCase())), ...given];
}

function levelOf(path: ResourcePath): string {
  return 'instance' in path ? 'instance' : 'series' in path ? 'series' : 'study';
}

/** The record of a request that the harness declined to send. */
function notSent(id: string, operation: string, url: string, why: string): Exchange {
  return {
    id,
    operation,
    request: { method: 'GET', url: url.slice(0, 8192), headers: [], body: null },
    response: null,
    failure: { code: 'not-sent', message: `not sent: ${why}` },
    timings: { startedAt: new Date().toISOString(), sent: null, firstByte: null, end: 0 },
  };
}
