import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE_FOLDER } from '../harness.ts';

/** Files of the package that the scripts share, in the order in which they are read. */
const FILES = ['requests.sh', 'answers.sh', 'verdicts.sh'];

/** What all scripts of a run read: how requests are sent, answers read and findings decided. */
export function sharedSteps(): string {
  return FILES.map((name) => readFileSync(join(PACKAGE_FOLDER, 'lib', 'reproduction', 'shell', name), 'utf8')).join(
    '\n',
  );
}
