/** Environment variable that tells Playwright's processes which run they belong to. */
export const RUN_FOLDER_VARIABLE = 'DICOMWEB_HARNESS_RUN';
