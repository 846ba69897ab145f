import { representationsOf } from '../../answers/multipart.ts';
import type { Place } from '../../breaches/place.ts';
import type { ByteSource } from '../../bytes/byte-source.ts';
import type { Exchange, ExchangeResponse } from '../../http/exchange.ts';
import type { AnswerBytes, AnswerNode, AnswerView } from '../../results/answer-view.ts';
import { type CauseFacts, causesOf } from '../../results/first-cause.ts';
import type { ExchangeRecord } from '../../results/results.ts';
import { elementKeyAt, fieldKey, jsonOf, representationsBranch } from './body-branch.ts';
import { openTo } from './branch.ts';
import { elementKeys } from './dicom-branch.ts';
import { pointerKeys } from './json-branch.ts';

/** Causes whose answer is shown, worst first: what results carry stays bounded. */
const MOST_VIEWS = 100;
/** Larger answers are not parsed once more at the end of a run. */
const LARGEST_ANSWER = 32 << 20;
const BYTES_BEFORE = 24;
const BYTES_SHOWN = 64;

/**
 * The answers that show the first breach of each cause, parsed and open at its place. `restore` gives the exchange of a
 * record; where it throws, because the body was not kept, there is no view.
 */
export function answerViews(facts: CauseFacts, restore: (record: ExchangeRecord) => Exchange): AnswerView[] {
  const restored = new Map<string, ExchangeResponse | null>();
  return causesOf(facts)
    .slice(0, MOST_VIEWS)
    .flatMap(({ exchange, lead }) => {
      if (!exchange?.response?.body || exchange.response.body.length > LARGEST_ANSWER) return [];
      const { id } = exchange;
      const response = restored.has(id) ? restored.get(id) : responseOf(exchange, restore);
      restored.set(id, response ?? null);
      return response ? viewOf(response, id, lead.breach) : [];
    });
}

function responseOf(record: ExchangeRecord, restore: (record: ExchangeRecord) => Exchange): ExchangeResponse | null {
  try {
    return restore(record).response;
  } catch {
    return null;
  }
}

interface Shown {
  readonly where: Place;
  /** Set where the breach itself has the bytes, beside those that were expected. */
  readonly bytes?: unknown;
}

/** The answer, open at a place; nothing where the place is not inside its body. */
function viewOf(response: ExchangeResponse, exchange: string, { where, bytes }: Shown): AnswerView[] {
  const tree = treeOf(response, where);
  const around = where.kind === 'bytes' && bytes === undefined ? bytesAround(response, where) : null;
  if (!tree && !around) return [];
  return [{ exchange, where, ...(tree ? { tree } : {}), ...(around ? { bytes: around } : {}) }];
}

function treeOf(response: ExchangeResponse, where: Place): AnswerNode | null {
  if (where.kind === 'json') {
    const json = jsonOf(response);
    return json && openTo(json, pointerKeys(where.pointer));
  }
  const path = pathIn(response, where);
  return path && openTo(representationsBranch(response), path);
}

/** Keys below the whole body; null where the place is not inside it. */
function pathIn(response: ExchangeResponse, where: Place): string[] | null {
  switch (where.kind) {
    case 'part':
      return [String(where.part)];
    case 'header':
      return where.part === undefined ? null : [String(where.part), fieldKey(where.name)];
    case 'element':
      return [...inPart(where.part), ...elementKeys(where.path)];
    case 'bytes':
      return pathToByte(response, where);
    default:
      return null;
  }
}

function pathToByte(response: ExchangeResponse, { offset, part }: Place & { kind: 'bytes' }): string[] | null {
  const representation = representationsOf(response).find((one) => one.part === part);
  const element = representation ? elementKeyAt(representation, offset) : null;
  const path = [...inPart(part), ...(element === null ? [] : [element])];
  return path.length === 0 ? null : path;
}

function inPart(part: number | undefined): string[] {
  return part === undefined ? [] : [String(part)];
}

function bytesAround(response: ExchangeResponse, { offset, part }: Place & { kind: 'bytes' }): AnswerBytes | null {
  const source: ByteSource | undefined =
    part === undefined ? response.body : representationsOf(response).find((one) => one.part === part)?.body;
  if (!source || offset > source.length) return null;
  const from = Math.max(0, Math.floor((offset - BYTES_BEFORE) / 8) * 8);
  const bytes = source.read(from, BYTES_SHOWN);
  return bytes.length === 0 ? null : { offset: from, hexadecimal: Buffer.from(bytes).toString('hex') };
}
