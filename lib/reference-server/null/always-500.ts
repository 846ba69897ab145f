import type { NullServer } from './null-server.ts';

export const always500: NullServer = {
  id: 'always-500',
  title: 'answers 500 to everything',
  answer(_request, _body, response) {
    response.writeHead(500, { 'Content-Type': 'text/plain' }).end('out of order\n');
  },
};
