import type { Exchange, Header } from '../http/exchange.ts';
import { refusalOf, resolveLink } from '../http/link-refusal.ts';
import { writeMultipart } from '../http/multipart-writer.ts';
import type { DicomWebClient, RequestOptions, ResourcePath } from './operations.ts';
import { levelOf, queryString, resourcePath, searchPath } from './paths.ts';
import { ANYTHING, requestSender, type SendingOptions } from './send.ts';

const DICOM_JSON = 'application/dicom+json';
const FRAMES = 'multipart/related; type="application/octet-stream"';

/**
 * The operations of the Studies Service over a transport, as an ordinary and correct client sends them: Accept on
 * every request, one media type asked for, nothing that a profile does not claim. It cannot delete: lib/deletion does.
 */
export function createDicomWebClient(sending: SendingOptions): DicomWebClient {
  const { target, nextExchangeId } = sending;
  const syntax = target.profile.retrieveTransferSyntax;
  const withSyntax = (mediaType: string): string =>
    syntax === null ? mediaType : `${mediaType}; transfer-syntax=${syntax}`;
  const multipart = withSyntax('multipart/related; type="application/dicom"');
  const instance = target.profile.instanceAccept === 'single-part' ? withSyntax('application/dicom') : multipart;

  const send = requestSender(sending);
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
      const resolved = resolveLink(url, base);
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
    request(service, method, path, options) {
      if (method.toUpperCase() === 'DELETE') throw new TypeError('a DELETE is sent by lib/deletion only');
      return send({
        operation: `${method} ${path.split('?', 1)[0]}`,
        method,
        url: target.roots[service] + path,
        accept: ANYTHING,
        options,
        ...(options?.body ? { body: options.body } : {}),
      });
    },
  };
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
