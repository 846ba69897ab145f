import type { Behaviour } from '../../behaviour.ts';
import { type Request, textAnswer } from '../../message.ts';
import type { Fault } from '../fault.ts';

/** What a reader of multipart bodies does not cope with: name in the fault's id, in words, and how it is recognised. */
const DIFFICULTIES = [
  ['preamble', 'text before the first boundary', (text: string) => !text.startsWith('--')],
  ['quoted-boundary', 'a boundary in quotation marks', (_: string, type: string) => /boundary="/.test(type)],
  ['part-header-in-lower-case', 'names of part headers in lower case', (text: string) => /^content-type:/m.test(text)],
  ['unknown-part-header', 'part headers that it does not know', (text: string) => /^X-/m.test(text)],
] as const satisfies readonly (readonly [string, string, (text: string, type: string) => boolean])[];

/** The first bytes are enough: the parts' headers are in them. */
const HEAD = 1_000;

function refusing(isMet: (text: string, type: string) => boolean): Behaviour {
  const meets = ({ route, headers, body: [first = new Uint8Array()] }: Request): boolean =>
    route.operation === 'store' &&
    /^multipart/.test(headers['content-type'] ?? '') &&
    isMet(Buffer.from(first.subarray(0, HEAD)).toString('latin1'), headers['content-type'] ?? '');
  return {
    handle: async (request, archive, next) =>
      meets(request) ? textAnswer(400, 'the body cannot be read') : next(request, archive),
  };
}

/** One fault for each liberty of RFC 2046 that a server does not know of. */
export const unusualFraming: readonly Fault[] = DIFFICULTIES.map(([name, what, isMet]) => ({
  id: `store-refuses-${name}`,
  title: `answers 400 to a store with ${what}`,
  operations: ['unusual-framing'],
  requirements: ['MP-010'],
  behaviour: () => refusing(isMet),
}));
