import type { NullServer } from './null-server.ts';

const MODULE = JSON.stringify({
  '00081190': { vr: 'UR' },
  '00081198': {
    vr: 'SQ',
    Value: [
      {
        '00081150': { vr: 'UI', Value: ['1.2.840.10008.5.1.4.1.1.7'] },
        '00081155': { vr: 'UI', Value: ['2.25.42'] },
        '00081197': { vr: 'US', Value: [272] },
      },
    ],
  },
});

export const always409: NullServer = {
  id: 'always-409',
  title: 'answers 409 and a response module with a failure to everything',
  answer(_request, _body, response) {
    response.writeHead(409, { 'Content-Type': 'application/dicom+json' }).end(MODULE);
  },
};
