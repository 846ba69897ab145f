import { isUid } from '../dicom/uid.ts';
import { CommandError } from '../errors/exit-codes.ts';
import { loadProfile } from '../target/profiles.ts';
import type { ConformanceOptions } from './conformance-options.ts';
import { namesTarget } from './target-input.ts';

/**
 * What can be refused without a scenario, and so before they are all loaded.
 *
 * @throws CommandError for options that exclude each other or that the run has no use for, and for a profile that there
 *   is not.
 */
export function refuseOptions(options: ConformanceOptions): void {
  if (options.dataset === '') throw new CommandError('--dataset: no folder is named');
  if ((options.repeat ?? 1) > 1 && options.shard) throw new CommandError('--repeat and --shard exclude each other');
  refuseWrites(options);
  if (options.yes && !options.reset)
    throw new CommandError('--yes answers the question of --reset, which is not given');
  if (options.reset && options.uids === 'fresh') {
    throw new CommandError('--reset: under fresh UIDs nothing is in the way', undefined, 'leave out --reset');
  }
  if (options.profile !== undefined) loadProfile(options.profile);
}

function refuseWrites(options: ConformanceOptions): void {
  const { readOnly, study } = options;
  if (!readOnly) {
    if (study === undefined) return;
    throw new CommandError('--study names what --read-only reads, which is not given');
  }
  if (study !== undefined && !isUid(study)) throw new CommandError(`--study: "${study.slice(0, 80)}" is no UID`);
  if (!namesTarget(options)) {
    throw new CommandError('--read-only needs --target', undefined, 'the embedded server holds nothing to read');
  }
  const needless = (['dataset', 'uids', 'reset', 'yes'] as const).find((name) => options[name] !== undefined);
  if (needless) throw new CommandError(`--read-only stores nothing, so there is no use for --${needless}`);
}

/** Whether instances are stored under the UIDs that their files have. */
export function keepsUids(options: ConformanceOptions): boolean {
  return (
    options.reset === true ||
    (options.uids ?? (namesTarget(options) || (options.repeat ?? 1) > 1 ? 'fresh' : 'original')) === 'original'
  );
}
