import { randomBytes } from 'node:crypto';
import type { NullServer } from './null-server.ts';

const FAILED_STORE = JSON.stringify({
  '00081190': { vr: 'UR' },
  '00081198': {
    vr: 'SQ',
    Value: [
      {
        '00081150': { vr: 'UI', Value: ['1.2.840.10008.5.1.4.1.1.7'] },
        '00081155': { vr: 'UI', Value: ['2.25.42'] },
        '00081197': { vr: 'US', Value: [272] },
      },
    ],
  },
});

/** Names the first thing in the body that looks like the SOP Instance UID of a DICOM file. */
function moduleFor(body: Buffer): string {
  const at = body.indexOf(Buffer.from('080018005549', 'hex'));
  const uid =
    at < 0 ? '2.25.42' : body.toString('latin1', at + 8, at + 8 + body.readUInt16LE(at + 6)).replace('\0', '');
  const item = {
    '00081150': { vr: 'UI', Value: ['1.2.840.10008.5.1.4.1.1.7'] },
    '00081155': { vr: 'UI', Value: [uid] },
    '00081190': { vr: 'UR' },
  };
  return JSON.stringify({ '00081190': { vr: 'UR' }, '00081199': { vr: 'SQ', Value: [item] } });
}

/** Every hollow server. */
export const NULL_SERVERS: readonly NullServer[] = [
  {
    id: 'always-empty-list',
    title: 'answers 200 and an empty list to everything',
    answer(_request, _body, response) {
      response.writeHead(200, { 'Content-Type': 'application/dicom+json' }).end('[]');
    },
  },
  {
    id: 'always-empty-object',
    title: 'answers 200 and an empty object to everything',
    answer(_request, _body, response) {
      response.writeHead(200, { 'Content-Type': 'application/dicom+json' }).end('{}');
    },
  },
  {
    id: 'always-empty-body',
    title: 'answers 200 and nothing to everything',
    answer(_request, _body, response) {
      response.writeHead(200, { 'Content-Length': '0' }).end();
    },
  },
  {
    id: 'always-204',
    title: 'answers 204 to everything',
    answer(_request, _body, response) {
      response.writeHead(204).end();
    },
  },
  {
    id: 'always-404',
    title: 'answers 404 to everything',
    answer(_request, _body, response) {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('not found\n');
    },
  },
  {
    id: 'always-409',
    title: 'answers 409 and a response module with a failure to everything',
    answer(_request, _body, response) {
      response.writeHead(409, { 'Content-Type': 'application/dicom+json' }).end(FAILED_STORE);
    },
  },
  {
    id: 'always-401',
    title: 'wants credentials for everything and takes none',
    answer(_request, _body, response) {
      const headers = { 'Content-Type': 'text/plain', 'WWW-Authenticate': 'Basic realm="nobody"' };
      response.writeHead(401, headers).end('credentials, please\n');
    },
  },
  {
    id: 'always-500',
    title: 'answers 500 to everything',
    answer(_request, _body, response) {
      response.writeHead(500, { 'Content-Type': 'text/plain' }).end('out of order\n');
    },
  },
  {
    id: 'echo',
    title: 'answers 200 with the body and the media type of the request',
    answer(request, body, response) {
      const type =
        request.headers['content-type'] ?? request.headers.accept?.split(',')[0] ?? 'application/octet-stream';
      response.writeHead(200, { 'Content-Type': type, 'Content-Length': String(body.length) }).end(body);
    },
  },
  {
    id: 'closes-half-way',
    title: 'closes the connection in the middle of every answer',
    answer(_request, _body, response) {
      response.writeHead(200, { 'Content-Type': 'application/dicom+json', 'Content-Length': '1000' });
      response.write('[{"00080016":{"vr":"UI","Value":["1.2.840', () => response.destroy());
    },
  },
  {
    id: 'empty-multipart',
    title: 'answers 200 with a multipart body of no part to everything',
    answer(_request, _body, response) {
      const type = 'multipart/related; type="application/dicom"; boundary=nothing';
      response.writeHead(200, { 'Content-Type': type }).end('--nothing--');
    },
  },
  {
    id: 'noise',
    title: 'answers 200 with random bytes in the media type that was asked for',
    answer(request, _body, response) {
      const accepted = request.headers.accept?.split(',')[0] ?? '*/*';
      const type = accepted.includes('*') ? 'application/octet-stream' : accepted;
      response.writeHead(200, { 'Content-Type': type }).end(randomBytes(4096));
    },
  },
  {
    id: 'store-only-in-name',
    title: 'answers every store with a plausible success, and every search with nothing',
    answer(request, body, response) {
      const stores = request.method === 'POST';
      const text = stores ? moduleFor(body) : '[]';
      const status = request.method === 'DELETE' ? 204 : 200;
      response.writeHead(status, { 'Content-Type': 'application/dicom+json' }).end(status === 204 ? undefined : text);
    },
  },
  {
    id: 'very-slow',
    title: 'sends a byte every ten seconds and never ends',
    answer(_request, _body, response) {
      response.writeHead(200, { 'Content-Type': 'application/dicom+json' });
      const timer = setInterval(() => response.write(' '), 10_000);
      timer.unref();
      response.once('close', () => clearInterval(timer));
    },
  },
];
