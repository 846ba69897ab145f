import { createRequire } from 'node:module';
import type { SchemaValidateFunction } from 'ajv';
import type { Ajv2020, ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import { VALUE_REPRESENTATIONS, type ValueRepresentation } from '../dicom/vr.ts';
import { attributeSchema, BY_VR, schemaOfVr } from './attribute-schema.ts';
import type { Breach } from './breach.ts';
import { dataSetSchema, metadataSchema, searchResultsSchema, storeResponseSchema } from './data-set-schemas.ts';
import { isBase64, isIntegerWithin } from './formats.ts';
import { JSON_SHAPES } from './json-shapes.ts';

const SCHEMAS = {
  attribute: attributeSchema,
  'data-set': dataSetSchema,
  'search-results': searchResultsSchema,
  metadata: metadataSchema,
  'store-response': storeResponseSchema,
} as const;
export type SchemaName = keyof typeof SCHEMAS;

/** A breach where it was found: the JSON pointer is relative to the value that was validated. */
export interface SchemaBreach extends Breach {
  readonly pointer: string;
  /** The member that an object has to have and lacks. */
  readonly missing?: string;
}

const load = createRequire(import.meta.url);

/** Our own schemas are valid, which a test holds; to validate them again in each run takes longer than to use them. */
const OPTIONS = {
  allErrors: true,
  verbose: true,
  strictTypes: false,
  strictRequired: false,
  code: { optimize: false },
} as const;

const MOST_BREACHES = 1_000;

let compiler: Ajv2020 | null = null;

/** Compiling takes long, so each schema is compiled when it is first needed, and what compiles is loaded by then. */
function validator(name: SchemaName) {
  compiler ??= newCompiler();
  const validate = compiler.getSchema(name);
  if (!validate) throw new RangeError(`No schema ${name}`);
  return validate;
}

function newCompiler(): Ajv2020 {
  const ajv = new (load('ajv/dist/2020.js') as typeof import('ajv/dist/2020.js')).Ajv2020({
    ...OPTIONS,
    meta: false,
    validateSchema: false,
  });
  ajv.addKeyword({ keyword: 'breach', schemaType: 'object' });
  ajv.addKeyword({ keyword: BY_VR, type: 'object', schemaType: 'boolean', validate: byVr(ajv) });
  ajv.addFormat('base64-any', (text: string) => isBase64(text, 'any', 1));
  ajv.addFormat('base64', (text: string) => !isBase64(text, 'any', 1) || isBase64(text, 'standard', 1));
  for (const unit of [1, 2, 4, 8]) {
    ajv.addFormat(`base64-${unit}`, (text: string) => !isBase64(text, 'any', 1) || isBase64(text, 'any', unit));
  }
  for (const [vr, { range }] of Object.entries(JSON_SHAPES)) {
    if (range) ajv.addFormat(`integer-${vr}`, (text: string) => isIntegerWithin(text, range));
  }
  for (const schema of Object.values(SCHEMAS)) ajv.addSchema(schema);
  return ajv;
}

/** Compiles the schema of a VR when the first attribute of that VR is checked: most answers hold a third of the VRs. */
function byVr(ajv: Ajv2020): SchemaValidateFunction {
  const compiled = new Map<ValueRepresentation, ValidateFunction>();
  const check: SchemaValidateFunction = (_schema, attribute: { readonly vr?: unknown }, _parent, context) => {
    const vr = VALUE_REPRESENTATIONS.find((one) => one === attribute.vr);
    if (vr === undefined) return true;
    const validate = compiled.get(vr) ?? ajv.compile(schemaOfVr(vr));
    compiled.set(vr, validate);
    if (validate(attribute, context)) return true;
    check.errors = validate.errors ?? [];
    return false;
  };
  return check;
}

/**
 * Violations of a schema in the words of the register, at most a thousand; empty for a valid value. The value is
 * what `plain` made of a bounded text, so the work is bounded too.
 */
export function breaches(schema: SchemaName, value: unknown): readonly SchemaBreach[] {
  const validate = validator(schema);
  if (validate(value)) return [];
  const found: SchemaBreach[] = [];
  const seen = new Set<string>();
  for (const error of validate.errors ?? []) {
    const breach = error.parentSchema?.breach as Breach | undefined;
    if (!breach) continue;
    const pointer = pointerOf(error);
    const key = `${breach.requirement} ${breach.expected} ${pointer}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const missing: unknown = error.params.missingProperty;
    const lacks = typeof missing === 'string' ? { missing } : {};
    if (found.push({ ...breach, pointer, ...lacks }) === MOST_BREACHES) break;
  }
  return found;
}

function pointerOf(error: ErrorObject): string {
  const name: unknown = error.propertyName ?? error.params.additionalProperty;
  if (typeof name !== 'string') return error.instancePath;
  return `${error.instancePath}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
