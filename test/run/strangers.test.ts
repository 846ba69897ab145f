import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tutorialDataset } from '../../fixtures/tutorial/index.ts';
import { breach } from '../../lib/breaches/breach.ts';
import type { Ledger } from '../../lib/deletion/ledger.ts';
import { newUid } from '../../lib/dicom/uid.ts';
import { assess } from '../../lib/judges/assess.ts';
import type { Behaviour } from '../../lib/reference-server/behaviour.ts';
import { startServer } from '../../lib/reference-server/listen.ts';
import type { ScenarioRecord } from '../../lib/results/results.ts';
import { playInProcess } from '../../lib/run/in-process.ts';
import type { Scenario } from '../../lib/run/scenario.ts';
import { resolveTarget } from '../../lib/target/configuration.ts';
import { TUTORIAL } from '../../scenarios/tutorial/index.ts';
import { runCourse } from '../deletion/course.ts';
import { startForeignServer } from '../deletion/foreign-server.ts';

const findingsOf = (records: readonly ScenarioRecord[]) => records.flatMap(({ findings }) => findings);

for (const [place, at] of [
  ['same series', 'T02'],
  ['another series', 'T02'],
  ['same series', 'T12'],
  ['same series', 'T18'],
] as const) {
  test(`what somebody else stored into the study (${place}, before ${at}) is told as not ours, and fails nothing`, async () => {
    const server = await startForeignServer('shown as it is');
    try {
      const before = (step: string) => step === at && server.intrude(place);
      const { records } = await runCourse({ server, uids: 'fresh', scenarios: TUTORIAL, before });
      const findings = findingsOf(records);
      const red = findings.filter(({ verdict }) => verdict === 'fail').map(({ requirement }) => requirement);
      assert.deepEqual(red, []);
      assert.ok(findings.some(({ remark = '' }) => remark.includes('not ours')));
      server.assertUntouched();
    } finally {
      await server.close();
    }
  });
}

/** Keeps each instance a second time under a UID of its own making. */
const doubling = (): Behaviour => ({
  async handle(request, archive, next) {
    const before = new Set(archive.select().map(({ instance }) => instance));
    const answer = await next(request, archive);
    if (request.route.operation === 'store')
      for (const one of archive.select())
        if (!before.has(one.instance)) {
          const instance = newUid().padEnd(one.instance.length, '1').slice(0, one.instance.length);
          const bytes = Buffer.from(
            Buffer.from(one.bytes).toString('latin1').replaceAll(one.instance, instance),
            'latin1',
          );
          archive.add({ ...one, instance, bytes });
        }
    return answer;
  },
});

test('what the server itself keeps a second time under another UID is a breach', async () => {
  const server = await startServer({ behaviours: [doubling()] });
  try {
    const resolved = resolveTarget({ target: server.baseUrl, embedded: true }, {});
    const target = { ...resolved, profile: { ...resolved.profile, visibilityWindowMs: 200 } };
    const records = await playInProcess(TUTORIAL, target, tutorialDataset({ rows: 5, columns: 7 }));
    const red = findingsOf(records).filter(({ verdict }) => verdict === 'fail');
    assert.ok(red.some(({ requirement }) => requirement === 'WADO-RS-004'));
    assert.ok(red.some(({ requirement }) => requirement === 'QIDO-024'));
  } finally {
    await server.close();
  }
});

for (const isThere of [true, false]) {
  test(`an instance of ours that was looked for in vain is ${isThere ? 'not foreign once it is shown' : 'foreign while nothing shows it'}`, async () => {
    let ledger: Ledger | undefined;
    const tells: Scenario = {
      id: 'foreign',
      service: 'retrieve',
      title: 'returns what was stored',
      covers: ['WADO-RS-004'],
      proves: [],
      features: [],
      obstacle: () => null,
      async play(context) {
        ({ ledger } = context);
        const { first } = context.dataset.roles;
        const seen = isThere
          ? await context.dicomweb.store([first.source])
          : await context.dicomweb.search({ level: 'studies' }, []);
        ledger.record(first, 'missing');
        const foreign = breach('foreign-instance', { kind: 'exchange' }, { instance: first.instance });
        context.judge(assess('WADO-RS-004', 'returns each instance', [seen], (a) => a.must(false, () => foreign)));
      },
    };
    const server = await startServer({});
    try {
      const target = resolveTarget({ target: server.baseUrl, embedded: true }, {});
      const [finding] = findingsOf(await playInProcess([tells], target, tutorialDataset({ rows: 5, columns: 7 })));
      assert.equal(finding?.verdict, isThere ? 'incomplete' : 'fail');
      assert.equal(/not seen before is shown now/.test(finding?.remark ?? ''), isThere);
      assert.deepEqual(
        ledger?.entries().map(({ state }) => state),
        [isThere ? 'observed' : 'missing'],
      );
    } finally {
      await server.close();
    }
  });
}
