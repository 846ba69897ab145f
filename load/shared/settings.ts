/** What the environment says about a run. Every script reads its settings here, and only here. */
import encoding from 'k6/encoding';

const SIZE_UNITS: { readonly [unit: string]: number } = {
  '': 1,
  B: 1,
  kB: 1e3,
  KB: 1e3,
  MB: 1e6,
  GB: 1e9,
  KiB: 1024,
  MiB: 1024 * 1024,
  GiB: 1024 * 1024 * 1024,
};

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

/** A number that may be left out. */
function optional(name: string, least: number, most: number): number | null {
  return text(name, '') === '' ? null : number(name, 0, least, most);
}

function size(name: string, fallback: string): number {
  const given = text(name, fallback);
  const match = /^([0-9.]+)\s*([A-Za-z]*)$/.exec(given);
  const unit = match ? SIZE_UNITS[match[2] || ''] : undefined;
  const bytes = match && unit ? Math.round(Number(match[1]) * unit) : 0;
  if (!(bytes >= 1024 && bytes <= 1024 * 1024 * 1024)) {
    throw new Error(`${name} is "${given}": a size from 1KiB to 1GiB is needed`);
  }
  return bytes;
}

/** Credentials come from the environment only. Without any, requests carry none. */
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
  /** Longest wait for an answer. */
  timeout: text('TIMEOUT', '60s'),
  /** Statuses that the target documents for a full success. */
  storeStatuses: text('STORE_STATUSES', '200').split(',').map(Number),
  /** Accept of a retrieved instance. */
  instanceAccept: text('INSTANCE_ACCEPT', 'multipart/related; type="application/dicom"; transfer-syntax=*'),
  /** Accept of several instances in one answer. */
  multipartAccept: text('MULTIPART_ACCEPT', 'multipart/related; type="application/dicom"; transfer-syntax=*'),
  shape: text('SHAPE', 'smoke'),
  /** Iterations a second at the level of the shape: the open model. */
  rate: optional('RATE', 0.01, 1e6),
  /** Virtual users at the level of the shape: the closed model; in the open model the most that there may be. */
  virtualUsers: optional('VUS', 1, 1e5),
  duration: text('DURATION', ''),
  size: size('SIZE', '512KiB'),
  /** Most instances that `durability` stores; null for as many as the duration allows. */
  instances: optional('INSTANCES', 1, 1e9),
  instancesPerRequest: number('INSTANCES_PER_REQUEST', 1, 1, 1000),
  instancesPerStudy: number('INSTANCES_PER_STUDY', 50, 1, 1e6),
  /** Instances that are stored before the reading begins. */
  corpus: number('CORPUS', 20, 1, 1e5),
  /** Share of the answers that are compared in full and handed out for judging. */
  sample: number('SAMPLE', 0.01, 0, 1),
  /** Seconds between the last store and the first reading back. */
  waitSeconds: number('WAIT', 2, 0, 86_400),
  /** Longest time until what was stored has to be found, in seconds. */
  visibilitySeconds: number('VISIBILITY', 10, 0, 3600),
  /** File with the prepared instances; without it the script makes its own. */
  pool: text('POOL', ''),
  /** File with one Study Instance UID a line. */
  ledger: text('LEDGER', ''),
  /** Number of the run, which its UIDs begin with; null draws one. */
  run: optional('RUN', 0, 2 ** 47 - 1),
  /** The same seed makes the same choices; null draws one. UIDs do not follow from it: each run makes its own. */
  seed: optional('SEED', 0, 2 ** 47 - 1),
  generator: number('GENERATOR', 0, 0, 4095),
  /** `store:20,retrieve:50,search:30`: parts of the mixed load. */
  proportions: text('PROPORTIONS', 'store:20,retrieve:50,search:30'),
  /** JSON of more thresholds, as in k6's options. */
  thresholds: JSON.parse(text('THRESHOLDS', '{}')) as { [metric: string]: string[] },
  /** Whether someone reads the events on the console. */
  events: text('EVENTS', '') !== '',
} as const;
