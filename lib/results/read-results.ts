import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { ValidateFunction } from 'ajv';
import { BOUNDS } from '../bounds.ts';
import { readRegularFile, UnusableFile } from '../errors/regular-file.ts';
import schema from './results.schema.json' with { type: 'json' };
import { RESULTS_SCHEMA, type Results } from './results.ts';

export const RESULTS_FILE = 'results.json';

/** Problems named at once; a wrong file breaks the schema in every line. */
const MOST_PROBLEMS = 5;

const load = createRequire(import.meta.url);

/** Our own schema is valid, which a test holds. To check it in each process, and to optimize the code, takes 0.1 s. */
const OWN_SCHEMA = { meta: false, validateSchema: false, code: { optimize: false } } as const;

let compiled: ValidateFunction<Results> | undefined;

/** Loading the compiler and compiling take long, and most commands read no results. */
function validator(): ValidateFunction<Results> {
  if (compiled) return compiled;
  const { Ajv } = load('ajv') as typeof import('ajv');
  const addFormats = load('ajv-formats') as typeof import('ajv-formats');
  const ajv = new Ajv({
    ...OWN_SCHEMA,
    allErrors: false,
    strict: true,
    strictTuples: false,
    strictRequired: false,
    allowUnionTypes: true,
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
    // Parsed, results take several times their length in memory.
    const limits = { most: BOUNDS.resultsFile.limit, within: runFolder };
    value = JSON.parse(readRegularFile(path, limits).toString('utf8'));
  } catch (error) {
    if (error instanceof UnusableFile) throw new UnusableResults(error.message);
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

function versionOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('schema' in value)) return undefined;
  return typeof value.schema === 'string' ? value.schema.slice(0, 60) : undefined;
}
