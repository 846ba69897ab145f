import { join } from 'node:path';

/** Environment variable that tells Playwright's processes which run they belong to. */
export const RUN_FOLDER_VARIABLE = 'DICOMWEB_HARNESS_RUN';

/** Environment variable that tells Playwright to say each exchange. */
export const VERBOSE_VARIABLE = 'DICOMWEB_HARNESS_VERBOSE';

/** Folder in which Playwright keeps what it needs while it plays a run. */
export function artefactsOf(runFolder: string): string {
  return join(runFolder, 'playwright');
}
