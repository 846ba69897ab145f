import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Names that `newRunFolder` gives. */
const NAME = /^\d{8}-\d{6}(-\d+)?$/;

/** Folders that the harness named for runs in a folder, the newest first; none where the folder is not there. */
export function namedRunFolders(parent: string): readonly string[] {
  if (!existsSync(parent)) return [];
  return readdirSync(parent, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && NAME.test(entry.name))
    .map(({ name }) => name)
    .sort(byMoment)
    .map((name) => join(parent, name));
}

/** Of two runs of one second, the one with the higher number came later. */
function byMoment(left: string, right: string): number {
  const [leftMoment, rightMoment] = [left.slice(0, 15), right.slice(0, 15)];
  if (leftMoment !== rightMoment) return leftMoment < rightMoment ? 1 : -1;
  return Number(right.slice(16)) - Number(left.slice(16));
}
