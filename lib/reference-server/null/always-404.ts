import type { NullServer } from './null-server.ts';

export const always404: NullServer = {
  id: 'always-404',
  title: 'answers 404 to everything',
  answer(_request, _body, response) {
    response.writeHead(404, { 'Content-Type': 'text/plain' }).end('not found\n');
  },
};
