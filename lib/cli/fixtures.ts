import { existsSync } from 'node:fs';
import { Command, InvalidArgumentError, Option } from 'commander';
import { CommandError, EXIT_CODES } from '../errors/exit-codes.ts';
import { formatBytes, parseSize } from '../portable/size.ts';
import { RUN_LIMIT } from '../portable/uid.ts';
import { parseMix } from '../synthesis/mix.ts';
import { MODALITIES } from '../synthesis/modality/index.ts';
import { type Share, synthesise } from '../synthesis/synthesise.ts';
import {
  EXPLICIT_LITTLE_ENDIAN,
  WRITABLE,
  type WritableTransferSyntax,
  writableTransferSyntax,
} from '../synthesis/transfer-syntax.ts';
import { prepareFolder, WriteError, type Written, writeFiles } from '../synthesis/write-files.ts';
import { argument } from './argument.ts';

const EXAMPLES = `
Modalities: ${[...MODALITIES.keys()].join(', ')}.
Transfer syntaxes: ${WRITABLE.map(({ name }) => name).join(', ')}.

Examples:
  $ dicomweb-harness fixtures make
  $ dicomweb-harness fixtures make --count 100 --out ./hundred
  $ dicomweb-harness fixtures make --count 1000000 --size 4KiB --out ./small --seed 7
  $ dicomweb-harness fixtures make --count 20 --modality CT:50,MR:50 --transfer-syntax rle-lossless --out ./rle`;

interface MakeOptions {
  readonly count: number;
  readonly out?: string;
  readonly size?: number;
  readonly seed: number;
  readonly modality: readonly Share[];
  readonly transferSyntax: WritableTransferSyntax;
}

/** `fixtures`: synthetic instances as files. */
export function fixturesCommand(): Command {
  const make = new Command('make')
    .description('write synthetic DICOM instances of people who do not exist, in one folder for each study')
    .option('--count <number>', 'how many instances', wholeNumber(1, 1e9), 20)
    .option('--out <folder>', 'new or empty folder for them; default: a new folder "instances" here')
    .option(
      '--size <size>',
      'size of each file before compression, 1KiB to 1GiB; default: usual for its modality',
      sizeArgument,
    )
    .option('--seed <number>', 'the same seed makes the same files', wholeNumber(0, RUN_LIMIT - 1), 1)
    .addOption(
      new Option('--modality <mix>', 'a modality, a mix such as CT:50,MR:50, or "mix"')
        .argParser(mixArgument)
        .default(parseMix('mix'), 'mix'),
    )
    .addOption(
      new Option('--transfer-syntax <name>', 'name or UID')
        .argParser(transferSyntaxArgument)
        .default(EXPLICIT_LITTLE_ENDIAN, EXPLICIT_LITTLE_ENDIAN.name),
    )
    .addHelpText('after', EXAMPLES)
    .action(async (options: MakeOptions) => {
      process.exitCode = await makeFixtures(options);
    });
  return new Command('fixtures')
    .description('synthetic DICOM instances as files')
    .addCommand(make)
    .addHelpText('after', EXAMPLES);
}

async function makeFixtures(options: MakeOptions): Promise<number> {
  const { count, out = newFolder(), seed, size, modality: mix, transferSyntax } = options;
  refuseUsedFolder(out);
  const controller = new AbortController();
  const interrupt = (): void => controller.abort();
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  const report = progress(count);
  try {
    const written = await writeFiles({
      folder: out,
      instances: synthesise({ seed, mix, count, size: size ?? null, transferSyntax }),
      signal: controller.signal,
      onWritten: report,
    });
    const what = `${written.files} instances of ${written.studies} studies, ${formatBytes(written.bytes)}, in ${out}`;
    process.stdout.write(
      written.files === count ? `Wrote ${what}\n` : `Interrupted: wrote ${what}; each file is complete\n`,
    );
    return written.files === count ? EXIT_CODES.conformant : EXIT_CODES.interrupted;
  } catch (error) {
    if (error instanceof WriteError) throw explain(error, out);
    throw error;
  } finally {
    process.removeListener('SIGINT', interrupt).removeListener('SIGTERM', interrupt);
  }
}

/** `instances`, or where that exists `instances-2` and so on. */
function newFolder(): string {
  for (let count = 1; ; count++) {
    const folder = count === 1 ? 'instances' : `instances-${count}`;
    if (!existsSync(folder)) return folder;
  }
}

function refuseUsedFolder(out: string): void {
  let empty: boolean;
  try {
    empty = prepareFolder(out);
  } catch (error) {
    throw new CommandError(`--out: ${out} cannot be used: ${error instanceof Error ? error.message : error}`);
  }
  if (!empty) throw new CommandError(`--out: ${out} is not empty`, EXIT_CODES.usage, 'name a new folder');
}

function explain(error: WriteError, out: string): CommandError {
  const there = `${error.written.files} complete files were written before`;
  if (error.code === 'ENOSPC' || error.code === 'EDQUOT') {
    return new CommandError(`the disk of ${out} is full`, EXIT_CODES.usage, there);
  }
  return new CommandError(`writing to ${out} failed: ${error.message}`, EXIT_CODES.usage, there);
}

/** Prints once a second, on standard error, how many files are written. */
function progress(count: number): (written: Written) => void {
  const start = performance.now();
  let next = start + 1000;
  return ({ files, bytes }) => {
    const now = performance.now();
    if (now < next) return;
    next = now + 1000;
    const perSecond = (files * 1000) / (now - start);
    const left = Math.ceil((count - files) / perSecond);
    process.stderr.write(
      `${files} of ${count} instances, ${formatBytes(bytes)}, ${perSecond.toFixed(0)}/s, ${left} s left\n`,
    );
  };
}

function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^[0-9]+$/.test(text) && value >= least && value <= most) return value;
    throw new InvalidArgumentError(`a whole number from ${least} to ${most} is needed.`);
  };
}

const sizeArgument = argument(parseSize);
const mixArgument = argument(parseMix);

function transferSyntaxArgument(text: string): WritableTransferSyntax {
  const found = writableTransferSyntax(text);
  if (found) return found;
  throw new InvalidArgumentError(`there are ${WRITABLE.map(({ name }) => name).join(', ')} and their UIDs.`);
}
