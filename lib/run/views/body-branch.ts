import { jsonBodyOf } from '../../answers/json/body.ts';
import { type Representation, representationsOf } from '../../answers/multipart.ts';
import { mediaTypeOf } from '../../answers/response.ts';
import { type Part10, Part10Error, readPart10 } from '../../dicom/part10.ts';
import type { ExchangeResponse } from '../../http/exchange.ts';
import type { Branch } from './branch.ts';
import { part10Branches } from './dicom-branch.ts';
import { jsonBranch } from './json-branch.ts';

/** The body as JSON, with the keys of a pointer; null where it is none that can be read. */
export function jsonOf(response: ExchangeResponse): Branch | null {
  const { root } = jsonBodyOf(response).text;
  return root && jsonBranch(root);
}

/** The body as parts, or as the one thing that it holds. */
export function representationsBranch(response: ExchangeResponse): Branch {
  const representations = representationsOf(response);
  const [single] = representations;
  if (single && single.part === undefined) return { ...partBranch(single), label: 'body' };
  const text = `${mediaTypeOf(response)?.essence ?? ''} [${representations.length}]`;
  return { key: '', label: 'body', text, children: () => representations.map(partBranch) };
}

function partBranch(representation: Representation): Branch {
  const { part, headers, mediaType, body } = representation;
  const fields = part === undefined ? [] : headers.map(([name, value]) => fieldBranch(name, value));
  return {
    key: String(part ?? ''),
    label: `[${part ?? ''}]`,
    text: `${mediaType?.essence ?? ''} ${body.length.toLocaleString('en')} B`.trim(),
    children: () => [...fields, ...elementsIn(representation)],
  };
}

/** The key of a header field among the children of a part. */
export function fieldKey(name: string): string {
  return name.toLowerCase();
}

function fieldBranch(name: string, value: string): Branch {
  return { key: fieldKey(name), label: name, text: value, children: () => [] };
}

/** Key of the data element in which the byte at an offset of a Part 10 file lies; null where there is no such file. */
export function elementKeyAt({ mediaType, body }: Representation, offset: number): string | null {
  const file = mediaType?.essence === 'application/dicom' ? fileOf(body) : null;
  if (!file || file.dataSetSource !== body) return null;
  const elements = [...file.fileMeta.elements.values(), ...file.dataSet.elements.values()];
  return elements.findLast((element) => element.offset <= offset)?.tag ?? null;
}

function elementsIn({ mediaType, body }: Representation): readonly Branch[] {
  const file = mediaType?.essence === 'application/dicom' ? fileOf(body) : null;
  return file ? part10Branches(file) : [];
}

function fileOf(body: Representation['body']): Part10 | null {
  try {
    return readPart10(body);
  } catch (error) {
    if (error instanceof Part10Error) return null;
    throw error;
  }
}
