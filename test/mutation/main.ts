import { relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { globSync } from '../support/glob.ts';
import { measure } from './measure.ts';
import { type Counts, percentage, type Score, score } from './score.ts';

/**
 * `npm run mutation -- [PATH]... [--json] [--workers N]`: the mutation score of the judges under their unit tests, and
 * the mutants that nothing noticed. With names, only of the judges whose path contains one of them. Ends with 1 where the
 * score is below what the project asks for.
 */
const LEAST_PERCENTAGE = 85;
const root = resolve(import.meta.dirname, '../..');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, workers: { type: 'string', default: '1' } },
});

const inRooms = (rooms: readonly string[], ending: string) => rooms.flatMap((room) => globSync(room, ending));
const subjectRooms = ['lib/answers', 'lib/judges'].map((room) => resolve(root, room));
const testRooms = ['test/answers', 'test/judges'].map((room) => resolve(root, room));
const judges = inRooms(subjectRooms, '.ts');
const subjects = judges.filter(
  (path) => positionals.length === 0 || positionals.some((name) => relative(root, path).includes(name)),
);
const workers = Number(values.workers);
if (subjects.length === 0 || !Number.isInteger(workers) || workers < 1) {
  process.stderr.write(subjects.length === 0 ? 'No judge has such a name.\n' : '--workers takes a count from 1.\n');
  process.exit(2);
}

const measured = score(
  await measure({
    subjects,
    tests: inRooms(testRooms, '.test.ts'),
    rooms: [...subjectRooms, ...testRooms],
    workers,
    slackMilliseconds: 5_000,
    progress: (done, all) => {
      if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${all} mutants`);
    },
  }),
  root,
);
if (process.stderr.isTTY) process.stderr.write('\n');
process.stdout.write(values.json ? `${JSON.stringify(measured, null, 2)}\n` : text(measured));
process.exitCode = percentage(measured) < LEAST_PERCENTAGE ? 1 : 0;

function text({ files, ...total }: Score): string {
  const line = (name: string, counts: Counts) =>
    `${percentage(counts).toFixed(1).padStart(5)} %  ${String(counts.noticed).padStart(5)} of ${String(counts.mutants).padStart(5)}  ${name}${counts.timedOut > 0 ? `, ${counts.timedOut} by the clock` : ''}`;
  const survivors = files.flatMap(({ file, survivors }) =>
    survivors.map(
      ({ line, column, fate, mutator, replacement }) =>
        `${file}:${line}:${column} ${fate} ${mutator}: ${replacement.replaceAll(/\s+/g, ' ')}`,
    ),
  );
  return [...survivors, '', ...files.map((file) => line(file.file, file)), line('total', total), ''].join('\n');
}
