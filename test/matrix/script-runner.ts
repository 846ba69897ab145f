import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

/** How a script ended, and what it wrote. */
interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface ScriptRunner {
  /** Runs a script of a finding against a server. What it writes goes into files beside it. */
  run(script: string, baseUrl: string): Promise<Ended>;
  /** Takes no further script. */
  end(): void;
}

/** Reads a line for each script, and writes one when it has ended: its number and its exit code. */
const RUNNER = `
while IFS=$'\\t' read -r number script url; do
  {
    code=0
    bash "$script" "$url" >"$script.$number.out" 2>"$script.$number.err" </dev/null || code=$?
    echo "$number $code"
  } &
done
wait`;

/**
 * Starts a small process that starts the scripts. A process that has judged many servers is large, and each one that it
 * started itself would cost a copy of its page tables.
 */
export function startScriptRunner(): ScriptRunner {
  const env = { PATH: process.env.PATH, DICOMWEB_TOKEN: 'of-the-matrix', PATIENCE: '0', TIMEOUT: '5' };
  const child = spawn('bash', ['--norc', '-c', RUNNER], { env, stdio: ['pipe', 'pipe', 'inherit'] });
  const waiting = new Map<number, (code: number) => void>();
  createInterface(child.stdout).on('line', (line) => {
    const [number = NaN, code = NaN] = line.split(' ').map(Number);
    waiting.get(number)?.(code);
    waiting.delete(number);
  });
  let started = 0;
  return {
    async run(script, baseUrl) {
      const number = ++started;
      child.stdin.write(`${[number, script, baseUrl].join('\t')}\n`);
      const code = await new Promise<number>((resolve) => waiting.set(number, resolve));
      const [stdout, stderr] = ['out', 'err'].map((stream) => readFileSync(`${script}.${number}.${stream}`, 'utf8'));
      return { code, stdout: stdout ?? '', stderr: stderr ?? '' };
    },
    end: () => child.stdin.end(),
  };
}
