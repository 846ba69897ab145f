import { formatBytes } from '../portable/size.ts';
import type { SecondLoad } from '../results/load-result.ts';
import { secondLoad } from './build-load-result.ts';
import type { Watched } from './measured.ts';

/** Without a terminal to write over, a line comes this often, in seconds. */
const PLAIN_EVERY = 5;

interface Output {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** Says how a run is going: once a second in place on a terminal, now and then a line elsewhere. */
export class Progress {
  readonly #output: Output;
  #failed = 0;
  #inPlace = false;

  constructor(output: Output) {
    this.#output = output;
  }

  second(second: Watched): void {
    const load = secondLoad(second);
    this.#failed += load.failed;
    const line = this.#line(load, second.progress);
    if (this.#output.isTTY) {
      this.#output.write(`\r\u001b[K${line}`);
      this.#inPlace = true;
    } else if ((second.second + 1) % PLAIN_EVERY === 0) {
      this.#output.write(`${line}\n`);
    }
  }

  /** A line that stays. */
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
