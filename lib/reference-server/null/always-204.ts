import type { NullServer } from './null-server.ts';

export const always204: NullServer = {
  id: 'always-204',
  title: 'answers 204 to everything',
  answer(_request, _body, response) {
    response.writeHead(204).end();
  },
};
