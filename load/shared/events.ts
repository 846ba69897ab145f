/** Events for the runner: one JSON object a line, on the console. */
import type { SampledAnswer } from '../../lib/portable/sampled-answer.ts';
import { settings } from './settings.ts';

function emit(event: string, fields: { readonly [name: string]: unknown }): void {
  if (settings.events) console.log(JSON.stringify({ event, ...fields }));
}

/** A study of at most so many instances is about to be stored. The runner adds it to the ledger, and deletes it after the run. */
export function studyBegins(studyInstanceUID: string, instances: number): void {
  emit('study', { studyInstanceUID, instances });
}

/** An instance was acknowledged. The runner may look for it after the run. */
export function instanceAcknowledged(study: string, series: string, instance: string): void {
  emit('acknowledged', { study, series, instance });
}

let lastProtocol = '';

/** The version of HTTP that an answer came in, as k6 names it. Sent when it is another than that of the answer before. */
export function protocolSpoken(protocol: string): void {
  if (protocol === '' || protocol === lastProtocol) return;
  lastProtocol = protocol;
  emit('protocol', { protocol });
}

/** The target did not do what the run needs before it begins. Returns the Error to throw. */
export function targetFailed(why: string): Error {
  emit('target-failed', { why });
  return new Error(why);
}

/** An acknowledged instance was lost or changed. Without a runner it is printed as an error. */
export function instanceMissed(what: 'lost' | 'changed', sopInstanceUID: string, why: string): void {
  if (settings.events) emit(what, { sopInstanceUID, why });
  else console.error(`${what}: ${sopInstanceUID} (${why})`);
}

/** Why an operation failed. Sent for the first few failures of each virtual user. */
export function failureSeen(operation: string, kind: string, why: string): void {
  emit('failure', { operation, kind, why: why.slice(0, 300) });
}

/** An answer in full, which the runner judges after the run. */
export function answerSampled(answer: SampledAnswer): void {
  emit('answer', { ...answer });
}
