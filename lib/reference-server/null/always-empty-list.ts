import type { NullServer } from './null-server.ts';

export const alwaysEmptyList: NullServer = {
  id: 'always-empty-list',
  title: 'answers 200 and an empty list to everything',
  answer(_request, _body, response) {
    response.writeHead(200, { 'Content-Type': 'application/dicom+json' }).end('[]');
  },
};
