import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the package: the one that holds its package.json, from source and from the built form alike. */
export const PACKAGE_FOLDER = packageFolder(dirname(fileURLToPath(import.meta.url)));

/** Name and version under which reports and requests go out, and the edition of PS3.18 that verdicts are read by. */
export const HARNESS: { readonly name: string; readonly version: string; readonly edition: string } = {
  ...identity(),
  edition: '2024e',
};

function packageFolder(folder: string): string {
  try {
    readFileSync(join(folder, 'package.json'));
    return folder;
  } catch {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('the package.json of dicomweb-harness was not found');
    return packageFolder(parent);
  }
}

function identity(): { name: string; version: string } {
  const { name, version } = JSON.parse(readFileSync(join(PACKAGE_FOLDER, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
  };
  return { name, version };
}
