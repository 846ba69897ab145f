import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { copyInstance } from '../../fixtures/copy-instance.ts';
import { tutorialDataset } from '../../fixtures/tutorial/index.ts';
import { accountOf } from '../../lib/deletion/account.ts';
import { createDeletions, type Deletions, UnsafeDeletion } from '../../lib/deletion/deletions.ts';
import { createLedger } from '../../lib/deletion/ledger.ts';
import { createDicomWebClient } from '../../lib/dicomweb/client.ts';
import { rawServer } from '../http/raw-server.ts';
import { targetAt, transportFor } from '../http/support.ts';

const OURS = ['1', '2'].map((instance) => ({ study: '1.2', series: '1.2.3', instance: `1.2.3.${instance}` }));
/** What was stored has UIDs and no content here. */
const NOTHING_KNOWN = {
  instances: [],
  copy: () => copyInstance(tutorialDataset({ rows: 5, columns: 7 }).roles.target),
};
const THEIRS = { study: '1.2', series: '1.2.3', instance: '1.2.3.9' };
const [FIRST = THEIRS] = OURS;

type Answers = (method: string, path: string, earlier: readonly string[]) => string | null;

function answer(status: string, body = '', ...fields: readonly string[]): string {
  const head = [`HTTP/1.1 ${status}`, ...fields, `Content-Length: ${Buffer.byteLength(body)}`, '', ''].join('\r\n');
  return head + body;
}

function list(keys: readonly (typeof FIRST)[]): string {
  const dataSets = keys.map(({ study, series, instance }) => ({
    '00080018': { vr: 'UI', Value: [instance] },
    '0020000D': { vr: 'UI', Value: [study] },
    '0020000E': { vr: 'UI', Value: [series] },
  }));
  return answer('200 OK', JSON.stringify(dataSets), 'Content-Type: application/dicom+json');
}

/** Deletions of a run that stored `OURS`, on a server that lists `held` but for what `answers` says instead. */
async function deletionsOn(
  t: TestContext,
  held: () => readonly (typeof FIRST)[],
  answers: Answers = () => null,
): Promise<{ deletions: Deletions; deletes: () => readonly string[] }> {
  const lines: string[] = [];
  const server = await rawServer(t, ({ socket, text }) => {
    const [method = '', path = ''] = text().split(' ');
    const earlier = [...lines];
    lines.push(`${method} ${path}`);
    const usual = (): string => {
      if (method === 'DELETE') return answer('204 No Content');
      return path.includes('offset=') || !/metadata|instances/.test(path) ? answer('404 Not Found') : list(held());
    };
    socket.end(answers(method, path, earlier) ?? usual());
  });
  const target = targetAt(server.url);
  const sending = { target, transport: transportFor(t, target), nextExchangeId: () => 'x' };
  const ledger = createLedger(
    OURS.map((key) => ({ ...key, state: 'acknowledged' })),
    () => {},
  );
  return {
    deletions: createDeletions(sending, createDicomWebClient(sending), accountOf(ledger, NOTHING_KNOWN)),
    deletes: () => lines.filter((line) => line.startsWith('DELETE')),
  };
}

test('an instance that this run did not store is not deleted, not even in its own study', async (t) => {
  const { deletions, deletes } = await deletionsOn(t, () => OURS);
  await assert.rejects(deletions.instance(THEIRS), UnsafeDeletion);
  await assert.rejects(deletions.instance({ ...FIRST, series: '1.2.4' }), UnsafeDeletion);
  await assert.rejects(deletions.instance({ ...FIRST, study: '1.9' }), UnsafeDeletion);
  assert.deepEqual(deletes(), []);
  await deletions.instance(FIRST);
  assert.deepEqual(deletes(), ['DELETE /studies/1.2/series/1.2.3/instances/1.2.3.1']);
});

test('a whole is deleted where it is listed and nothing else is in it', async (t) => {
  const { deletions, deletes } = await deletionsOn(t, () => OURS);
  await deletions.whole({ study: '1.2' });
  await deletions.whole({ study: '1.2', series: '1.2.3' });
  assert.deepEqual(deletes(), ['DELETE /studies/1.2', 'DELETE /studies/1.2/series/1.2.3']);
});

test('a whole is not deleted where a list has a stranger, lacks one of ours that is there, or is none', async (t) => {
  const hidden: Answers = (method) => (method === 'GET' ? answer('500 Internal Server Error') : null);
  for (const [held, answers, why] of [
    [[...OURS, THEIRS], undefined, /metadata of the study lists 1\.2\.3\.9, which this run did not store/],
    [[], undefined, /what else it holds cannot be seen/],
    [OURS, hidden, /metadata of the study was answered 500 without a list of instances, a search/],
  ] as const) {
    const { deletions, deletes } = await deletionsOn(t, () => held, answers);
    await assert.rejects(deletions.whole({ study: '1.2' }), (error) => {
      assert.ok(error instanceof UnsafeDeletion);
      assert.match(error.message, why);
      return true;
    });
    assert.deepEqual(deletes(), []);
  }
});

test('a busy server is asked again only after the study was listed again', async (t) => {
  const busy: Answers = (method, _, earlier) =>
    method === 'DELETE' && !earlier.some((line) => line.startsWith('DELETE'))
      ? answer('503 Service Unavailable', '', 'Retry-After: 0')
      : null;
  const patient = await deletionsOn(t, () => OURS, busy);
  assert.equal((await patient.deletions.whole({ study: '1.2' })).response?.status, 204);
  assert.equal(patient.deletes().length, 2);

  let held = OURS;
  const changed = await deletionsOn(
    t,
    () => held,
    (...asked) => {
      const busyAnswer = busy(...asked);
      // Somebody stores while the server is waited for.
      if (busyAnswer) held = [...OURS, THEIRS];
      return busyAnswer;
    },
  );
  assert.equal((await changed.deletions.whole({ study: '1.2' })).response?.status, 503);
  assert.equal(changed.deletes().length, 1);
});

test('a redirect of a DELETE is never followed, and it is said where it led', async (t) => {
  for (const to of ['/v2/studies/1.2', '/studies/1.2?archive=prod', 'http://127.0.0.1:1/studies/1.2']) {
    for (const status of [
      '301 Moved',
      '302 Found',
      '303 See Other',
      '307 Temporary Redirect',
      '308 Permanent Redirect',
    ]) {
      const { deletions, deletes } = await deletionsOn(
        t,
        () => OURS,
        (method) => (method === 'DELETE' ? answer(status, '', `Location: ${to}`) : null),
      );
      const exchange = await deletions.whole({ study: '1.2' }, ['metadata']);
      assert.deepEqual(deletes(), ['DELETE /studies/1.2']);
      assert.equal(exchange.failure?.code, 'not-followed', to);
      assert.match(exchange.failure?.message ?? '', /studies\/1\.2/);
    }
  }
});

test('what is listed only behind a redirect is not deleted as a whole where the redirect does not lead', async (t) => {
  const moved: Answers = (method, path) =>
    method === 'GET' && !path.startsWith('/v2') ? answer('307 Temporary Redirect', '', `Location: /v2${path}`) : null;
  const { deletions, deletes } = await deletionsOn(t, () => OURS, moved);
  await assert.rejects(deletions.whole({ study: '1.2' }, ['metadata']), /not of where DELETE is sent/);
  assert.deepEqual(deletes(), []);
});
