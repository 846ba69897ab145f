import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { accountOf } from '../../lib/deletion/account.ts';
import { createDeletions } from '../../lib/deletion/deletions.ts';
import { createLedger, type InstanceKey, type Ledger, type LedgerState, remaining } from '../../lib/deletion/ledger.ts';
import type { DicomWebClient, ResourcePath, StudyPath } from '../../lib/dicomweb/operations.ts';
import type { Exchange } from '../../lib/http/exchange.ts';
import type { Transport } from '../../lib/http/plain-transport.ts';
import { type CleaningUp, cleanUp } from '../../lib/run/clean-up/clean-up.ts';
import { targetAt } from '../http/support.ts';
import { jsonAnswer } from './answers.ts';

const OURS = ['1', '2'].map((instance) => ({ study: '1.2', series: '1.2.3', instance: `1.2.3.${instance}` }));
/** These instances have UIDs and no content. */
const NOTHING_KNOWN = { instances: [], copy: () => assert.fail('nothing is stored to try a DELETE on') };
const THEIRS = { study: '1.2', series: '1.2.3', instance: '1.2.3.9' };

interface Archive {
  readonly dicomweb: DicomWebClient;
  readonly transport: Transport;
  /** Paths of the deletes that were asked for. */
  readonly deleted: string[];
  readonly held: Set<InstanceKey>;
}

interface Habits {
  /** Status of every DELETE; below 300 it is done as well. */
  readonly deleteStatus?: number;
  /** Status of the DELETE of an instance, where it is another. */
  readonly deleteInstanceStatus?: number;
  /** Whether a DELETE that is answered with success does anything. */
  readonly deletes?: boolean;
  /** How long a DELETE that is answered with success takes, in milliseconds. */
  readonly deletesAfterMs?: number;
  readonly metadataStatus?: number;
  /** Status of searches and of the retrieve of a study. */
  readonly searchStatus?: number;
  /** Status of the retrieve of an instance that is there. */
  readonly retrieveStatus?: number;
}

/** A server that holds these instances, as far as cleaning up asks it for anything. */
function archive(holding: readonly InstanceKey[], habits: Habits = {}): Archive {
  const {
    deleteStatus = 204,
    deleteInstanceStatus = deleteStatus,
    deletes = true,
    metadataStatus = 200,
    searchStatus = metadataStatus,
  } = habits;
  const held = new Set(holding);
  const deleted: string[] = [];
  const under = (path: object): InstanceKey[] =>
    [...held].filter((key) => Object.entries(path).every(([level, uid]) => key[level as keyof InstanceKey] === uid));
  const listed = (path: object, status: number, none = 404): Exchange => {
    const found = status === 200 ? under(path) : [];
    const exchange = jsonAnswer(status !== 200 ? status : found.length > 0 ? 200 : none, found);
    return { ...exchange, request: { ...exchange.request, url: 'http://127.0.0.1/studies/1.2' } };
  };
  const unasked = (): never => assert.fail('cleaning up looks for instances and deletes, and does nothing else');
  return {
    held,
    deleted,
    dicomweb: {
      store: unasked,
      retrieveStudy: async (path) => listed(pick(path), searchStatus),
      retrieveSeries: unasked,
      retrieveInstance: async (path) => {
        const found = under(pick(path));
        return jsonAnswer(found.length > 0 ? (habits.retrieveStatus ?? 200) : 404, found);
      },
      retrieveFrames: unasked,
      retrieveRendered: unasked,
      retrieveUrl: unasked,
      request: unasked,
      retrieveMetadata: async (path) => listed(pick(path), metadataStatus),
      search: async (resource, [query]) =>
        listed(
          query?.[0] === 'SOPInstanceUID' ? { instance: query[1] } : pick(resource as StudyPath),
          searchStatus,
          204,
        ),
    },
    transport: {
      async send({ url }) {
        deleted.push(new URL(url).pathname);
        const [, study, , series, , instance] = new URL(url).pathname.split('/').slice(1);
        const status = instance ? deleteInstanceStatus : deleteStatus;
        const named = { study, ...(series ? { series } : {}), ...(instance ? { instance } : {}) };
        if (status < 300 && deletes) {
          const remove = () => {
            for (const key of under(named)) held.delete(key);
          };
          if (habits.deletesAfterMs === undefined) remove();
          else setTimeout(remove, habits.deletesAfterMs);
        }
        return jsonAnswer(status, []);
      },
      close: () => {},
    },
  };
}

test('a server without the routes by which an instance is looked for is not believed that it is gone', async () => {
  const server = archive(OURS, { metadataStatus: 404, retrieveStatus: 404, deletes: false });
  const remains = await cleanUpOn(server, ledgerOf('observed'));
  assert.equal(remains.length, 2);
});

const pathOf = ({ study, series, instance }: InstanceKey): string =>
  `/studies/${study}/series/${series}/instances/${instance}`;

function cleanUpOn(
  { dicomweb, transport }: Archive,
  ledger: Ledger,
  offered: CleaningUp['offered'] = ['instance', 'study'],
  worked: CleaningUp['worked'] = new Set(),
) {
  const target = targetAt('http://127.0.0.1');
  const deletions = createDeletions(
    { target, transport, nextExchangeId: () => 'x' },
    dicomweb,
    accountOf(ledger, NOTHING_KNOWN),
  );
  return cleanUp({ dicomweb, deletions, ledger, offered, worked });
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

// At once: several of them wait until cleaning up gives up.
describe('cleaning up', { concurrency: true }, () => {
  test('everything of ours is deleted instance by instance, and looked for afterwards', async () => {
    const server = archive(OURS);
    const ledger = ledgerOf('observed');
    assert.deepEqual(await cleanUpOn(server, ledger), []);
    assert.deepEqual(server.deleted, OURS.map(pathOf));
    assert.deepEqual([remaining(ledger), [...server.held]], [[], []]);
  });

  test('where no single instance can be deleted, a study that holds nothing else is deleted as a whole', async () => {
    const server = archive(OURS, { deleteInstanceStatus: 405 });
    assert.deepEqual(await cleanUpOn(server, ledgerOf('observed')), []);
    assert.deepEqual(server.deleted, [pathOf(OURS[0] ?? THEIRS), '/studies/1.2']);

    const theirs = archive([...OURS, THEIRS], { deleteInstanceStatus: 405 });
    const remains = await cleanUpOn(theirs, ledgerOf('observed'), ['study']);
    assert.deepEqual(theirs.deleted, []);
    assert.equal(remains.length, 2);
    assert.match(remains[0]?.why ?? '', /metadata of the study lists 1\.2\.3\.9, which this run did not store/);
  });

  test('what was refused under a UID that others use may be theirs: it is left and told', async () => {
    const server = archive(OURS);
    const ledger = createLedger([], () => {}, new Set([OURS[0]?.instance ?? '']));
    for (const [index, key] of OURS.entries()) ledger.record(key, index === 0 ? 'refused' : 'observed');
    ledger.record(OURS[0] ?? THEIRS, 'observed');
    const remains = await cleanUpOn(server, ledger);
    assert.deepEqual([...server.held], OURS.slice(0, 1));
    assert.match(remains[0]?.why ?? '', /may be somebody else's/);
  });

  test("a study with somebody else's instance in it is deleted instance by instance, and theirs stays", async () => {
    const server = archive([...OURS, THEIRS]);
    assert.deepEqual(await cleanUpOn(server, ledgerOf('observed')), []);
    assert.deepEqual(server.deleted, OURS.map(pathOf));
    assert.deepEqual([...server.held], [THEIRS]);
  });

  test('a study whose content cannot be seen is not deleted as a whole', async () => {
    const server = archive(OURS, { metadataStatus: 500 });
    const remains = await cleanUpOn(server, ledgerOf('observed'));
    assert.deepEqual(server.deleted, OURS.map(pathOf));
    assert.deepEqual(remains, [], 'the retrieve that showed each before shows it no more');
  });

  test('nothing that was never sent is deleted, whatever the server holds', async () => {
    const server = archive([THEIRS]);
    assert.deepEqual(await cleanUpOn(server, ledgerOf('sent', [])), []);
    assert.deepEqual(server.deleted, []);
  });

  test('what is gone already is not deleted again', async () => {
    const server = archive([THEIRS]);
    assert.deepEqual(await cleanUpOn(server, ledgerOf('observed'), undefined, new Set(['metadata'])), []);
    assert.deepEqual(server.deleted, []);
  });

  test('without DELETE everything that is still seen remains, and the reason is told', async () => {
    const server = archive(OURS);
    const remains = await cleanUpOn(server, ledgerOf('observed'), []);
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
    const remains = await cleanUpOn(server, ledgerOf('observed'));
    assert.equal(remains.length, 2);
    assert.match(remains[0]?.why ?? '', /DELETE of the instance was answered 204/);
  });

  test('a DELETE that is refused is not repeated on every instance', async () => {
    const server = archive([...OURS, THEIRS], { deleteStatus: 403 });
    const remains = await cleanUpOn(server, ledgerOf('observed'));
    assert.equal(server.deleted.length, 1);
    assert.equal(remains.length, 2);
    assert.match(remains[0]?.why ?? '', /DELETE of the instance was answered 403/);
  });

  test('what was refused does not remain on a server that shows nothing, what was acknowledged or only sent does', async () => {
    for (const [state, count] of [
      ['refused', 0],
      ['sent', 2],
      ['missing', 2],
      ['acknowledged', 2],
    ] as const) {
      const server = archive(OURS, { metadataStatus: 500, retrieveStatus: 500 });
      assert.equal((await cleanUpOn(server, ledgerOf(state), [])).length, count, state);
    }
  });

  test('what was acknowledged, never shown and not deleted may be there all the same', async () => {
    const server = archive([]);
    assert.equal((await cleanUpOn(server, ledgerOf('acknowledged'), [])).length, 2);
    const silent = archive([]);
    assert.equal(
      (await cleanUpOn(silent, ledgerOf('acknowledged'))).length,
      2,
      'not found where nothing was ever shown',
    );
    const other = archive([]);
    assert.deepEqual(await cleanUpOn(other, ledgerOf('acknowledged'), undefined, new Set(['search'])), []);
    assert.deepEqual(other.deleted, OURS.map(pathOf));
  });

  test('a store that was refused and done all the same is cleaned up too', async () => {
    const server = archive(OURS);
    assert.deepEqual(await cleanUpOn(server, ledgerOf('refused')), []);
    assert.deepEqual([...server.held], []);
  });

  test('where the metadata of instances is not offered, a search and a retrieve tell that one is gone', async () => {
    for (const metadataStatus of [501, 406]) {
      const server = archive(OURS, { metadataStatus, searchStatus: 200 });
      assert.deepEqual(await cleanUpOn(server, ledgerOf('observed')), []);
    }
    const stays = archive(OURS, { metadataStatus: 501, searchStatus: 200, deletes: false });
    assert.equal((await cleanUpOn(stays, ledgerOf('observed'))).length, 2);
  });

  test('where the DELETE of an instance is no operation of the server, the study goes as a whole if it is ours alone', async () => {
    for (const deleteInstanceStatus of [400, 404, 405, 501]) {
      const server = archive(OURS, { deleteInstanceStatus });
      assert.deepEqual(await cleanUpOn(server, ledgerOf('observed')), []);
      assert.equal(server.deleted.at(-1), '/studies/1.2');
      const theirs = archive([...OURS, THEIRS], { deleteInstanceStatus });
      const [first] = await cleanUpOn(theirs, ledgerOf('observed'));
      assert.match(first?.why ?? '', /DELETE of the instance was answered \d+; the study was not deleted as a whole/);
      assert.equal(theirs.held.size, 3);
    }
  });

  test('a server that refuses to delete an instance is not asked to delete its study', async () => {
    for (const deleteInstanceStatus of [403, 409, 500]) {
      const server = archive(OURS, { deleteInstanceStatus });
      assert.equal((await cleanUpOn(server, ledgerOf('observed'))).length, 2);
      assert.ok(!server.deleted.includes('/studies/1.2'));
    }
  });

  test('a server that deletes later than it answers is waited for', async () => {
    const server = archive(OURS, { deletesAfterMs: 300 });
    assert.deepEqual(await cleanUpOn(server, ledgerOf('observed')), []);
  });
});
