import { EXIT_CODES } from '../errors/exit-codes.ts';
import type { Finding } from '../results/finding.ts';
import type { LoadResult, OperationLoad } from '../results/load-result.ts';
import type { ScenarioRecord, Summary } from '../results/results.ts';
import { VERDICTS } from '../results/verdict.ts';
import { mostAtOnce } from './most-at-once.ts';

/** How a run ended, as far as its numbers do not tell. */
export type Ending =
  | { readonly kind: 'complete' }
  | { readonly kind: 'interrupted' }
  | { readonly kind: 'script-error'; readonly why: string }
  /** The engine refuses an option, such as a threshold on a metric that there is not. */
  | { readonly kind: 'option-error'; readonly why: string }
  /** The target did not do what the run needs before it begins. */
  | { readonly kind: 'target-failed'; readonly why: string };

const INTERRUPTED = 105;
const INVALID_OPTIONS = 104;
const SCRIPT_FAULTS = [100, 101, 107, 108, 109, 110, 255];

/** The ending that k6's exit code stands for; `targetFailure` is what the script said of the target, if anything. */
export function endingOf(exitCode: number, error: string | null, targetFailure: string | null): Ending {
  if (exitCode === INTERRUPTED) return { kind: 'interrupted' };
  if (targetFailure !== null) return { kind: 'target-failed', why: targetFailure };
  if (exitCode === INVALID_OPTIONS) return { kind: 'option-error', why: error ?? 'an option is wrong' };
  if (SCRIPT_FAULTS.includes(exitCode)) return { kind: 'script-error', why: error ?? `exit code ${exitCode}` };
  return { kind: 'complete' };
}

type Verdict = Pick<Summary, 'verdict' | 'sentence' | 'exitCode'>;

/** The verdict of a load run in one sentence, and the exit code that stands for it; `scenarios` are the judged samples. */
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
      : `${load.lostCount} of ${load.verified ?? 0} acknowledged instances that were looked for are not there`;
  // Loss is loss, whether the run was whole and the generator idle or not.
  const exitCode = ending.kind === 'interrupted' ? EXIT_CODES.loadInterrupted : EXIT_CODES.thresholds;
  if (gone > 0) {
    return { verdict: 'failed', sentence: `${missed}.`, exitCode };
  }
  const changed = total(load, ({ failures }) => failures.changed ?? 0);
  if (changed > 0) {
    const sentence = `${changed} of the answers that were compared brought an instance not as it was stored.`;
    return { verdict: 'failed', sentence, exitCode };
  }
  if (ending.kind === 'interrupted') return incomplete('The run was interrupted', EXIT_CODES.loadInterrupted);
  if (total(load, ({ requests }) => requests) === 0)
    return incomplete('Not one request came to an end', EXIT_CODES.notDecided);
  if (load.script === 'durability' && (load.verified ?? 0) < load.acknowledged) {
    const unknown = load.acknowledged - (load.verified ?? 0);
    return incomplete(`Of ${unknown} acknowledged instances it is not known what became`, EXIT_CODES.notDecided);
  }
  if (load.script === 'durability' && load.acknowledged === 0) {
    return incomplete('Nothing was acknowledged, so nothing could be read back', EXIT_CODES.notDecided);
  }
  if (load.script !== 'durability' && load.verified === 0) {
    const why =
      'Not one of the acknowledged instances that were looked for was found: nothing shows that they were stored';
    return incomplete(why, EXIT_CODES.notDecided);
  }
  if (load.generator.saturated && judgesRates(load)) {
    return incomplete(capital(load.generator.why), EXIT_CODES.notDecided);
  }
  const broken = load.thresholds.filter(({ holds }) => !holds);
  if (broken.length > 0) {
    const named = broken.map(({ metric, expression }) => `${metric} ${expression}`).join(', ');
    return {
      verdict: 'failed',
      sentence: `${thresholds(broken.length)} not hold: ${named}${mostAtOnce(load)}.`,
      exitCode: EXIT_CODES.thresholds,
    };
  }
  const end = deadEnd(load);
  if (end !== null) return incomplete(end, EXIT_CODES.unreachable);
  const breaches = new Set(findings.filter(({ verdict }) => verdict === 'fail').map(({ requirement }) => requirement));
  if (breaches.size > 0) {
    const named = [...breaches].sort().join(', ');
    return { verdict: 'failed', sentence: `Sampled answers break ${named}.`, exitCode: EXIT_CODES.findings };
  }
  return { verdict: 'passed', sentence: passed(load, missed), exitCode: EXIT_CODES.conformant };
}

/** What became of instances is known however busy the generator was. */
function judgesRates({ script, thresholds }: LoadResult): boolean {
  return script !== 'durability' || thresholds.some(({ metric }) => !metric.startsWith('instances_'));
}

/** Seconds at the end of a run in which nothing succeeds, and failures in them, from which on the target is taken for gone. */
const DEAD_END = { seconds: 2, failures: 3 } as const;
/** Seconds without success, beyond the pauses that the load itself makes, that need no more than one failure. */
const SILENCE = 5;

/**
 * Says so when the target answered nothing as it should to the end of the run. Failures come slowly where success came
 * fast: their share of all requests may be within every threshold while the server is dead. One that hangs fails but
 * once for each user: where users do nothing but wait for it that is enough, and so is an end far longer than any pause
 * before it.
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
  return `From second ${first.second} to the end no operation succeeded any more: ${failures} failed`;
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
  const dropped = load.droppedIterations > 0 ? `; ${load.droppedIterations} iterations were dropped` : '';
  const saturated = load.generator.saturated ? `; ${load.generator.why}` : '';
  return `${held}${looked}${failed}${dropped}${mostAtOnce(load)}${saturated}.`;
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
