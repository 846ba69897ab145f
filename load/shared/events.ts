/** Lines on the console for whoever runs the script: one JSON object each. */
import { settings } from './settings.ts';

function emit(event: string, fields: { readonly [name: string]: unknown }): void {
  if (settings.events) console.log(JSON.stringify({ event, ...fields }));
}

/** A study of at most so many instances is about to be stored: the ledger of what has to be deleted afterwards. */
export function studyBegins(studyInstanceUID: string, instances: number): void {
  emit('study', { studyInstanceUID, instances });
}

/** An acknowledged instance: whoever runs the script may look afterwards whether it is there. */
export function instanceAcknowledged(study: string, series: string, instance: string): void {
  emit('acknowledged', { study, series, instance });
}

/** The target does not do what the run needs before it begins: not the script's fault. Returns what to throw. */
export function targetFailed(why: string): Error {
  emit('target-failed', { why });
  return new Error(why);
}

/** An acknowledged instance that is not there any more, or not as it was stored. Said aloud in any case. */
export function instanceMissed(what: 'lost' | 'changed', sopInstanceUID: string, why: string): void {
  if (settings.events) emit(what, { sopInstanceUID, why });
  else console.error(`${what}: ${sopInstanceUID} (${why})`);
}

/** Why an operation failed, in words: the first few of each virtual user. */
export function failureSeen(operation: string, kind: string, why: string): void {
  emit('failure', { operation, kind, why: why.slice(0, 300) });
}

/** An answer in full, to be judged afterwards. */
export interface SampledAnswer {
  readonly operation: string;
  readonly method: string;
  readonly url: string;
  readonly accept: string;
  readonly status: number;
  readonly headers: { readonly [name: string]: string };
  /** Base 64. */
  readonly body: string;
}

export function answerSampled(answer: SampledAnswer): void {
  emit('answer', { ...answer });
}
