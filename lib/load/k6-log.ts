import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { EngineRun } from './measured.ts';

interface LogEntry {
  readonly level: string;
  readonly message: string;
  readonly source: string;
  /** The cause that k6 adds to the message. */
  readonly error: string;
}

/**
 * Reads the log of k6 while k6 writes it: one JSON object a line. Lines of the script's console are marked as such.
 * Returns a list of error messages, which grows while the log is read.
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
    // k6 warns of each request that got no answer: say each message once.
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
