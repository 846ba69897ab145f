import { Refusal } from '../message.ts';

/** Longest latency that can be asked for, in milliseconds; clients give up long before. */
const LONGEST_MS = 600_000;

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new Refusal(400, 'the body is no JSON');
  }
}

/** Ids of faults from a request body. @throws Refusal 400 unless it is a JSON array of strings. */
export function readFaults(body: string): readonly string[] {
  const value = parsed(body);
  if (Array.isArray(value) && value.every((one): one is string => typeof one === 'string')) return value;
  throw new Refusal(
    400,
    'the body has to be a JSON array of ids of faults, such as ["fake-store"]; [] switches all off',
  );
}

/** Milliseconds from a request body. @throws Refusal 400 unless it is one JSON number in range. */
export function readLatency(body: string): number {
  const value = parsed(body);
  if (typeof value === 'number' && value >= 0 && value <= LONGEST_MS) return value;
  throw new Refusal(400, `the body has to be a JSON number of milliseconds from 0 to ${LONGEST_MS}`);
}
