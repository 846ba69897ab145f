import type { NullServer } from './null-server.ts';

/** Names the first thing in the body that looks like the SOP Instance UID of a DICOM file. */
function moduleFor(body: Buffer): string {
  const at = body.indexOf(Buffer.from('080018005549', 'hex'));
  const uid =
    at < 0 ? '2.25.42' : body.toString('latin1', at + 8, at + 8 + body.readUInt16LE(at + 6)).replace('\0', '');
  const item = {
    '00081150': { vr: 'UI', Value: ['1.2.840.10008.5.1.4.1.1.7'] },
    '00081155': { vr: 'UI', Value: [uid] },
    '00081190': { vr: 'UR' },
  };
  return JSON.stringify({ '00081190': { vr: 'UR' }, '00081199': { vr: 'SQ', Value: [item] } });
}

export const storeOnlyInName: NullServer = {
  id: 'store-only-in-name',
  title: 'answers every store with a plausible success, and every search with nothing',
  answer(request, body, response) {
    const stores = request.method === 'POST';
    const text = stores ? moduleFor(body) : '[]';
    const status = request.method === 'DELETE' ? 204 : 200;
    response.writeHead(status, { 'Content-Type': 'application/dicom+json' }).end(status === 204 ? undefined : text);
  },
};
