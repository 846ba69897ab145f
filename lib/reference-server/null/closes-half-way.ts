import type { NullServer } from './null-server.ts';

export const closesHalfWay: NullServer = {
  id: 'closes-half-way',
  title: 'closes the connection in the middle of every answer',
  answer(_request, _body, response) {
    response.writeHead(200, { 'Content-Type': 'application/dicom+json', 'Content-Length': '1000' });
    response.write('[{"00080016":{"vr":"UI","Value":["1.2.840', () => response.destroy());
  },
};
