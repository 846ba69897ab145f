/** What all virtual users of a run share: the prefix of its UIDs. */
import crypto from 'k6/crypto';
import exec from 'k6/execution';
import { type Random, randomFrom } from './random.ts';
import { settings } from './settings.ts';
import { uidPrefix } from './uid.ts';
import { Writer } from './writer.ts';

export interface RunData {
  readonly prefix: string;
}

/**
 * The start of a run, to be called by `setup`. Without RUN its number is drawn, so that runs, and the runners of a
 * run that is spread over hosts, never make the same UID.
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

/** Choices of this virtual user: by SEED the same in every run. */
export const random: Random =
  settings.seed === null ? Math.random : randomFrom(settings.seed * 1_000_003 + Number(__VU));
