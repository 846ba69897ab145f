import type { NullServer } from './null-server.ts';

export const emptyMultipart: NullServer = {
  id: 'empty-multipart',
  title: 'answers 200 with a multipart body of no part to everything',
  answer(_request, _body, response) {
    const type = 'multipart/related; type="application/dicom"; boundary=nothing';
    response.writeHead(200, { 'Content-Type': type }).end('--nothing--');
  },
};
