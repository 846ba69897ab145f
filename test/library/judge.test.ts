import assert from 'node:assert/strict';
import { describe, type TestContext, test } from 'node:test';
import { tutorialDataset } from '../../fixtures/tutorial/index.ts';
import { DicomWebClient } from '../../lib/library/client.ts';
import { inWords } from '../../lib/library/in-words.ts';
import { judge, judgeExchange, UnknownRequirement } from '../../lib/library/judge.ts';
import { toConform } from '../../lib/library/matcher.ts';
import { storeStudy } from '../../lib/library/stored-study.ts';
import { startReferenceServer } from '../../lib/reference-server/server.ts';
import type { RequirementId } from '../../lib/requirements/requirement-ids.ts';
import { SMALL } from './small.ts';

async function clientOf(t: TestContext, ...faults: readonly string[]): Promise<DicomWebClient> {
  const server = await startReferenceServer({ faults });
  const client = new DicomWebClient(server.baseUrl);
  t.after(() => {
    client.close();
    return server.close();
  });
  return client;
}

describe('a requirement is judged by one exchange', () => {
  test('of every operation that a sound server answers', async (t) => {
    const client = await clientOf(t);
    const study = await storeStudy(client, tutorialDataset(SMALL));
    const [store] = study.stores;
    assert.ok(store);
    const { sample: target } = study;
    const series = { study: target.study, series: target.series };
    const cases = [
      [store, 'STOW-006', 'STOW-016'],
      [await client.retrieveStudy(study), 'WADO-RS-001', 'WADO-RS-004', 'STOW-032', 'MP-001', 'COMMON-001'],
      [await client.retrieveSeries(series), 'WADO-RS-002'],
      [await client.retrieveInstance(target), 'WADO-RS-003'],
      [await client.retrieveMetadata(study), 'WADO-RS-030', 'JSON-001'],
      [await client.retrieveFrames(target, [1]), 'WADO-RS-040'],
      [await client.retrieveRendered(target), 'WADO-RS-060'],
      [await client.search({ level: 'studies' }, [['StudyInstanceUID', study.study]]), 'QIDO-001', 'QIDO-024'],
    ] as const;
    for (const [exchange, ...ids] of cases) {
      for (const id of ids) {
        const judgement = judge(id, exchange);
        assert.equal(judgement.verdict, 'pass', inWords(judgement, exchange));
        assert.ok(judgement.findings.some(({ assertions }) => assertions > 0));
      }
      assert.deepEqual(
        judgeExchange(exchange).filter(({ verdict }) => verdict === 'fail'),
        [],
      );
    }
    assert.deepEqual(await study.remove(), []);
  });

  for (const [fault, id, ask] of [
    ['study-misses-one', 'WADO-RS-004', 'retrieveStudy'],
    ['pixel-bit-flipped', 'STOW-032', 'retrieveStudy'],
    ['metadata-pixels-as-numbers', 'JSON-019', 'retrieveMetadata'],
  ] as const) {
    test(`and ${fault} breaks ${id}, in words`, async (t) => {
      const client = await clientOf(t, fault);
      const study = await storeStudy(client, tutorialDataset(SMALL));
      const exchange = await client[ask](study);
      const judgement = judge(id, exchange);
      assert.equal(
        judgement.verdict === 'pass' || judgement.verdict === 'incomplete',
        false,
        JSON.stringify(judgement),
      );
      const words = inWords(judgement, exchange);
      assert.match(words, new RegExp(`^${id}: (does not conform|departs)`));
      assert.match(words, /observed: /);
      assert.match(words, /again: curl /);
    });
  }
});

describe('what was not judged does not pass', () => {
  test('an exchange that no client made, or of an unusual request', async (t) => {
    const client = await clientOf(t);
    const study = await storeStudy(client, tutorialDataset(SMALL));
    const exchange = await client.retrieveStudy(study);
    assert.match(judge('WADO-RS-001', { ...exchange }).why, /not one of a DicomWebClient/);
    const unusual = await client.retrieveStudy(study, { isAnonymous: true });
    assert.equal(judge('WADO-RS-001', unusual).verdict, 'incomplete');
    assert.equal(judge('COMMON-001', unusual).verdict, 'pass');
  });

  test('a study of which it is not known what it holds, until it is said', async (t) => {
    const client = await clientOf(t);
    const { instances } = tutorialDataset(SMALL);
    const [{ study }] = instances as [(typeof instances)[0]];
    await client.store(instances);
    const exchange = await client.retrieveStudy({ study });
    const unknown = judge('WADO-RS-001', exchange);
    assert.equal(unknown.verdict, 'incomplete');
    assert.match(unknown.why, /what is stored is not known/);
    assert.equal(judge('WADO-RS-001', exchange, { stored: instances }).verdict, 'pass');
    assert.equal(judge('WADO-RS-004', exchange, { stored: instances.slice(1) }).verdict, 'fail');
  });

  test('a store that the server may refuse', async (t) => {
    const client = await clientOf(t);
    const [one] = tutorialDataset(SMALL).instances;
    assert.ok(one);
    for (const exchange of [
      await client.store([one], '1.2.3'),
      await client.store([new TextEncoder().encode('no DICOM file')]),
      await client.store([one, new Uint8Array(300)]),
    ]) {
      assert.equal(judge('STOW-006', exchange).verdict, 'incomplete');
      assert.equal(judge('COMMON-001', exchange).verdict, 'pass');
    }
    assert.equal(judge('STOW-006', await client.store([one])).verdict, 'pass');
  });

  test('nothing of a search by what only the server can know', async (t) => {
    const client = await clientOf(t);
    await storeStudy(client, tutorialDataset(SMALL));
    const exchange = await client.search({ level: 'studies' }, [['PatientName', '*']]);
    assert.equal(judge('QIDO-001', exchange).verdict, 'incomplete');
    const page = await client.search({ level: 'studies' }, [['limit', '1']]);
    assert.equal(judge('QIDO-001', page).verdict, 'incomplete');
  });

  test('and a requirement that does not exist is no requirement', async (t) => {
    const client = await clientOf(t);
    const exchange = await client.search({ level: 'studies' });
    // A program in JavaScript is not told by its compiler.
    const unknown = 'WADO-RS-0001' as RequirementId;
    assert.throws(() => judge(unknown, exchange), UnknownRequirement);
    assert.throws(() => judge(unknown, exchange), /did you mean WADO-RS-001/);
  });
});

test('the matcher fails for what was not judged, under not as well', async (t) => {
  const client = await clientOf(t, 'study-misses-one');
  const study = await storeStudy(client, tutorialDataset(SMALL));
  const exchange = await client.retrieveStudy(study);
  const matched = (id: RequirementId, isNot: boolean) => toConform.call({ isNot }, exchange, id);
  assert.equal(matched('WADO-RS-001', false).pass, true);
  assert.equal(matched('WADO-RS-004', false).pass, false);
  for (const isNot of [false, true]) {
    // Playwright takes a pass under `not` for a failure.
    assert.equal(matched('QIDO-001', isNot).pass, isNot);
    assert.match(matched('QIDO-001', isNot).message(), /could not be judged/);
  }
});
