import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { parseAllDocuments } from 'yaml';
import { PACKAGE_FOLDER } from '../../lib/harness.ts';

let validator: ValidateFunction | undefined;

/** What GitLab's schema has against the documents of a pipeline or a component. @throws Error for what is no YAML. */
export function gitlabComplaints(text: string): readonly string[] {
  validator ??= validatorOf(gitlabSchema());
  const validate = validator;
  return parseAllDocuments(text).flatMap((document) => {
    const [error] = document.errors;
    if (error) throw error;
    return validate(document.toJS()) ? [] : (validate.errors ?? []).map(inWords);
  });
}

/**
 * The schema of GitLab's editor, as gitlab-ci-local carries it: an object in its bundled code, in no file of its own. The
 * code as a whole does not start on every Node that the tests run on, so the object is cut out of it.
 */
function gitlabSchema(): object {
  const code = readFileSync(join(PACKAGE_FOLDER, 'node_modules/gitlab-ci-local/dist/index.js'), 'utf8');
  const start = code.lastIndexOf('{', code.indexOf('$id:"https://gitlab.com/.gitlab-ci.yml"'));
  const tokens = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`|[{}]/gs;
  tokens.lastIndex = start;
  let depth = 0;
  for (let token = tokens.exec(code); token; token = tokens.exec(code)) {
    if (token[0] === '{') depth++;
    if (token[0] === '}' && --depth === 0) return runInNewContext(`(${code.slice(start, tokens.lastIndex)})`);
  }
  throw new Error('gitlab-ci-local has no schema where it had one');
}

function validatorOf(schema: object): ValidateFunction {
  const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
  addFormats.default(ajv);
  return ajv.compile(schema);
}

function inWords({ instancePath, message, params }: ErrorObject): string {
  return `${instancePath} ${message} ${JSON.stringify(params)}`;
}
