/**
 * What `import … from 'dicomweb-harness/playwright'` gives: Playwright Test with fixtures for DICOMweb, a matcher that
 * judges, and the harness's own scenarios as tests.
 */
import { defineConfig as define, type PlaywrightTestConfig, expect as playwrightExpect } from '@playwright/test';
import type { DicomWebOptions } from './fixtures.ts';
import { toConform } from './playwright-matcher.ts';

export { devices } from '@playwright/test';
export { type DicomWebFixtures, type DicomWebOptions, type DicomWebWorkerFixtures, test } from './fixtures.ts';
export { type ScenarioTest, scenarios } from './scenario-tests.ts';
export type { StoredStudy } from './stored-study.ts';
export type { TargetDetails, TargetOptions } from './target.ts';

/** Playwright's `expect` with `toConform`. */
export const expect = playwrightExpect.extend({ toConform });

type Config = PlaywrightTestConfig<object, DicomWebOptions>;

/** Playwright's `defineConfig`, which knows the option `dicomwebTarget`. */
export function defineConfig(config: Config): Config {
  return define<object, DicomWebOptions>(config);
}
