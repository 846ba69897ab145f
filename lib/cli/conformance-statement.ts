import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { statementMarkdown } from '../../reports/statement/statement-markdown.ts';
import { keywordOf } from '../dicom/dictionary.ts';
import { CommandError, EXIT_CODES } from '../errors/exit-codes.ts';
import { regularFile } from '../errors/regular-file.ts';
import type { BodyRecord } from '../results/results.ts';
import { resultsOfRun } from './run-results.ts';
import { writeUserFile } from './write-user-file.ts';

/** Most of a body that is read: search answers are far smaller, and of an instance the head is enough. */
const MOST = 4 << 20;

/** `conformance-statement RUN`: a draft of the tables of PS3.2 from what a run saw. */
export function conformanceStatementCommand(): Command {
  return new Command('conformance-statement')
    .description('draft the web services tables of a DICOM Conformance Statement (PS3.2) from what a run saw')
    .argument('<run>', 'folder of a conformance run')
    .option('--out <file>', 'write to a file instead of standard output')
    .addHelpText(
      'after',
      `
Resources, media types, transfer syntaxes, query parameters and attributes as they were observed, and the differences
to what the profile claims, as Markdown.

Examples:
  $ dicomweb-harness conformance-statement runs/20260302-090000-abcd
  $ dicomweb-harness conformance-statement runs/20260302-090000-abcd --out statement.md`,
    )
    .action((runFolder: string, { out }: { out?: string }) => {
      const results = resultsOfRun(runFolder);
      if (results.exchanges.length === 0) {
        throw new CommandError(`${runFolder} holds no exchanges to draft from`, EXIT_CODES.notDecided);
      }
      const draft = statementMarkdown(results, (body) => headOf(runFolder, body), keywordOf);
      if (out === undefined) process.stdout.write(draft);
      else writeUserFile('--out', out, draft);
    });
}

/** The first bytes of a kept body; results.schema.json has seen to it that its path stays in the run folder. */
function headOf(runFolder: string, { file, length }: BodyRecord): Uint8Array | null {
  if (file === null) return null;
  const path = join(runFolder, file);
  if (!existsSync(path)) return null;
  const bytes = Buffer.alloc(Math.min(length, MOST));
  const handle = openSync(regularFile(path, { most: Number.POSITIVE_INFINITY, within: runFolder }), 'r');
  try {
    return bytes.subarray(0, readSync(handle, bytes));
  } finally {
    closeSync(handle);
  }
}
