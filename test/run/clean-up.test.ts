import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DicomWebClient, ResourcePath } from '../../lib/dicomweb/operations.ts';
import type { Exchange } from '../../lib/http/exchange.ts';
import { cleanUp } from '../../lib/run/clean-up.ts';
import { createLedger, type InstanceKey, type Ledger, type LedgerState, remaining } from '../../lib/run/ledger.ts';
import { jsonAnswer } from './answers.ts';

const OURS = ['1', '2'].map((instance) => ({ study: '1.2', series: '1.2.3', instance: `1.2.3.${instance}` }));
const THEIRS = { study: '1.2', series: '1.2.3', instance: '1.2.3.9' };

interface Archive {
  readonly dicomweb: DicomWebClient;
  /** Paths of the deletes that were asked for. */
  readonly deleted: ResourcePath[];
  readonly held: Set<InstanceKey>;
}

interface Habits {
  /** Status of every DELETE; below 300 it is done as well. */
  readonly deleteStatus?: number;
  /** Whether a DELETE that is answered with success does anything. */
  readonly deletes?: boolean;
  readonly metadataStatus?: number;
}

/** A server that holds these instances, as far as cleaning up asks it for anything. */
function archive(holding: readonly InstanceKey[], habits: Habits = {}): Archive {
  const { deleteStatus = 204, deletes = true, metadataStatus = 200 } = habits;
  const held = new Set(holding);
  const deleted: ResourcePath[] = [];
  const under = (path: object): InstanceKey[] =>
    [...held].filter((key) => Object.entries(path).every(([level, uid]) => key[level as keyof InstanceKey] === uid));
  const described = (path: object): Exchange => {
    const found = metadataStatus === 200 ? under(path) : [];
    return jsonAnswer(metadataStatus !== 200 ? metadataStatus : found.length > 0 ? 200 : 404, found);
  };
  const unasked = (): never => assert.fail('cleaning up asks for metadata, searches and deletes, and nothing else');
  return {
    held,
    deleted,
    dicomweb: {
      store: unasked,
      retrieveStudy: unasked,
      retrieveSeries: unasked,
      retrieveInstance: unasked,
      retrieveFrames: unasked,
      retrieveRendered: unasked,
      retrieveUrl: unasked,
      request: unasked,
      retrieveMetadata: async (path) => described(pick(path)),
      search: async (_, [query]) => jsonAnswer(200, under({ instance: query?.[1] })),
      async delete(path) {
        deleted.push(pick(path));
        if (deleteStatus < 300 && deletes) for (const key of under(pick(path))) held.delete(key);
        return jsonAnswer(deleteStatus, []);
      },
    },
  };
}

function pick(path: ResourcePath): ResourcePath {
  return {
    study: path.study,
    ...('series' in path ? { series: path.series } : {}),
    ...('instance' in path ? { instance: path.instance } : {}),
  };
}

function ledgerOf(state: LedgerState, keys: readonly InstanceKey[] = OURS): Ledger {
  return createLedger(
    keys.map((key) => ({ ...key, state })),
    () => {},
  );
}

test('a study that holds nothing but ours is deleted as a whole, and looked for afterwards', async () => {
  const server = archive(OURS);
  const ledger = ledgerOf('observed');
  assert.deepEqual(await cleanUp(server.dicomweb, ledger, true), []);
  assert.deepEqual(server.deleted, [{ study: '1.2' }]);
  assert.deepEqual([remaining(ledger), [...server.held]], [[], []]);
});

test("a study with somebody else's instance in it is deleted instance by instance, and theirs stays", async () => {
  const server = archive([...OURS, THEIRS]);
  assert.deepEqual(await cleanUp(server.dicomweb, ledgerOf('observed'), true), []);
  assert.deepEqual(server.deleted, OURS);
  assert.deepEqual([...server.held], [THEIRS]);
});

test('a study whose content cannot be seen is not deleted as a whole', async () => {
  const server = archive(OURS, { metadataStatus: 500 });
  const remains = await cleanUp(server.dicomweb, ledgerOf('observed'), true);
  assert.deepEqual(server.deleted, OURS);
  assert.equal(remains.length, 2, 'nor can it be shown that anything is gone');
});

test('nothing that was never sent is deleted, whatever the server holds', async () => {
  const server = archive([THEIRS]);
  assert.deepEqual(await cleanUp(server.dicomweb, ledgerOf('sent', []), true), []);
  assert.deepEqual(server.deleted, []);
});

test('what is gone already is not deleted again', async () => {
  const server = archive([THEIRS]);
  assert.deepEqual(await cleanUp(server.dicomweb, ledgerOf('observed'), true), []);
  assert.deepEqual(server.deleted, []);
});

test('without DELETE everything that is still seen remains, and the reason is told', async () => {
  const server = archive(OURS);
  const remains = await cleanUp(server.dicomweb, ledgerOf('observed'), false);
  assert.deepEqual(server.deleted, []);
  assert.deepEqual(
    remains,
    OURS.map(({ study, series, instance }) => ({
      studyInstanceUid: study,
      seriesInstanceUid: series,
      sopInstanceUid: instance,
      why: 'the server offers no DELETE',
    })),
  );
});

test('a DELETE without effect is not believed', async () => {
  const server = archive(OURS, { deletes: false });
  const remains = await cleanUp(server.dicomweb, ledgerOf('observed'), true);
  assert.equal(remains.length, 2);
  assert.match(remains[0]?.why ?? '', /DELETE of the study was answered 204/);
});

test('a DELETE that is refused is not repeated on every instance', async () => {
  const server = archive([...OURS, THEIRS], { deleteStatus: 403 });
  const remains = await cleanUp(server.dicomweb, ledgerOf('observed'), true);
  assert.equal(server.deleted.length, 1);
  assert.equal(remains.length, 2);
  assert.match(remains[0]?.why ?? '', /DELETE of the instance was answered 403/);
});

test('what was acknowledged, never shown and not deleted may be there all the same', async () => {
  const server = archive([]);
  assert.equal((await cleanUp(server.dicomweb, ledgerOf('acknowledged'), false)).length, 2);
  const other = archive([]);
  assert.deepEqual(
    await cleanUp(other.dicomweb, ledgerOf('acknowledged'), true),
    [],
    'a DELETE with success settles it',
  );
  assert.deepEqual(other.deleted, OURS);
});

test('a store that was refused and done all the same is cleaned up too', async () => {
  const server = archive(OURS);
  assert.deepEqual(await cleanUp(server.dicomweb, ledgerOf('refused'), true), []);
  assert.deepEqual([...server.held], []);
});
