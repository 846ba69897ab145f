/** What the virtual users of a run share: the prefix of the UIDs of the run. */
import crypto from 'k6/crypto';
import exec from 'k6/execution';
import { type Random, randomFrom } from '../../lib/portable/random.ts';
import { uidPrefix } from '../../lib/portable/uid.ts';
import { settings } from './settings.ts';
import { Writer } from './writer.ts';

export interface RunData {
  readonly prefix: string;
}

/**
 * Begins a run; `setup` calls it. Without RUN the run number is random, so that two runs, or two runners of one run on
 * several hosts, never make the same UID.
 */
export function beginRun(): RunData {
  return { prefix: uidPrefix(settings.run === null ? drawRun() : settings.run, settings.generator) };
}

function drawRun(): number {
  const bytes = new Uint8Array(crypto.randomBytes(6));
  return bytes.reduce((value, byte) => value * 256 + byte, 0) % 2 ** 47;
}

let own: Writer | undefined;

/** The writer of this virtual user. */
export function writer({ prefix }: RunData): Writer {
  if (!own) own = new Writer(prefix, exec.vu.idInTest, settings.instancesPerRequest);
  return own;
}

/** Random numbers of this virtual user. With SEED they are the same in every run. */
export const random: Random =
  settings.seed === null ? Math.random : randomFrom(settings.seed * 1_000_003 + Number(__VU));
