import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tutorialDataset } from '../../fixtures/tutorial/index.ts';
import { breach } from '../../lib/breaches/breach.ts';
import type { Behaviour } from '../../lib/reference-server/behaviour.ts';
import { startServer } from '../../lib/reference-server/listen.ts';
import { playInProcess } from '../../lib/run/in-process.ts';
import type { Scenario } from '../../lib/run/scenario.ts';
import { resolveTarget } from '../../lib/target/configuration.ts';

const XML = 'application/dicom+xml';
const JSON_TYPE = 'application/dicom+json';

/** Answers every request for metadata with the same text, which is said to lie in a cache. */
const cached: Behaviour = {
  async handle(request, archive, next) {
    if (request.route.operation !== 'metadata') return next(request, archive);
    const bytes = Buffer.from('<?xml version="1.0"?><NativeDicomModel/>');
    return { status: 200, headers: [['Age', '5']], content: { kind: 'bytes', mediaType: XML, bytes } };
  },
};

/** Asks for the same metadata as JSON, as XML and as JSON again, and finds no JSON in the first and the last answer. */
const asking: Scenario = {
  ...{ id: 'T99', title: 'asks for metadata', service: 'retrieve', covers: [], proves: [], features: [] },
  obstacle: () => null,
  async play({ dicomweb, judge }) {
    for (const accept of [JSON_TYPE, XML, JSON_TYPE]) {
      const { id } = await dicomweb.request('retrieve', 'GET', '/studies/1.2.3/metadata', { accept, headers: [] });
      if (accept === XML) continue;
      const seen = breach('metadata-not-json', { kind: 'exchange' }, { type: XML, bytes: 9 });
      await judge({
        ...{ requirement: 'WADO-RS-030', verdict: 'fail', claim: 'returns metadata', assertions: 1, breachCount: 1 },
        breaches: [{ ...seen, grade: 'fail', exchange: id }],
        exchanges: [id],
      });
    }
  },
};

test('an answer is told by what came before it, and never by what came later', async () => {
  const server = await startServer({ behaviours: [cached] });
  try {
    const target = resolveTarget({ target: server.baseUrl, embedded: true }, {});
    const [record] = await playInProcess([asking], target, tutorialDataset({ rows: 3, columns: 5 }));
    const codes = record?.findings.flatMap(({ breaches }) => breaches.map(({ code }) => code));
    assert.deepEqual(codes, ['metadata-not-json', 'answer-from-cache']);
  } finally {
    await server.close();
  }
});
