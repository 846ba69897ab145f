import type { Place } from '../../breaches/place.ts';
import { decodedBody } from '../../http/content.ts';
import type { ExchangeResponse } from '../../http/exchange.ts';
import { breaches, type SchemaBreach, type SchemaName } from '../../schemas/validate.ts';
import { isSuccess, mediaTypeOf } from '../response.ts';
import { everyAttribute, type JsonAttribute, type JsonDataSet, readDataSet } from './data-set.ts';
import { below, type JsonNode, plain } from './node.ts';
import { type JsonText, MOST_BYTES, readJson } from './text.ts';

/** A response body as DICOM JSON, read once for all judges. */
export interface JsonBody {
  readonly text: JsonText;
  /** The data sets at the top: the elements of the array, or the single object. */
  readonly dataSets: readonly JsonDataSet[];
  /** Every attribute at every depth, in the order of the text; none of a message of the server's own. */
  readonly attributes: readonly JsonAttribute[];
  /** What the schema of a data set finds wrong, by the pointer of the attribute to which it belongs. */
  breachesAt(): ReadonlyMap<string, readonly SchemaBreach[]>;
}

const TAG = /^[0-9A-Fa-f]{8}$/;

/** What was read stays while memory lasts: a hostile body is small beside what is read from it. */
const bodies = new WeakMap<ExchangeResponse, WeakRef<JsonBody>>();
/** The two bodies that were used last stay in any case: that of the answer which is judged, and its twin's. */
let latest: readonly JsonBody[] = [];

function keep(body: JsonBody): JsonBody {
  if (latest[0] !== body) latest = [body, ...latest.slice(0, 1)];
  return body;
}

/** Whether the response carries DICOM JSON: by its label, or, where the label says otherwise, by how it begins. */
export function holdsDicomJson(response: ExchangeResponse): boolean {
  if (response.body.length === 0) return false;
  const essence = mediaTypeOf(response)?.essence ?? '';
  if (essence === 'application/dicom+json') return true;
  if (!isSuccess(response)) return false;
  if (/^application\/(.+\+)?json$/.test(essence)) return true;
  return beginsAsJson(response);
}

/** Whether a body begins as an object or a list does, whatever its label. */
export function beginsAsJson({ body }: ExchangeResponse): boolean {
  return /^(\xef\xbb\xbf)?[ \t\r\n]*[[{]/.test(Buffer.from(body.read(0, Math.min(64, body.length))).toString('latin1'));
}

/** The body of a response that `holdsDicomJson`. */
export function jsonBodyOf(response: ExchangeResponse): JsonBody {
  const known = bodies.get(response)?.deref();
  if (known) return keep(known);
  const text = textOf(response);
  const dataSets = topDataSets(text.root);
  const attributes = isMessage(text.root, dataSets) ? [] : [...everyAttribute(dataSets)];
  let breachesAt: ReturnType<JsonBody['breachesAt']> | undefined;
  const body: JsonBody = {
    text,
    dataSets,
    attributes,
    // Who only looks what is there needs no schema, and compiling one takes a good tenth of a second.
    breachesAt() {
      breachesAt ??= byAttribute(
        dataSets.flatMap(({ node, pointer }) => schemaBreaches('data-set', node, pointer)),
        attributes,
      );
      return breachesAt;
    },
  };
  bodies.set(response, new WeakRef(body));
  return keep(body);
}

/** Violations of a schema by a value that stands at `pointer`. */
export function schemaBreaches(schema: SchemaName, node: JsonNode, pointer: string): readonly SchemaBreach[] {
  return breaches(schema, plain(node)).map((breach) => ({ ...breach, pointer: pointer + breach.pointer }));
}

function textOf(response: ExchangeResponse): JsonText {
  const decoded = decodedBody(response, MOST_BYTES);
  if (decoded.ok) return readJson(decoded.body.read(0, MOST_BYTES + 1));
  const tooLarge = decoded.code === 'too-large';
  const message = tooLarge ? `it decodes to ${decoded.message}, which the harness does not read` : decoded.message;
  return { root: null, defects: [{ code: tooLarge ? 'too-large' : 'undecodable', pointer: '', offset: 0, message }] };
}

function byAttribute(breaches: readonly SchemaBreach[], attributes: readonly JsonAttribute[]) {
  const breachesAt = new Map<string, SchemaBreach[]>(attributes.map(({ pointer }) => [pointer, []]));
  for (const breach of breaches) {
    let owner = breach.pointer;
    while (owner !== '' && !breachesAt.has(owner)) owner = owner.slice(0, owner.lastIndexOf('/'));
    breachesAt.get(owner)?.push(breach);
  }
  return breachesAt;
}

/** An object at the top in which nothing looks like an attribute, such as `{"error":"…"}`: it is no data set. */
function isMessage(root: JsonNode | null, [dataSet]: readonly JsonDataSet[]): boolean {
  if (root?.kind !== 'object' || !dataSet) return false;
  return dataSet.attributes.every(({ tag, vr, values }) => !TAG.test(tag) && vr === null && values.length === 0);
}

function topDataSets(root: JsonNode | null): readonly JsonDataSet[] {
  if (root?.kind === 'object') return [readDataSet(root, '')];
  if (root?.kind !== 'array') return [];
  return root.items.flatMap((item, index) => (item.kind === 'object' ? [readDataSet(item, below('', index))] : []));
}

/** A place in a JSON body. */
export function at(pointer: string): Place {
  return { kind: 'json', pointer };
}
