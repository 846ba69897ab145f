import { partOf, type Representation } from '../../answers/multipart.ts';
import type { Part10 } from '../../dicom/part10.ts';

/** An instance as it came back: the file, and the part that it lay in. */
export interface ReceivedInstance {
  readonly file: Part10;
  readonly representation: Representation;
}

/** Where the transfer syntax of an instance stands in an answer. */
export function placeOfSyntax({ representation }: ReceivedInstance) {
  return { kind: 'element', path: '00020010', ...partOf(representation) } as const;
}
