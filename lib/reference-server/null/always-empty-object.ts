import type { NullServer } from './null-server.ts';

export const alwaysEmptyObject: NullServer = {
  id: 'always-empty-object',
  title: 'answers 200 and an empty object to everything',
  answer(_request, _body, response) {
    response.writeHead(200, { 'Content-Type': 'application/dicom+json' }).end('{}');
  },
};
