import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { CommandError } from '../errors/exit-codes.ts';
import { readUserFile } from '../errors/user-file.ts';

/** Problems named at once. */
const MOST_PROBLEMS = 3;

/** A check that tells a value's type by a JSON Schema. Compiling takes long, and most runs read no such file. */
export function schemaCheck<T>(schema: object): () => ValidateFunction<T> {
  let check: ValidateFunction<T> | undefined;
  return () => {
    check ??= new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile<T>(schema);
    return check;
  };
}

/**
 * Reads a JSON file of the user's and checks it against a schema.
 *
 * @throws CommandError that names file and field. Values are not repeated: the file may hold secrets.
 */
export function readCheckedJson<T>(path: string, what: string, check: ValidateFunction<T>): T {
  const text = readUserFile(path, what);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const place = /position (\d+)/.exec((error as Error).message)?.[1];
    const line = place === undefined ? '' : `: line ${text.slice(0, Number(place)).split('\n').length}`;
    throw new CommandError(`${what} ${path} is not JSON${line}`);
  }
  if (check(value)) return value;
  const problems = (check.errors ?? []).slice(0, MOST_PROBLEMS).map(problem);
  throw new CommandError(`${what} ${path}: ${problems.join('; ')}`);
}

function problem({ instancePath, keyword, message, params }: ErrorObject): string {
  const field = instancePath || 'the file';
  if (keyword === 'additionalProperties')
    return `${field} has the unknown field ${JSON.stringify(params.additionalProperty)}`;
  if (keyword === 'enum') return `${field} must be one of ${JSON.stringify(params.allowedValues)}`;
  return `${field} ${message ?? 'is wrong'}`;
}
