import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { BOUNDS } from '../../bounds.ts';
import type { ByteSource } from '../../bytes/byte-source.ts';
import { type JsonDataSet, readDataSet } from '../json/data-set.ts';
import { readJson } from '../json/text.ts';

/**
 * A Native DICOM Model document (PS3.19 §A.1), as the data set that the JSON form would hold, so that both are compared by
 * the same functions. Each attribute has its `keyword` beside its `vr`.
 */
export type NativeDocument =
  | { readonly kind: 'read'; readonly dataSet: JsonDataSet }
  | { readonly kind: 'malformed'; readonly why: string }
  | { readonly kind: 'too-large'; readonly why: string };

/** An element as the parser has it: its children under its name, its attributes under `:@`. */
type Nodes = readonly Readonly<Record<string, unknown>>[];

const PARSER = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  removeNSPrefix: true,
  htmlEntities: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
});

/** Longest document that is read, in bytes. */
const MOST_BYTES = BOUNDS.xmlText.limit;

/** Reads one part of an answer in XML; never throws. Documents above the bound are given up. */
export function readNativeModel(body: ByteSource): NativeDocument {
  if (body.length > MOST_BYTES)
    return { kind: 'too-large', why: `${body.length} bytes are more than the harness reads as XML` };
  const text = textOf(body.read(0, body.length));
  const checked = XMLValidator.validate(text);
  if (checked !== true) return { kind: 'malformed', why: `${checked.err.msg} Line ${checked.err.line}.` };
  try {
    const roots = PARSER.parse(text) as Nodes;
    const root = roots.find((node) => 'NativeDicomModel' in node);
    if (!root) return { kind: 'malformed', why: 'the document is no NativeDicomModel' };
    const json = Buffer.from(JSON.stringify(dataSetOf(childrenOf(root, 'NativeDicomModel'))));
    const { root: node } = readJson(json);
    if (node?.kind !== 'object')
      return { kind: 'too-large', why: 'the document has more values than the harness reads' };
    return { kind: 'read', dataSet: readDataSet(node, '') };
  } catch (error) {
    return { kind: 'malformed', why: error instanceof Error ? error.message : String(error) };
  }
}

/** The text in the encoding that a byte order mark or the declaration names; UTF-8 where neither does (XML 1.0 §4.3.3). */
function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const beginning = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  const named = /^(?:\xef\xbb\xbf)?<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(beginning)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(named).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

function childrenOf(node: Readonly<Record<string, unknown>>, name: string): Nodes {
  return Array.isArray(node[name]) ? (node[name] as Nodes) : [];
}

function fieldOf(node: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = (node[':@'] as Readonly<Record<string, unknown>> | undefined)?.[name];
  return value === undefined ? undefined : String(value);
}

function dataSetOf(nodes: Nodes): Record<string, unknown> {
  const attributes = nodes.flatMap((node) => {
    const tag = fieldOf(node, 'tag');
    return 'DicomAttribute' in node && tag !== undefined
      ? [[tag.trim().toUpperCase(), attributeOf(node)] as const]
      : [];
  });
  return Object.fromEntries(attributes);
}

function attributeOf(node: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const children = childrenOf(node, 'DicomAttribute');
  const keyword = fieldOf(node, 'keyword');
  const vr = fieldOf(node, 'vr');
  const named = { ...(vr === undefined ? {} : { vr }), ...(keyword === undefined ? {} : { keyword }) };
  const inline = children.find((child) => 'InlineBinary' in child);
  if (inline) return { ...named, InlineBinary: textIn(childrenOf(inline, 'InlineBinary')).replaceAll(/\s/g, '') };
  const bulk = children.find((child) => 'BulkData' in child);
  if (bulk) return { ...named, BulkDataURI: fieldOf(bulk, 'uri') ?? fieldOf(bulk, 'uuid') ?? '' };
  const values: unknown[] = [];
  for (const child of children) {
    const name = (['Value', 'PersonName', 'Item'] as const).find((one) => one in child);
    if (!name) continue;
    const value = valueIn(name, childrenOf(child, name), vr);
    const number = Number(fieldOf(child, 'number') ?? values.length + 1);
    while (values.length < Math.min(number - 1, MOST_GAPS)) values.push(null);
    values.push(value);
  }
  return values.length > 0 ? { ...named, Value: values } : named;
}

/** A number far beyond the values that are there is no reason to fill the memory. */
const MOST_GAPS = 1_000;
/** VRs in which white space at the beginning belongs to the value. */
const PROSE = ['LT', 'ST', 'UT', 'UC'];

function valueIn(name: 'Value' | 'PersonName' | 'Item', children: Nodes, vr: string | undefined): unknown {
  if (name === 'Item') return dataSetOf(children);
  if (name === 'PersonName') {
    const groups = (['Alphabetic', 'Ideographic', 'Phonetic'] as const).flatMap((group) => {
      const found = children.find((child) => group in child);
      const text = found ? componentsOf(childrenOf(found, group)) : '';
      return text === '' ? [] : [[group, text] as const];
    });
    return groups.length === 0 ? null : Object.fromEntries(groups);
  }
  const text = textIn(children);
  const plain = PROSE.includes(vr ?? '') ? text : text.trim();
  return plain === '' ? null : plain;
}

const COMPONENTS = ['FamilyName', 'GivenName', 'MiddleName', 'NamePrefix', 'NameSuffix'];

/** A component group with its carets; those at its end say nothing. */
function componentsOf(children: Nodes): string {
  const texts = COMPONENTS.map((component) => {
    const found = children.find((child) => component in child);
    return found ? textIn(childrenOf(found, component)).trim() : '';
  });
  return texts.join('^').replace(/\^+$/, '');
}

function textIn(children: Nodes): string {
  return children.map((child) => (typeof child['#text'] === 'string' ? child['#text'] : '')).join('');
}
