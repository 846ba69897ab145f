import type { NullServer } from './null-server.ts';

export const verySlow: NullServer = {
  id: 'very-slow',
  title: 'sends a byte every ten seconds and never ends',
  answer(_request, _body, response) {
    response.writeHead(200, { 'Content-Type': 'application/dicom+json' });
    const timer = setInterval(() => response.write(' '), 10_000);
    timer.unref();
    response.once('close', () => clearInterval(timer));
  },
};
