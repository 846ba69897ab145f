/** What a run may use of a machine, whatever a server answers. Every bound stands here, and docs/bounds.md lists them. */
interface Bound {
  /** In bytes, milliseconds or pieces. */
  readonly limit: number;
  readonly unit: 'bytes' | 'ms' | 'pieces';
  /** What is bounded, for a reader of the docs. */
  readonly holds: string;
  /** How a run tells that it was met. */
  readonly told: string;
}

const OVER_LIMIT = '`incomplete(over-limit)`; the exchange says which bound';

const NO_FILE = 'results.json gives length and hash, and no file';

function bound(limit: number, unit: Bound['unit'], holds: string, told: string = OVER_LIMIT): Bound {
  return { limit, unit, holds, told };
}

const MIB = 1 << 20;
const GIB = 2 ** 30;
const HOUR = 3_600_000;

export const BOUNDS = {
  bodyInMemory: bound(MIB, 'bytes', 'body of one answer in memory', 'a longer one goes to a temporary file'),
  answerBeforehand: bound(64 * MIB, 'bytes', 'answer when the target is only looked at, before anything is stored'),
  answer: bound(512 * MIB, 'bytes', 'answer of a run, or 32 times the data set where that is more'),
  loadAnswer: bound(
    64 * MIB,
    'bytes',
    'answer in a load run, or twice the largest study that the run stores',
    'the request failed: `too_long`',
  ),
  loadAnswers: bound(
    256 * MIB,
    'bytes',
    'answers under way together in a load run, or a study for each virtual user',
    'the request failed: `too_long`',
  ),
  heldStudy: bound(2 * GIB, 'bytes', 'study that a read-only run reads', 'the run ends with exit code 3'),
  wasted: bound(2 * GIB, 'bytes', 'answers together that were cut at their limit; later ones are cut at 64 MiB'),
  temporaryFiles: bound(8 * GIB, 'bytes', 'temporary files of one process; an answer that was cut leaves none'),
  interimResponses: bound(
    100,
    'pieces',
    'interim (1xx) responses before one answer',
    '`incomplete(over-limit)`; in a load run the request failed, and its message says so',
  ),
  headerSection: bound(MIB, 'bytes', 'header section of one answer over HTTP/1.1'),
  headerFields: bound(10_000, 'pieces', 'header fields of one answer over HTTP/2'),
  waitedInVain: bound(
    15_000,
    'ms',
    'waits together for stores that are not shown, after a first wait in vain; each is a tenth of it',
    '`incomplete(not-exercised)`; the finding says how long was waited',
  ),
  runTime: bound(6 * HOUR, 'ms', 'one conformance run', 'the run is cut short, cleans up and says so: exit code 4'),
  elements: bound(400_000, 'pieces', 'elements, items and fragments of one DICOM file'),
  heldElements: bound(200_000, 'pieces', 'elements of a data set in memory at once', 'the others are read again'),
  jsonText: bound(64 * MIB, 'bytes', 'JSON text of one answer'),
  xmlText: bound(4 * MIB, 'bytes', 'XML document that is compared value by value'),
  jsonValues: bound(1_000_000, 'pieces', 'values of one JSON text'),
  parts: bound(200_000, 'pieces', 'parts of one multipart answer'),
  decoded: bound(64 * MIB, 'bytes', 'body after its content coding is undone'),
  evidence: bound(
    256 * MIB,
    'bytes',
    'bodies that are kept while a run goes on; beyond it large ones only where cited',
    NO_FILE,
  ),
  smallBody: bound(64 * 1024, 'bytes', 'body that is kept though no finding cites it (`--evidence findings`)', NO_FILE),
  userFile: bound(
    64 * MIB,
    'bytes',
    'configuration, profile, baseline, token, key or certificate that is read',
    'the command names the file and ends: exit code 2',
  ),
  journal: bound(
    500 * MIB,
    'bytes',
    'journal or ledger of a run that is read',
    'the command names the file and ends: exit code 2',
  ),
  resultsFile: bound(
    128 * MIB,
    'bytes',
    'results.json that is read',
    'the command names the file and ends: exit code 2',
  ),
} as const satisfies Readonly<Record<string, Bound>>;
