import { createRequire } from 'node:module';
import { BOUNDS } from '../bounds.ts';
import { readRegularFile, UnusableFile } from '../errors/regular-file.ts';
import { allRequirements } from '../requirements/register.ts';
import { renamedEntry } from './accepted/renamed-entry.ts';
import { BASELINE_SCHEMA, type Baseline, nameOf } from './baseline.ts';

const load = createRequire(import.meta.url);

const TEXT = { type: 'string', minLength: 1 } as const;

const schema = {
  type: 'object',
  additionalProperties: false,
  required: ['schema', 'entries'],
  properties: {
    schema: { const: BASELINE_SCHEMA },
    entries: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['verdict', 'reason'],
        if: { required: ['verdict'], properties: { verdict: { const: 'incomplete' } } },
        // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
        then: {
          anyOf: [{ required: ['requirement'] }, { required: ['scenario'] }],
          properties: { fingerprint: false },
        },
        else: { required: ['requirement', 'fingerprint'] },
        properties: {
          requirement: TEXT,
          scenario: TEXT,
          title: TEXT,
          route: TEXT,
          verdict: { enum: ['fail', 'warn', 'incomplete'] },
          fingerprint: { type: 'string', pattern: '^[0-9a-f]{16}$' },
          reason: TEXT,
          ticket: TEXT,
          owner: TEXT,
          expires: { type: 'string', format: 'date' },
        },
      },
    },
  },
} as const;

/** A baseline file that cannot be used, and why. */
export class UnusableBaseline extends Error {
  override readonly name = 'UnusableBaseline';
}

/**
 * Reads a baseline file, with the names that requirements have now. Throws UnusableBaseline, which names the file and the
 * field that is wrong.
 */
export function readBaseline(path: string): Baseline {
  const written = readWrittenBaseline(path);
  return {
    ...written,
    entries: written.entries.map((entry) => renamedEntry(entry)),
  };
}

/** Reads a baseline file as it is written. Throws UnusableBaseline, as `readBaseline` does. */
export function readWrittenBaseline(path: string): Baseline {
  let value: unknown;
  try {
    value = JSON.parse(readRegularFile(path, { most: BOUNDS.userFile.limit }).toString('utf8'));
  } catch (error) {
    if (error instanceof UnusableFile) throw new UnusableBaseline(error.message);
    throw new UnusableBaseline(`${path} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const version = (value as { readonly schema?: unknown } | null)?.schema;
  if (typeof version === 'string' && version !== BASELINE_SCHEMA) {
    throw new UnusableBaseline(`${path} is of version ${version.slice(0, 80)}; this harness reads ${BASELINE_SCHEMA}`);
  }
  const { Ajv } = load('ajv') as typeof import('ajv');
  const addFormats = load('ajv-formats') as typeof import('ajv-formats');
  const ajv = new Ajv();
  addFormats.default(ajv);
  const validate = ajv.compile<Baseline>(schema);
  if (!validate(value)) {
    const [{ instancePath, message } = { instancePath: '', message: 'is wrong' }] = validate.errors ?? [];
    throw new UnusableBaseline(`${path}: ${instancePath || 'the file'} ${message}`);
  }
  const known = new Set(allRequirements().map(({ id }) => id));
  const seen = new Set<string>();
  for (const written of value.entries) {
    const entry = renamedEntry(written);
    const { requirement } = entry;
    if (requirement !== undefined && !known.has(requirement))
      throw new UnusableBaseline(`${path}: unknown requirement "${requirement}"`);
    const name = nameOf(entry);
    if (seen.has(name)) throw new UnusableBaseline(`${path}: two entries for ${name}`);
    seen.add(name);
  }
  return value;
}
