import { formatBytes } from '../portable/size.ts';
import type { SecondLoad } from '../results/load-result.ts';
import { secondLoad } from './build-load-result.ts';
import type { Watched } from './measured.ts';

/** Seconds between two lines where the output is no terminal, on which one line is written over. */
const PLAIN_EVERY = 5;

interface Output {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

interface Loudness {
  readonly quiet?: boolean;
  readonly verbose?: boolean;
}

/** Shows how a run goes: one line, rewritten each second, on a terminal; a line every five seconds elsewhere; quietly nothing, verbosely a line each second. */
export class Progress {
  readonly #output: Output;
  readonly #every: number;
  #failed = 0;
  #inPlace = false;

  constructor(output: Output, { quiet = false, verbose = false }: Loudness = {}) {
    this.#output = quiet ? { write: () => {} } : verbose ? { write: (text) => output.write(text) } : output;
    this.#every = verbose ? 1 : PLAIN_EVERY;
  }

  second(second: Watched): void {
    const load = secondLoad(second);
    this.#failed += load.failed;
    const line = this.#line(load, second.progress);
    if (this.#output.isTTY) {
      this.#output.write(`\r\u001b[K${line}`);
      this.#inPlace = true;
    } else if ((second.second + 1) % this.#every === 0) {
      this.#output.write(`${line}\n`);
    }
  }

  /** Prints a line that is not written over. */
  say(text: string): void {
    this.done();
    this.#output.write(`${text}\n`);
  }

  done(): void {
    if (this.#inPlace) this.#output.write('\r\u001b[K');
    this.#inPlace = false;
  }

  #line({ second, requests, bytes, p95, virtualUsers }: SecondLoad, progress: Watched['progress']): string {
    return [
      `${second + 1} s`,
      `${requests} requests/s`,
      `${formatBytes(bytes)}/s`,
      p95 === null ? 'p95 –' : `p95 ${p95.toFixed(1)} ms`,
      `failed ${this.#failed}`,
      `${virtualUsers} virtual users`,
      ...left(second + 1, progress),
    ].join(' · ');
  }
}

function left(seconds: number, progress: number | null): string[] {
  if (progress === null || progress <= 0 || progress >= 1) return [];
  return [`${Math.ceil((seconds * (1 - progress)) / progress)} s left`];
}
