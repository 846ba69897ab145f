import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { EngineRun } from './measured.ts';

interface LogEntry {
  readonly level: string;
  readonly message: string;
  readonly source: string;
  /** What k6 says besides the message. */
  readonly error: string;
}

/**
 * Reads the log of k6 while it is written: one JSON object a line, and what the script wrote on its console says so.
 * Returns the messages of errors, to which are added those that are still to come.
 */
export function readK6Log(
  log: Readable,
  { onConsole, onWarning }: Pick<EngineRun, 'onConsole' | 'onWarning'>,
): readonly string[] {
  const errors: string[] = [];
  const told = new Set<string>();
  createInterface({ input: log }).on('line', (line) => {
    const { level, message, source, error } = logEntry(line);
    if (level === 'error') errors.push(message);
    if (source === 'console' && level === 'info') return onConsole(message);
    // k6 warns of every single request that got no answer.
    if (message === '' || told.has(message)) return;
    told.add(message);
    onWarning(error === '' ? message : `${message}: ${error}`);
  });
  return errors;
}

function logEntry(line: string): LogEntry {
  try {
    const {
      level = 'info',
      msg = '',
      source = '',
      error = '',
    } = JSON.parse(line) as Record<string, string | undefined>;
    return { level, message: msg, source, error };
  } catch {
    return { level: 'warning', message: line.trim(), source: '', error: '' };
  }
}
