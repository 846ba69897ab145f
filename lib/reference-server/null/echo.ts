import type { NullServer } from './null-server.ts';

export const echo: NullServer = {
  id: 'echo',
  title: 'answers 200 with the body and the media type of the request',
  answer(request, body, response) {
    const type = request.headers['content-type'] ?? request.headers.accept?.split(',')[0] ?? 'application/octet-stream';
    response.writeHead(200, { 'Content-Type': type, 'Content-Length': String(body.length) }).end(body);
  },
};
