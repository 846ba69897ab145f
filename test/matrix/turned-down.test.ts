import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tutorialDataset } from '../../fixtures/tutorial/index.ts';
import type { Behaviour } from '../../lib/reference-server/behaviour.ts';
import { startServer } from '../../lib/reference-server/listen.ts';
import { type Answer, textAnswer } from '../../lib/reference-server/message.ts';
import { startReferenceServer } from '../../lib/reference-server/server.ts';
import { FAILURE_REASON } from '../../lib/reference-server/store/outcome.ts';
import type { Verdict } from '../../lib/results/verdict.ts';
import { playInProcess } from '../../lib/run/in-process.ts';
import { resolveTarget } from '../../lib/target/configuration.ts';
import { RICH_INSTANCE } from '../../scenarios/duties/rich-instance.ts';
import { TUTORIAL } from '../../scenarios/tutorial/index.ts';

const STORES = TUTORIAL.filter(({ service }) => service === 'store');
const MULTI_FRAME = '1.2.840.10008.5.1.4.1.1.7.3';

/** A server that answers the store of the rich instance in its own way and keeps nothing of it. */
function answering(answer: (instance: string) => Answer): Behaviour {
  return {
    async handle(request, archive, next) {
      const usual = await next(request, archive);
      const [rich] = archive.select().filter(({ sopClass }) => sopClass === MULTI_FRAME);
      if (request.route.operation !== 'store' || !rich) return usual;
      archive.remove(rich);
      return answer(rich.instance);
    },
  };
}

function failedFor(reason: number): (instance: string) => Answer {
  return (instance) => {
    const item = {
      '00081150': { vr: 'UI', Value: [MULTI_FRAME] },
      '00081155': { vr: 'UI', Value: [instance] },
      '00081197': { vr: 'US', Value: [reason] },
    } as const;
    const value = { '00081190': { vr: 'UR' }, '00081198': { vr: 'SQ', Value: [item] } } as const;
    return { status: 409, headers: [], content: { kind: 'json', mediaType: 'application/dicom+json', value } };
  };
}

const CASES: readonly (readonly [told: string, answer: (instance: string) => Answer, reason: string])[] = [
  ['409 for its SOP class', failedFor(FAILURE_REASON.sopClassNotSupported), 'not-claimed'],
  ['415 without a word', () => textAnswer(415, 'no'), 'not-claimed'],
  ['409 for a processing failure', failedFor(FAILURE_REASON.processingFailure), 'prerequisite-failed'],
  ['400', () => textAnswer(400, 'bad request'), 'prerequisite-failed'],
  ['500', () => textAnswer(500, 'sorry'), 'prerequisite-failed'],
];

for (const [told, answer, reason] of CASES) {
  test(`the rich instance, answered ${told}, is ${reason}`, async () => {
    const server = await startServer({ behaviours: [answering(answer)] });
    try {
      const target = resolveTarget({ target: server.baseUrl, embedded: true }, {});
      const short = { ...target, profile: { ...target.profile, visibilityWindowMs: 0 } };
      const played = await playInProcess([...STORES, RICH_INSTANCE], short, tutorialDataset({ rows: 3, columns: 5 }));
      const rich = played.find(({ id }) => id === RICH_INSTANCE.id);
      assert.deepEqual([rich?.verdict, rich?.reason], ['incomplete', reason]);
    } finally {
      await server.close();
    }
  });
}

test('metadata of the rich instance is judged where a product does not claim retrieve', async () => {
  const server = await startReferenceServer({ faults: ['metadata-gaps-closed'] });
  try {
    const target = resolveTarget({ target: server.baseUrl, embedded: true }, {});
    const features = { ...target.profile.features, retrieve: 'no' } as const;
    const profile = { ...target.profile, features, visibilityWindowMs: 0 };
    const dataset = tutorialDataset({ rows: 3, columns: 5 });
    const played = await playInProcess([...STORES, RICH_INSTANCE], { ...target, profile }, dataset);
    const rich = played.find(({ id }) => id === RICH_INSTANCE.id);
    const withVerdict = (verdict: Verdict) =>
      new Set(rich?.findings.filter((one) => one.verdict === verdict).map(({ requirement }) => requirement));
    assert.ok(withVerdict('fail').has('JSON-017'));
    assert.ok(withVerdict('pass').has('JSON-002'));
    assert.ok(withVerdict('incomplete').has('STOW-032'), 'that every pixel comes back, only a retrieve can show');
  } finally {
    await server.close();
  }
});
