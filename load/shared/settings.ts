/** The settings of a run, read from the environment. ceiling.ts alone reads one more, CEILING. */
import encoding from 'k6/encoding';
import { parseSize } from '../../lib/portable/size.ts';

function text(name: string, fallback: string): string {
  const value = __ENV[name];
  return value === undefined || value === '' ? fallback : value;
}

function number(name: string, fallback: number, least: number, most: number): number {
  const given = text(name, String(fallback));
  const value = Number(given);
  if (!(value >= least && value <= most)) {
    throw new Error(`${name} is "${given}": a number from ${least} to ${most} is needed`);
  }
  return value;
}

/** A number; null when it is not given. */
function optional(name: string, least: number, most: number): number | null {
  return text(name, '') === '' ? null : number(name, 0, least, most);
}

function size(name: string, fallback: string): number {
  try {
    return parseSize(text(name, fallback));
  } catch (error) {
    throw new Error(`${name}: ${(error as Error).message}`);
  }
}

/** Header fields with the credentials; none when the environment has no credentials. */
function authorization(): { [name: string]: string } {
  const token = text('DICOMWEB_TOKEN', '');
  const user = text('DICOMWEB_USER', '');
  const more = JSON.parse(text('DICOMWEB_HEADERS', '{}')) as { [name: string]: string };
  if (token !== '') return { ...more, Authorization: `Bearer ${token}` };
  if (user === '') return more;
  return { ...more, Authorization: `Basic ${encoding.b64encode(`${user}:${text('DICOMWEB_PASSWORD', '')}`)}` };
}

const target = text('TARGET', 'http://127.0.0.1:8080').replace(/\/+$/, '');

export const settings = {
  roots: {
    store: text('STORE_ROOT', target),
    retrieve: text('RETRIEVE_ROOT', target),
    search: text('SEARCH_ROOT', target),
    delete: text('DELETE_ROOT', target),
  },
  headers: authorization(),
  /** Longest time to wait for an answer. */
  timeout: text('TIMEOUT', '60s'),
  /** Statuses by which the target says that it stored everything. */
  storeStatuses: text('STORE_STATUSES', '200').split(',').map(Number),
  /** Accept header for one instance. */
  instanceAccept: text('INSTANCE_ACCEPT', 'multipart/related; type="application/dicom"; transfer-syntax=*'),
  /** Accept header for several instances in one answer. */
  multipartAccept: text('MULTIPART_ACCEPT', 'multipart/related; type="application/dicom"; transfer-syntax=*'),
  shape: text('SHAPE', 'smoke'),
  /** Iterations a second at level 1 of the shape (open model). */
  rate: optional('RATE', 0.01, 1e6),
  /** Virtual users at level 1 of the shape (closed model); in the open model the most that may be started. */
  virtualUsers: optional('VUS', 1, 1e5),
  duration: text('DURATION', ''),
  size: size('SIZE', '512KiB'),
  /** Most instances that `durability` stores; null for as many as the duration allows. */
  instances: optional('INSTANCES', 1, 1e9),
  instancesPerRequest: number('INSTANCES_PER_REQUEST', 1, 1, 1000),
  instancesPerStudy: number('INSTANCES_PER_STUDY', 50, 1, 1e6),
  /** Instances that are stored before the reading begins. */
  corpus: number('CORPUS', 20, 1, 1e5),
  /** Studies that are on the target and are read in place of a corpus; none where the script stores one. */
  studies: text('STUDIES', '').split(',').filter(Boolean),
  /** Share (0 to 1) of the answers that are compared with what was stored, and handed to the runner for judging. */
  sample: number('SAMPLE', 0.01, 0, 1),
  /** Seconds between the last store and the first reading back. */
  waitSeconds: number('WAIT', 2, 0, 86_400),
  /** Seconds after which a search has to find what was stored. */
  visibilitySeconds: number('VISIBILITY', 10, 0, 3600),
  /** Path of `pool.json`; without it the script makes its own instance. */
  pool: text('POOL', ''),
  /** File with one Study Instance UID a line. */
  ledger: text('LEDGER', ''),
  /** Number of the run, which its UIDs begin with; null for a random one. */
  run: optional('RUN', 0, 2 ** 47 - 1),
  /** The same seed makes the same choices; null for a random one. UIDs do not follow from it: each run makes its own. */
  seed: optional('SEED', 0, 2 ** 47 - 1),
  generator: number('GENERATOR', 0, 0, 4095),
  /** Weights of the parts of the mixed load. */
  proportions: text('PROPORTIONS', 'store:20,retrieve:50,search:30'),
  /** Thresholds beside the script's own, as JSON in the form of k6's options. */
  thresholds: JSON.parse(text('THRESHOLDS', '{}')) as { [metric: string]: string[] },
  /** Whether a runner reads events on the console. */
  events: text('EVENTS', '') !== '',
} as const;
