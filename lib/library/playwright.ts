/**
 * What `import … from 'dicomweb-harness/playwright'` gives: Playwright Test with fixtures for DICOMweb, a matcher that
 * judges, and the harness's own scenarios as tests.
 */
import { expect as playwrightExpect } from '@playwright/test';
import { toConform } from './matcher.ts';

export { defineConfig, devices } from '@playwright/test';
export { type DicomWebFixtures, type DicomWebOptions, type DicomWebWorkerFixtures, test } from './fixtures.ts';
export { scenarioTests } from './scenario-tests.ts';
export type { StoredStudy } from './stored-study.ts';
export type { TargetOptions } from './target.ts';

/** Playwright's `expect` with `toConform`. */
export const expect = playwrightExpect.extend({ toConform });
