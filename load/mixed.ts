/**
 * Stores, retrieves and searches at once, as on a day in an archive. PROPORTIONS gives the share of each.
 *
 *   k6 run -e TARGET=http://127.0.0.1:8080 -e PROPORTIONS=store:20,retrieve:50,search:30 load/mixed.ts
 */
import type { Options } from 'k6/options';
import { allotted, proportions } from '../lib/portable/proportions.ts';
import { type CorpusData, openCorpus } from './shared/corpus.ts';
import { operation } from './shared/operations.ts';
import { retrieveSomething } from './shared/reading.ts';
import { random, writer } from './shared/run.ts';
import { searchSomething } from './shared/searching.ts';
import { settings } from './shared/settings.ts';
import { scenario, thresholds, virtualUsers } from './shared/shapes.ts';

const stored = operation('store');
const share = proportions(settings.proportions);
// At a rate users are made as they are needed.
const users = settings.rate === null ? allotted(virtualUsers, share) : share;

export const options: Options = {
  scenarios: {
    store: scenario('send', share.store, users.store),
    retrieve: scenario('view', share.retrieve, users.retrieve),
    search: scenario('list', share.search, users.search),
  },
  // Storing a large corpus on a slow target takes longer than one minute, which is k6's default.
  setupTimeout: '1h',
  thresholds: thresholds({ operations_failed: ['rate<0.01'] }),
};

export const setup = openCorpus;

export async function send(run: CorpusData): Promise<void> {
  await writer(run).storeNext(stored);
}

export async function view(corpus: CorpusData): Promise<void> {
  await retrieveSomething(random, corpus);
}

export async function list(corpus: CorpusData): Promise<void> {
  await searchSomething(random, corpus);
}
