import { randomBytes } from 'node:crypto';
import type { NullServer } from './null-server.ts';

export const noise: NullServer = {
  id: 'noise',
  title: 'answers 200 with random bytes in the media type that was asked for',
  answer(request, _body, response) {
    const accepted = request.headers.accept?.split(',')[0] ?? '*/*';
    const type = accepted.includes('*') ? 'application/octet-stream' : accepted;
    response.writeHead(200, { 'Content-Type': type }).end(randomBytes(4096));
  },
};
