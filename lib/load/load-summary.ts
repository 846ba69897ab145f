import { EXIT_CODES } from '../errors/exit-codes.ts';
import { allowsDropped, wasApplied } from '../results/applied-load.ts';
import type { Finding } from '../results/finding.ts';
import type { LoadResult, OperationLoad } from '../results/load-result.ts';
import type { ScenarioRecord, Summary } from '../results/results.ts';
import { VERDICTS } from '../results/verdict.ts';
import { mostAtOnce } from './most-at-once.ts';

/** How a run ended. The numbers of a run do not tell this. */
export type Ending =
  | { readonly kind: 'complete' }
  | { readonly kind: 'interrupted' }
  | { readonly kind: 'script-error'; readonly why: string }
  /** The engine refused an option, such as a threshold on a metric that does not exist. */
  | { readonly kind: 'option-error'; readonly why: string }
  /** The target did not do what the run needs before it begins. */
  | { readonly kind: 'target-failed'; readonly why: string };

const INTERRUPTED = 105;
const INVALID_OPTIONS = 104;
const SCRIPT_FAULTS = [100, 101, 107, 108, 109, 110, 255];

/** Translates k6's exit code. `targetFailure` is why the script could not begin on this target; null when it could. */
export function endingOf(exitCode: number, error: string | null, targetFailure: string | null): Ending {
  if (exitCode === INTERRUPTED) return { kind: 'interrupted' };
  if (targetFailure !== null) return { kind: 'target-failed', why: targetFailure };
  if (exitCode === INVALID_OPTIONS) return { kind: 'option-error', why: error ?? 'an option is wrong' };
  if (SCRIPT_FAULTS.includes(exitCode)) return { kind: 'script-error', why: error ?? `exit code ${exitCode}` };
  return { kind: 'complete' };
}

type Verdict = Pick<Summary, 'verdict' | 'sentence' | 'exitCode'>;

/** The verdict of a load run with its sentence and exit code. `scenarios` hold the findings on the sampled answers. */
export function loadSummary(load: LoadResult, ending: Ending, scenarios: readonly ScenarioRecord[]): Summary {
  const findings = scenarios.flatMap((scenario) => scenario.findings);
  const count = (verdict: string): number => findings.filter((finding) => finding.verdict === verdict).length;
  const counts = Object.fromEntries(VERDICTS.map((verdict) => [verdict, count(verdict)])) as Summary['findings'];
  return { ...decide(load, ending, findings), counts: {}, findings: counts };
}

function decide(load: LoadResult, ending: Ending, findings: readonly Finding[]): Verdict {
  if (ending.kind === 'target-failed') return incomplete(ending.why, EXIT_CODES.unreachable);
  if (ending.kind === 'option-error') return incomplete(`The load was refused: ${ending.why}`, EXIT_CODES.usage);
  if (ending.kind === 'script-error') return incomplete(`The script failed: ${ending.why}`, EXIT_CODES.harnessError);
  const gone = load.lostCount + load.changedCount;
  const missed =
    load.script === 'durability'
      ? `${load.lostCount} of ${load.acknowledged} acknowledged instances lost, ${load.changedCount} changed`
      : `${load.lostCount} of the ${load.verified ?? 0} acknowledged instances that were looked for are not there`;
  // A lost instance counts, even when the run was interrupted or the generator was at its ceiling.
  const exitCode = ending.kind === 'interrupted' ? EXIT_CODES.loadInterrupted : EXIT_CODES.thresholds;
  if (gone > 0) {
    return { verdict: 'failed', sentence: `${missed}.`, exitCode };
  }
  const changed = total(load, ({ failures }) => failures.changed ?? 0);
  if (changed > 0) {
    const sentence = `${changed} of the compared answers held an instance that differs from what was stored.`;
    return { verdict: 'failed', sentence, exitCode };
  }
  if (ending.kind === 'interrupted') return incomplete('The run was interrupted', EXIT_CODES.loadInterrupted);
  if (total(load, ({ requests }) => requests) === 0)
    return incomplete('No request was completed', EXIT_CODES.notDecided);
  if (load.script === 'durability' && (load.verified ?? 0) < load.acknowledged) {
    const unknown = load.acknowledged - (load.verified ?? 0);
    return incomplete(
      `It is unknown what became of ${unknown} of ${load.acknowledged} acknowledged instances`,
      EXIT_CODES.notDecided,
    );
  }
  if (load.script === 'durability' && load.acknowledged === 0) {
    return incomplete('Nothing was acknowledged, so nothing could be read back', EXIT_CODES.notDecided);
  }
  if (load.script !== 'durability' && load.verified === 0) {
    const why =
      'None of the acknowledged instances that were looked for was found, so nothing shows that they were stored';
    return incomplete(why, EXIT_CODES.notDecided);
  }
  const lack = allowsDropped(load) || wasApplied(load) ? null : notApplied(load).join('; ');
  if (load.generator.saturated && judgesRates(load)) {
    const why = lack === null ? load.generator.why : `${load.generator.why}; ${lack}`;
    return incomplete(capital(why), EXIT_CODES.notDecided);
  }
  const broken = load.thresholds.filter(({ holds }) => !holds);
  if (broken.length > 0) {
    const named = broken.map(({ metric, expression }) => `${metric} ${expression}`).join(', ');
    return {
      verdict: 'failed',
      sentence: `${thresholds(broken.length)} not hold: ${named}${mostAtOnce(load)}${lack === null ? '' : `; ${lack}`}.`,
      exitCode: EXIT_CODES.thresholds,
    };
  }
  const end = deadEnd(load);
  if (end !== null) return incomplete(end, EXIT_CODES.unreachable);
  if (lack !== null) {
    return { verdict: 'failed', sentence: `${capital(lack)}${mostAtOnce(load)}.`, exitCode: EXIT_CODES.thresholds };
  }
  const breaches = new Set(findings.filter(({ verdict }) => verdict === 'fail').map(({ requirement }) => requirement));
  if (breaches.size > 0) {
    const named = [...breaches].sort().join(', ');
    return { verdict: 'failed', sentence: `Sampled answers break ${named}.`, exitCode: EXIT_CODES.findings };
  }
  return { verdict: 'passed', sentence: passed(load, missed), exitCode: EXIT_CODES.conformant };
}

/** What of the load was not put on, in sentences without their stops. */
function notApplied({ arrivals, droppedIterations }: LoadResult): string[] {
  const dropped = droppedIterations > 0 ? [`${droppedIterations} iterations were dropped`] : [];
  if (!arrivals) return ['the load was not applied in full', ...dropped];
  const [asked, reached] = [arrivals.askedPerSecond, arrivals.reachedPerSecond].map((rate) => rate.toFixed(1));
  return [
    `the load was not applied in full: ${asked} operations a second were asked for, ${reached} were reached`,
    ...dropped,
  ];
}

/**
 * Whether the verdict depends on rates or latencies. What became of instances is known however busy the generator was.
 */
function judgesRates({ script, thresholds }: LoadResult): boolean {
  return script !== 'durability' || thresholds.some(({ metric }) => !metric.startsWith('instances_'));
}

/** A run that ends with this many seconds without success, and this many failures in them, ended with a dead target. */
const DEAD_END = { seconds: 2, failures: 3 } as const;
/** With one failure, this many seconds without success are needed, beyond the pauses that the load itself makes. */
const SILENCE = 5;

/**
 * Says that the target was dead when the run ended; null when it was not. Thresholds may miss this: successes are many
 * and fast, failures are few and slow, so their share stays small. A server that hangs fails only once for each virtual
 * user. That is enough in the closed model, when every user waits for it. Otherwise one or two failures are enough only
 * when the silence at the end is far longer than any pause before it.
 */
function deadEnd({ series, model }: LoadResult): string | null {
  const successes = series.flatMap(({ requests, failed }, index) => (requests > failed ? [index] : []));
  const end = series.slice((successes.at(-1) ?? -1) + 1);
  const failures = end.reduce((sum, { failed }) => sum + failed, 0);
  const [first] = end;
  if (first === undefined || end.length < DEAD_END.seconds || failures === 0) return null;
  const longestPause = Math.max(
    0,
    ...successes.slice(1).map((index, place) => index - (successes[place] ?? index) - 1),
  );
  const users = Math.max(...end.map(({ virtualUsers }) => virtualUsers));
  const allStuck = model === 'closed' && failures >= users && end.length > longestPause;
  if (failures < DEAD_END.failures && !allStuck && end.length <= SILENCE + 2 * longestPause) return null;
  return `No operation succeeded from second ${first.second} to the end: ${failures} failed`;
}

function incomplete(why: string, exitCode: number): Verdict {
  return { verdict: 'incomplete', sentence: why.endsWith('.') ? why : `${why}.`, exitCode };
}

function total({ operations }: LoadResult, of: (operation: OperationLoad) => number): number {
  return operations.reduce((sum, operation) => sum + of(operation), 0);
}

function thresholds(count: number): string {
  return count === 1 ? 'A threshold does' : `${count} thresholds do`;
}

function passed(load: LoadResult, missed: string): string {
  const held = load.thresholds.length > 0 ? 'Every threshold holds' : 'The run ended as planned';
  const found =
    load.verified === undefined
      ? ''
      : `; looked for ${load.verified} of ${load.acknowledged} acknowledged instances, all there`;
  const looked = load.script === 'durability' ? `; ${missed}` : found;
  const failures = total(load, ({ failed }) => failed);
  const failed = failures > 0 ? `; ${failures} of ${total(load, ({ requests }) => requests)} operations failed` : '';
  const left = load.droppedIterations > 0 ? [`${load.droppedIterations} iterations were dropped`] : [];
  const dropped = (wasApplied(load) ? left : notApplied(load)).map((part) => `; ${part}`).join('');
  const saturated = load.generator.saturated ? `; ${load.generator.why}` : '';
  return `${held}${looked}${failed}${dropped}${mostAtOnce(load)}${saturated}.`;
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
