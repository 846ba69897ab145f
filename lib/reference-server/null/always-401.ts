import type { NullServer } from './null-server.ts';

export const always401: NullServer = {
  id: 'always-401',
  title: 'wants credentials for everything and takes none',
  answer(_request, _body, response) {
    const headers = { 'Content-Type': 'text/plain', 'WWW-Authenticate': 'Basic realm="nobody"' };
    response.writeHead(401, headers).end('credentials, please\n');
  },
};
