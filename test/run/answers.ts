import { memorySource } from '../../lib/bytes/byte-source.ts';
import type { InstanceKey } from '../../lib/deletion/ledger.ts';
import type { Exchange } from '../../lib/http/exchange.ts';

/** An answer in DICOM JSON that describes these instances by their UIDs. */
export function jsonAnswer(status: number, instances: readonly InstanceKey[]): Exchange {
  const dataSets = instances.map(({ study, series, instance }) => ({
    '00080018': { vr: 'UI', Value: [instance] },
    '0020000D': { vr: 'UI', Value: [study] },
    '0020000E': { vr: 'UI', Value: [series] },
  }));
  const body = memorySource(new TextEncoder().encode(status === 200 ? JSON.stringify(dataSets) : ''));
  return {
    id: 'test.1',
    operation: 'test',
    request: { method: 'GET', url: 'http://127.0.0.1/dicom-web', headers: [], body: null },
    response: { httpVersion: '1.1', status, reason: '', headers: [['Content-Type', 'application/dicom+json']], body },
    failure: null,
    timings: { startedAt: new Date().toISOString(), sent: 0, firstByte: 0, end: 0 },
  };
}
