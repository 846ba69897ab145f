import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { type Dataset, datasetOf } from '../../fixtures/dataset.ts';
import { tutorialDataset } from '../../fixtures/tutorial/index.ts';
import { memorySource } from '../../lib/bytes/byte-source.ts';
import { openInstance } from '../../lib/dicom/instance.ts';
import { startReferenceServer } from '../../lib/reference-server/server.ts';
import { parseMix } from '../../lib/synthesis/mix.ts';
import { synthesise } from '../../lib/synthesis/synthesise.ts';
import { EXPLICIT_LITTLE_ENDIAN } from '../../lib/synthesis/transfer-syntax.ts';
import { type Judged, judgeServer, withVerdict } from './servers.ts';

const TUTORIAL = tutorialDataset({ rows: 33, columns: 35 });
const { target, targetSeries } = TUTORIAL.roles;

/** Instances of one modality, as `fixtures make` writes them. */
function synthetic(modality: string, count: number): Dataset {
  const options = { seed: 1, mix: parseMix(modality), count, size: 8_192, transferSyntax: EXPLICIT_LITTLE_ENDIAN };
  const instances = [...synthesise(options)].map(({ segments }, index) =>
    openInstance(memorySource(Buffer.concat(segments)), `${index}.dcm`),
  );
  return datasetOf(modality, instances);
}

/** One entry makes no list to page through. */
const PAGING = ['QIDO-060', 'QIDO-061', 'QIDO-062', 'QIDO-063'];
/** How grey values have to look is not decided, and names of these people are not written in ASCII. */
const BY_CONTENT = ['WADO-RS-073', 'QIDO-054'];

/** Data sets that are unlike the tutorial's, and what nobody could judge with them. */
const DATA_SETS: readonly (readonly [name: string, dataset: Dataset, unjudged: readonly string[]])[] = [
  ['one series', datasetOf('one series', targetSeries.instances), []],
  ['one instance of one frame', datasetOf('one instance', [target]), PAGING],
  ['one instance of several frames', synthetic('US', 1), [...PAGING, ...BY_CONTENT]],
  ['one series of slices', synthetic('CT', 3), BY_CONTENT],
];

describe('data sets with less in them than the tutorial has, on the clean server', () => {
  let usual: Judged;
  const judge = async (dataset: Dataset): Promise<Judged> => {
    const server = await startReferenceServer();
    try {
      return await judgeServer(server.baseUrl, { timeoutMs: 20_000, visibilityWindowMs: 2_000 }, { dataset });
    } finally {
      await server.close();
    }
  };
  before(async () => {
    usual = await judge(TUTORIAL);
  });

  for (const [name, dataset, unjudged] of DATA_SETS)
    test(`${name}: nothing is red, and all is judged that can be`, async () => {
      const judged = await judge(dataset);
      assert.deepEqual([...withVerdict(judged, 'fail'), ...withVerdict(judged, 'warn')], []);
      const before = withVerdict(usual, 'incomplete');
      const needless = withVerdict(judged, 'incomplete').filter((id) => ![...before, ...unjudged].includes(id));
      assert.deepEqual(needless, []);
    });
});
