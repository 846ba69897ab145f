import { at, type JsonBody } from '../../answers/json/body.ts';
import type { JsonAttribute } from '../../answers/json/data-set.ts';
import { excerpt, nodeAt } from '../../answers/json/node.ts';
import { breach, type SeenBreach } from '../../breaches/breach.ts';
import type { Place } from '../../breaches/place.ts';
import { BINARY_VRS } from '../../dicom/vr.ts';
import type { SchemaBreach } from '../../schemas/validate.ts';

/** Where the schema of a data set was violated. */
interface Violated {
  readonly tag: string;
  readonly vr: string;
  /** What stands there, as compact JSON. */
  readonly value: string;
  readonly where: Place;
  readonly pointer: string;
  readonly as: SchemaBreach['as'];
  /** A member of a known name holds the content of the attribute. */
  readonly isHeld: boolean;
  /** It is the only value. */
  readonly isAlone: boolean;
}

const EMPTY = '""';

/** What a violation of a data set's schema is, by the requirement that it belongs to. */
const BY_REQUIREMENT: Readonly<Record<string, (violated: Violated) => SeenBreach>> = {
  'JSON-003': ({ tag, where }) => breach('json-name-no-tag', where, { name: tag }),
  'JSON-005': ({ tag, where }) => breach('json-group-length', where, { tag }),
  'JSON-006': ({ tag, vr, value, where, pointer }) =>
    pointer.endsWith('/vr')
      ? breach('json-vr-unknown', where, { tag, vr: vr || value })
      : breach('json-vr-missing', where, { tag, value }),
  'JSON-008': ({ tag, value, where, pointer, as, isHeld }) => {
    if (as === 'should')
      return breach('json-unknown-member', where, { tag, member: lastOf(pointer), instead: !isHeld });
    if (pointer.endsWith('/Value')) return breach('json-value-no-array', where, { tag, value });
    return breach('json-two-holders', where, { tag });
  },
  'JSON-009': ({ tag, vr, value, where }) =>
    vr === 'AT'
      ? breach('json-attribute-tag-malformed', where, { tag, vr, value })
      : breach('json-text-no-string', where, { tag, vr, value }),
  'JSON-010': ({ tag, vr, value, where }) => breach('json-number-no-number', where, { tag, vr, value }),
  'JSON-011': ({ tag, vr, value, where }) => breach('json-decimal-no-number', where, { tag, vr, value }),
  'JSON-012': ({ tag, vr, value, where }) => breach('json-attribute-tag-malformed', where, { tag, vr, value }),
  'JSON-013': ({ tag, value, where, pointer, isAlone }) => {
    if (isAlone && value === EMPTY) return breach('json-empty-written', where, { tag, form: `[${EMPTY}]` });
    return isGroup(pointer)
      ? breach('json-name-group-no-string', where, { tag, value })
      : breach('json-name-no-object', where, { tag, value });
  },
  'JSON-014': ({ tag, value, where, as }) =>
    as === 'should'
      ? breach('json-name-group-empty', where, { tag })
      : breach('json-name-group-joined', where, { tag, value }),
  'JSON-015': ({ tag, value, where, isAlone }) =>
    isAlone && (value === EMPTY || value === 'null')
      ? breach('json-empty-written', where, { tag, form: `[${value}]` })
      : breach('json-item-no-object', where, { tag, value }),
  'JSON-016': ({ tag, value, where, pointer }) => {
    const form = /\/Value\/\d+$/.test(pointer) ? `[${value}]` : value;
    return breach('json-empty-written', where, { tag, form });
  },
  'JSON-017': ({ tag, value, where }) => breach('json-gap-not-null', where, { tag, value }),
  'JSON-018': ({ tag, vr, where }) => breach('json-several-of-one', where, { tag, vr }),
  'JSON-019': ({ tag, vr, value, where, pointer, as }) => {
    if (pointer.endsWith('/Value')) return breach('json-binary-as-values', where, { tag, vr });
    if (!BINARY_VRS.has(vr as never)) return breach('json-inline-not-allowed', where, { tag, vr });
    // What is right in the alphabet of URLs or without padding is in another alphabet, and nothing else.
    if (isOtherBase64(value)) return breach('json-inline-other-alphabet', where, { tag });
    if (as === 'should') return breach('json-inline-other-alphabet', where, { tag });
    return breach('json-inline-no-base64', where, { tag, vr, value });
  },
  'JSON-021': ({ tag, value, where }) => breach('json-bulk-data-uri-no-string', where, { tag, value }),
  'JSON-022': ({ tag, vr, value, where }) => breach('json-value-malformed', where, { tag, vr, value }),
  'WADO-RS-036': ({ tag, vr, where }) => breach('json-bulk-data-not-allowed', where, { tag, vr }),
};

/** A violation of the schema in an attribute. Throws RangeError for one of a requirement that no attribute has. */
export function shapeBreach(
  attribute: JsonAttribute,
  { as, pointer, requirement }: SchemaBreach,
  { text }: JsonBody,
): SeenBreach {
  const { tag, vr } = attribute;
  const make = BY_REQUIREMENT[requirement];
  if (!make) throw new RangeError(`No kind of breach for ${requirement} in an attribute`);
  const value = excerpt(nodeAt(text.root, pointer));
  return make({
    tag,
    vr: vr ?? '',
    value,
    where: at(pointer),
    pointer,
    as,
    isHeld: isHeld(attribute),
    isAlone: attribute.values.length === 1,
  });
}

/** Whether a text as JSON is base64 for URLs, or lacks its padding, of as many characters as whole bytes take. */
function isOtherBase64(value: string): boolean {
  const text = value.replace(/^"|"$/g, '');
  return /^[A-Za-z0-9_-]+$/.test(text) && text.length % 4 !== 1 && (/[_-]/.test(text) || text.length % 4 !== 0);
}

function isHeld({ values, bulkDataUri, inlineBinary }: JsonAttribute): boolean {
  return values.length > 0 || bulkDataUri !== null || inlineBinary !== null;
}

function lastOf(pointer: string): string {
  return pointer.slice(pointer.lastIndexOf('/') + 1);
}

/** Whether a pointer leads into a value of a name, to a component group of it. */
function isGroup(pointer: string): boolean {
  return /\/Value\/\d+\/[^/]+$/.test(pointer);
}
