import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** A package that is not among the dependencies: whoever needs it installs it. Null where it is not installed. */
export function optionalPackage(name: string): unknown {
  try {
    return require(name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND') return null;
    throw error;
  }
}

/** What a module of Emscripten takes; the decoders that it has are added to it. */
interface EmscriptenOptions {
  print(): void;
  printErr(): void;
  instantiateWasm(imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void): object;
}

type EmscriptenModule = (options: EmscriptenOptions) => Promise<unknown>;

/**
 * The classes of a package that Emscripten made, by name; null where it is not installed. It is made ready before this
 * returns: judges do not wait, and to compile so small a module takes 20 milliseconds.
 */
export function emscriptenPackage(script: string, wasm: string): Readonly<Record<string, unknown>> | null {
  const start = optionalPackage(script) as EmscriptenModule | null;
  if (start === null) return null;
  const compiled = new WebAssembly.Module(readFileSync(require.resolve(wasm)));
  const options = {
    print() {},
    printErr() {},
    instantiateWasm(imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void): object {
      const instance = new WebAssembly.Instance(compiled, imports);
      done(instance);
      return instance.exports;
    },
  };
  // It resolves to the options themselves, which have everything already.
  start(options).catch(() => {});
  return options as unknown as Readonly<Record<string, unknown>>;
}
