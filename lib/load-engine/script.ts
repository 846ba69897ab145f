import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { format } from 'node:util';
import { Script as VmScript } from 'node:vm';
import type { LogEntry } from './api.ts';
import { modulesFor } from './modules/modules.ts';
import { NotInEngine } from './not-in-engine.ts';
import type { VirtualUser } from './virtual-user.ts';

/** A script as one virtual user has it: its own variables, its own copies of opened files. */
export interface ScriptInstance {
  readonly exports: Readonly<Record<string, unknown>>;
  /** What the script reads as `__ENV`. */
  readonly env: Record<string, string>;
  /** Sets what the script reads as `__ITER`. */
  setIteration(iteration: number): void;
}

interface Wrapped {
  setIteration(iteration: number): void;
  run(scope: Record<string, unknown>): void;
}

/** Globals of Node that k6 does not have: hidden, so that what runs here runs in k6 too. */
const HIDDEN = [
  'process Buffer fetch URL URLSearchParams performance structuredClone queueMicrotask setImmediate clearImmediate',
  'global navigator Blob FormData Headers Request Response WebSocket BroadcastChannel MessageChannel SharedArrayBuffer',
  'Atomics Intl WeakRef FinalizationRegistry atob btoa',
].flatMap((line) => line.split(' '));
const TIMERS = ['setTimeout', 'setInterval', 'clearTimeout', 'clearInterval'];

/** One bundled script, compiled once and evaluated for each virtual user. */
export class Script {
  private readonly compiled: VmScript;
  private readonly folder: string;
  private readonly env: Readonly<Record<string, string>>;
  private readonly files = new Map<string, Buffer>();
  private readonly sharedArrays = new Map<string, readonly string[]>();
  private evaluations = 0;

  /**
   * @param path of the bundle
   * @throws SyntaxError, or an error of the file system
   */
  constructor(path: string, env: Readonly<Record<string, string>>) {
    this.folder = dirname(resolve(path));
    this.env = env;
    const parameters = ['require', 'module', 'exports', 'open', 'console', '__ENV', ...TIMERS];
    // The source keeps its first line, so that a "use strict" there counts and errors name the right line.
    const wrapped =
      `(function (__VU, __ITER) { return { setIteration(i) { __ITER = i; }, ` +
      `run({ ${parameters.join(', ')} }, ${HIDDEN.join(', ')}) { (function () {${readFileSync(path, 'utf8')}\n})(); } }; })`;
    this.compiled = new VmScript(wrapped, { filename: path });
  }

  /**
   * Evaluates the script's init code.
   * @throws whatever the script throws
   */
  evaluate(user: VirtualUser): ScriptInstance {
    const first = this.evaluations++ === 0;
    const wrapped = (this.compiled.runInThisContext() as (vu: number, iter: number) => Wrapped)(user.idInTest, 0);
    const modules = modulesFor(user, this.sharedArrays);
    const module = { exports: {} as Record<string, unknown> };
    const refuseTimer = (): never => {
      throw new NotInEngine('timers; write "await sleep(seconds)" or');
    };
    const env = { ...this.env };
    user.stage = 'init';
    wrapped.run({
      require: (name: string) => {
        const found = modules[name];
        if (found === undefined) throw new NotInEngine(`the module '${name}'`);
        return found;
      },
      module,
      exports: module.exports,
      open: (path: string, mode?: string) => this.open(user, first, path, mode ?? ''),
      console: consoleFor(user.thread.log),
      __ENV: env,
      ...Object.fromEntries(TIMERS.map((name) => [name, refuseTimer])),
    });
    user.stage = 'idle';
    return { exports: module.exports, env, setIteration: wrapped.setIteration };
  }

  private open(user: VirtualUser, first: boolean, path: string, mode: string): string | ArrayBuffer {
    if (user.stage !== 'init') throw new Error('open() can only be used in the init context');
    if (mode !== '' && mode !== 'b') throw new Error(`open() does not know the mode '${mode}'`);
    const full = resolve(this.folder, path);
    let bytes = this.files.get(full);
    if (bytes === undefined) {
      if (!first) throw new Error(`open() cannot read '${path}': it was not opened when __VU was 0`);
      bytes = readFileSync(full);
      this.files.set(full, bytes);
    }
    // Each virtual user may change its copy.
    return mode === 'b' ? new Uint8Array(bytes).buffer : bytes.toString('utf8');
  }
}

function consoleFor(log: (entry: LogEntry) => void): Record<string, (...values: unknown[]) => void> {
  const at = (level: LogEntry['level']) => {
    return (...values: unknown[]) => log({ level, message: format(...values) });
  };
  return { log: at('info'), info: at('info'), debug: at('debug'), warn: at('warning'), error: at('error') };
}
