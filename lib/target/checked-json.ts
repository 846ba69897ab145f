import { createRequire } from 'node:module';
import type { ErrorObject, ValidateFunction } from 'ajv';
import { suggestionFor } from '../errors/did-you-mean.ts';
import { CommandError } from '../errors/exit-codes.ts';
import { readUserFile } from '../errors/user-file.ts';

const load = createRequire(import.meta.url);

/** Problems named at once. */
const MOST_PROBLEMS = 3;

/**
 * A check that tells a value's type by a JSON Schema. Compiling takes long, as does loading what compiles, and most runs
 * read no such file. `keywords` are those of our own that the schema uses.
 */
export function schemaCheck<T>(schema: object, keywords: string[] = []): () => ValidateFunction<T> {
  let check: ValidateFunction<T> | undefined;
  return () => {
    if (check) return check;
    const { Ajv } = load('ajv') as typeof import('ajv');
    const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true, verbose: true, keywords });
    check = ajv.compile<T>(schema);
    return check;
  };
}

/**
 * Reads a JSON file of the user's and checks it against a schema.
 *
 * @throws CommandError that names file and field. Values are not repeated: the file may hold secrets.
 */
export function readCheckedJson<T>(path: string, what: string, check: ValidateFunction<T>): T {
  return checkedValue(readJson(path, what), `${what} ${path}`, check);
}

/** What a JSON file of the user's holds. @throws CommandError that names the file and the line. */
export function readJson(path: string, what: string): unknown {
  const text = readUserFile(path, what);
  try {
    return JSON.parse(text);
  } catch (error) {
    const place = /position (\d+)/.exec((error as Error).message)?.[1];
    const line = place === undefined ? '' : `: line ${text.slice(0, Number(place)).split('\n').length}`;
    throw new CommandError(`${what} ${path} is not JSON${line}`);
  }
}

/**
 * A value of the user's that fits a schema. `source` begins the message.
 *
 * @throws CommandError that names the field. Values are not repeated: they may be secrets.
 */
export function checkedValue<T>(value: unknown, source: string, check: ValidateFunction<T>): T {
  if (check(value)) return value;
  const problems = (check.errors ?? []).slice(0, MOST_PROBLEMS).map(problem);
  throw new CommandError(`${source}: ${problems.join('; ')}`);
}

function problem({ instancePath, keyword, message, params, parentSchema }: ErrorObject): string {
  const field = instancePath || 'the file';
  if (keyword === 'additionalProperties') {
    const unknown = String(params.additionalProperty);
    const known = Object.keys((parentSchema?.properties as object | undefined) ?? {}).filter(
      (name) => name !== '$schema',
    );
    return `${field} has the unknown field ${JSON.stringify(unknown)} (${suggestionFor(unknown, known)})`;
  }
  if (keyword === 'enum') return `${field} must be one of ${JSON.stringify(params.allowedValues)}`;
  return `${field} ${message ?? 'is wrong'}`;
}
