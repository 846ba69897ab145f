import type { NullServer } from './null-server.ts';

export const alwaysEmptyBody: NullServer = {
  id: 'always-empty-body',
  title: 'answers 200 and nothing to everything',
  answer(_request, _body, response) {
    response.writeHead(200, { 'Content-Length': '0' }).end();
  },
};
