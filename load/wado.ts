/**
 * Stores a corpus, then retrieves its instances, series, studies, frames and metadata (PS3.18 section 10.4).
 *
 *   k6 run -e TARGET=http://127.0.0.1:8080 load/wado.ts
 *
 * With STUDIES, a list of Study Instance UIDs, it stores nothing and reads those.
 */
import type { Options } from 'k6/options';
import { type CorpusData, openCorpus } from './shared/corpus.ts';
import { retrieveSomething } from './shared/reading.ts';
import { random } from './shared/run.ts';
import { scenario, thresholds } from './shared/shapes.ts';

export const options: Options = {
  scenarios: { retrieve: scenario('default', 1) },
  // Storing a large corpus on a slow target takes longer than one minute, which is k6's default.
  setupTimeout: '1h',
  thresholds: thresholds({ operations_failed: ['rate<0.01'] }),
};

export const setup = openCorpus;

export default async function (corpus: CorpusData): Promise<void> {
  await retrieveSomething(random, corpus);
}
