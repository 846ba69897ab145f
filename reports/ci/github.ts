import { randomUUID } from 'node:crypto';
import type { Results } from '../../lib/results/results.ts';
import { japaneseSentence } from '../page/first/verdict-sentence.ts';
import { problems } from '../verdict-words.ts';
import { visible } from '../visible-text.ts';
import { HARM_WORDS } from '../words/harms.ts';
import { type Language, type Say, speaking } from '../words/language.ts';
import { type CiProblem, ciProblems } from './problems.ts';

/** GitHub shows so many annotations of a kind for a step and drops the rest. */
const SHOWN = 10;

/**
 * Workflow commands by which GitHub Actions shows the problems of a run beside the job, gravest first; then the sentence
 * of the run. What the baseline accepts is not shown. Nothing that a server says can end a command or begin another one.
 */
export function githubAnnotations(results: Results, language: Language = 'en'): string {
  const say = speaking(language);
  const all = ciProblems(results, language);
  const gating = new Set(all.filter(({ gates }) => gates).map(({ ticket }) => ticket));
  // A problem whose leading requirement only warns is an error where another one of it gates.
  const open = all
    .filter(({ accepted, leads }) => leads && accepted === undefined)
    .map((problem) => ({ ...problem, gates: gating.has(problem.ticket) }));
  const lines = [true, false].flatMap((gates) => {
    const here = open.filter((problem) => problem.gates === gates);
    return here.slice(0, SHOWN).map((problem) => problemCommand(problem, say));
  });
  const left = open.length - lines.length;
  const [english, japanese] = problems(left);
  const more = left > 0 ? say(` ${english} more in report.html.`, `ほかに${japanese}（report.html を参照）。`) : '';
  const sentence = visible(say(results.summary.sentence, japaneseSentence(results)));
  return [...lines, command('notice', `DICOMweb ${results.kind}`, `${sentence}${more}`)]
    .map((line) => `${line}\n`)
    .join('');
}

function problemCommand({ gates, requirement, headline, expected, observed, harm }: CiProblem, say: Say): string {
  const [english, japanese] = HARM_WORDS[harm];
  const text = say(
    `${headline} Expected: ${expected}. Observed: ${observed}. ${english}.`,
    `${headline}期待値：${expected}。実際の値：${observed}。影響：${japanese}。`,
  );
  return command(gates ? 'error' : 'warning', requirement, text);
}

function command(name: 'error' | 'warning' | 'notice', title: string, message: string): string {
  const property = escaped(title).replaceAll(':', '%3A').replaceAll(',', '%2C');
  return `::${name} title=${property}::${escaped(message)}`;
}

/** `##[` begins a command of the older kind wherever it stands in a line. */
function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A').replaceAll('##[', '# #[');
}

/** The text between two commands that keep the runner from obeying any line of it: servers put words into it. */
export function withoutCommands(text: string): string {
  const token = randomUUID();
  return `::stop-commands::${token}\n${text.endsWith('\n') ? text : `${text}\n`}::${token}::\n`;
}
