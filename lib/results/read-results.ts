import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { ValidateFunction } from 'ajv';
import { BOUNDS } from '../bounds.ts';
import { readNoPipe } from '../errors/user-file.ts';
import schema from './results.schema.json' with { type: 'json' };
import { RESULTS_SCHEMA, type Results } from './results.ts';

export const RESULTS_FILE = 'results.json';

/** Problems named at once; a wrong file breaks the schema in every line. */
const MOST_PROBLEMS = 5;

const load = createRequire(import.meta.url);
let compiled: ValidateFunction<Results> | undefined;

function validator(): ValidateFunction<Results> {
  if (compiled) return compiled;
  // Loaded here, as most starts of the program read no results: it takes as long as starting Node.
  const { Ajv } = load('ajv') as typeof import('ajv');
  const addFormats = load('ajv-formats') as typeof import('ajv-formats');
  // Our own schema is valid, which a test holds; to validate and to optimise it takes as long as to compile it.
  const ajv = new Ajv({
    allErrors: false,
    strict: true,
    strictTuples: false,
    strictRequired: false,
    allowUnionTypes: true,
    meta: false,
    validateSchema: false,
    code: { optimize: false },
  });
  addFormats.default(ajv);
  compiled = ajv.compile<Results>(schema);
  return compiled;
}

/** Where and how a value departs from the schema of results; empty when it does not. */
export function resultsProblems(value: unknown): string[] {
  const validate = validator();
  if (validate(value)) return [];
  return (validate.errors ?? [])
    .slice(0, MOST_PROBLEMS)
    .map(
      ({ instancePath, message, params }) =>
        `${instancePath || '/'} ${message ?? 'is wrong'} ${JSON.stringify(params)}`,
    );
}

/** A run folder whose `results.json` cannot be used, and why. */
export class UnusableResults extends Error {
  override readonly name = 'UnusableResults';
}

/**
 * Reads `results.json` of a run folder and checks it against its schema. Throws UnusableResults when the file is not
 * there, is too large, is no JSON, is of another version or breaks the schema.
 */
export function readResults(runFolder: string): Results {
  const path = join(runFolder, RESULTS_FILE);
  let value: unknown;
  try {
    refuseLarge(path);
    value = JSON.parse(readNoPipe(path));
  } catch (error) {
    if (error instanceof UnusableResults) throw error;
    if (error instanceof SyntaxError) throw new UnusableResults(`${path} is not JSON: ${error.message}`);
    throw new UnusableResults(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  const version = versionOf(value);
  if (version !== RESULTS_SCHEMA) {
    throw new UnusableResults(`${path} is of version ${version ?? 'unknown'}; this harness reads ${RESULTS_SCHEMA}`);
  }
  const problems = resultsProblems(value);
  if (problems.length > 0) throw new UnusableResults(`${path} breaks its schema: ${problems.join('; ')}`);
  return value as Results;
}

/** Parsed, results take several times their length in memory. */
function refuseLarge(path: string): void {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  const { limit } = BOUNDS.resultsFile;
  if (size > limit) throw new UnusableResults(`${path} has ${size} bytes; results of up to ${limit} are read`);
}

function versionOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('schema' in value)) return undefined;
  return typeof value.schema === 'string' ? value.schema.slice(0, 60) : undefined;
}
