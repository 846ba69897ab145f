import { readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { BOUNDS } from '../bounds.ts';
import type { AnswerBodies } from '../load-engine/api.ts';
import type { Target } from '../target/target.ts';

/** The settings of a load script. The script has defaults for those that are absent. */
export interface LoadSettings {
  readonly shape: string;
  /** Iterations a second: the open model. */
  readonly rate?: number;
  readonly virtualUsers?: number;
  readonly duration?: string;
  readonly instancesPerRequest?: number;
  /** Instances that the script stores before it starts to read. */
  readonly corpus?: number;
  /** Most instances that `durability` stores. */
  readonly instances?: number;
  /** Seconds between the last store and the first reading back. */
  readonly waitSeconds?: number;
  /** Share (0 to 1) of the answers that the script hands over in full, to be judged. */
  readonly sample: number;
  readonly proportions?: string;
  /** The run may pass although the open model could not begin every operation. */
  readonly allowDropped?: true;
  /** Expressions in k6's grammar, by metric. */
  readonly thresholds: Readonly<Record<string, readonly string[]>>;
  readonly seed: number;
  /** Number of the run, which all of its UIDs begin with; absent where each runner draws its own. */
  readonly run?: number;
  /** Studies that are on the target, read in place of a corpus by a run that only reads. */
  readonly studies?: readonly string[];
  /** File with one Study Instance UID a line, for `delete`. */
  readonly ledger?: string;
}

/** The environment of a script. It holds the credentials, so pass it to the engine only. Null for `pool`: none. */
export function scriptEnvironment(
  target: Target,
  settings: LoadSettings,
  pool: string | null,
): Readonly<Record<string, string>> {
  const { roots, profile } = target;
  const given: Readonly<Record<string, string | number | undefined>> = {
    TARGET: target.baseUrl,
    STORE_ROOT: roots.store,
    RETRIEVE_ROOT: roots.retrieve,
    SEARCH_ROOT: roots.search,
    DELETE_ROOT: roots.delete,
    TIMEOUT: `${target.timeoutMs}ms`,
    STORE_STATUSES: profile.statuses.store.join(','),
    INSTANCE_ACCEPT: instanceAccept(target),
    MULTIPART_ACCEPT: withTransferSyntax('multipart/related; type="application/dicom"', target),
    VISIBILITY: profile.visibilityWindowMs / 1000,
    SHAPE: settings.shape,
    RATE: settings.rate,
    VUS: settings.virtualUsers,
    DURATION: settings.duration,
    INSTANCES_PER_REQUEST: settings.instancesPerRequest,
    CORPUS: settings.corpus,
    INSTANCES: settings.instances,
    WAIT: settings.waitSeconds,
    SAMPLE: settings.sample,
    PROPORTIONS: settings.proportions,
    THRESHOLDS: JSON.stringify(settings.thresholds),
    SEED: settings.seed,
    RUN: settings.run,
    STUDIES: settings.studies?.join(','),
    LEDGER: settings.ledger,
    POOL: pool ?? undefined,
    EVENTS: 'yes',
  };
  return {
    ...Object.fromEntries(
      Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
    ),
    ...credentials(target),
  };
}

function instanceAccept(target: Target): string {
  const singlePart = target.profile.instanceAccept === 'single-part';
  return withTransferSyntax(singlePart ? 'application/dicom' : 'multipart/related; type="application/dicom"', target);
}

function withTransferSyntax(mediaType: string, { profile }: Target): string {
  return profile.retrieveTransferSyntax === null
    ? mediaType
    : `${mediaType}; transfer-syntax=${profile.retrieveTransferSyntax}`;
}

function credentials({ credentials, extraHeaders }: Target): Readonly<Record<string, string>> {
  const headers = credentials.kind === 'headers' ? [...extraHeaders, ...credentials.headers] : extraHeaders;
  return {
    // Empty values are set as well, so that k6 does not take the user's own variables of these names.
    DICOMWEB_TOKEN: tokenOf(credentials),
    DICOMWEB_USER: credentials.kind === 'basic' ? credentials.user : '',
    DICOMWEB_PASSWORD: credentials.kind === 'basic' ? credentials.password : '',
    DICOMWEB_HEADERS: headers.length === 0 ? '' : JSON.stringify(Object.fromEntries(headers)),
  };
}

/** The token of the moment; the embedded engine is given others as they come. */
function tokenOf(credentials: Target['credentials']): string {
  if (credentials.kind === 'tokens') return credentials.tokens.last ?? '';
  return credentials.kind === 'bearer' ? credentials.token : '';
}

/** As the scripts have it (`load/shared/settings.ts`): a request is never divided between studies. */
const INSTANCES_PER_STUDY = 50;

/** What the answers of a run may take of the memory: it goes by the instances of the pool, null where nothing is stored. */
export function bodiesOf(
  { studies, instancesPerRequest = 1 }: Pick<LoadSettings, 'studies' | 'instancesPerRequest'>,
  pool: string | null,
): AnswerBodies {
  const longest = BOUNDS.loadAnswer.limit;
  const together = BOUNDS.loadAnswers.limit;
  // How large the studies of others are is not known.
  if (studies !== undefined) return { longest: BOUNDS.answer.limit, together: BOUNDS.wasted.limit, usual: longest };
  const usual = Math.max(INSTANCES_PER_STUDY, instancesPerRequest) * (pool === null ? 0 : largestFileIn(dirname(pool)));
  return { longest: Math.max(longest, 2 * usual), together, usual };
}

function largestFileIn(folder: string): number {
  const files = readdirSync(folder).filter((name) => name.endsWith('.dcm'));
  return Math.max(0, ...files.map((name) => statSync(join(folder, name)).size));
}
