import { test as base } from '@playwright/test';
import { startServer } from '../reference-server/listen.ts';
import { annotateRemains } from './annotate-remains.ts';
import { attachExchanges } from './attach-exchanges.ts';
import { DicomWebClient } from './client.ts';
import type { Target } from './open-target.ts';
import { type StoredStudy, storeStudy } from './stored-study.ts';
import { openTarget, type TargetOptions } from './target.ts';

/** Options of a project, below `use` in playwright.config: the server that its tests are about. */
export interface DicomWebOptions {
  /** A reference server, one for each worker, where this is null: the default. */
  readonly dicomwebTarget: TargetOptions | null;
}

/** What a test asks for by name. */
export interface DicomWebFixtures {
  /** A client of the target. A test that fails has its exchanges attached. */
  readonly dicomweb: DicomWebClient;
  /** The tutorial study, stored under fresh UIDs for this test and deleted after it; what stays is annotated. */
  readonly study: StoredStudy;
}

/** What the tests of one worker share. */
export interface DicomWebWorkerFixtures {
  /** The server under test, its profile included. */
  readonly target: Target;
}

/** Playwright's `test` with fixtures for DICOMweb. */
export const test = base.extend<DicomWebFixtures, DicomWebWorkerFixtures & DicomWebOptions>({
  dicomwebTarget: [null, { option: true, scope: 'worker' }],
  target: [
    async ({ dicomwebTarget }, use) => {
      const server = dicomwebTarget === null ? await startServer() : null;
      await use(openTarget(server?.baseUrl ?? dicomwebTarget ?? ''));
      await server?.close();
    },
    { scope: 'worker' },
  ],
  dicomweb: async ({ target }, use, testInfo) => {
    const client = new DicomWebClient(target);
    await use(client);
    if (testInfo.status !== testInfo.expectedStatus) await attachExchanges(testInfo, client);
    client.close();
  },
  study: async ({ dicomweb }, use, testInfo) => {
    const study = await storeStudy(dicomweb);
    await use(study);
    annotateRemains(testInfo, await study.remove());
  },
});
