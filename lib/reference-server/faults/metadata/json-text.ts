import { changeBody, on } from '../../changes/answers.ts';
import { type Fault, TUTORIAL } from '../fault.ts';

/** Faults of the JSON text of metadata: syntax, encoding, the list around the data sets. */
export const METADATA_JSON_TEXT: readonly Fault[] = [
  {
    id: 'metadata-bare-object',
    title: 'sends the metadata of one instance without the array around it',
    scenarios: ['T10'],
    requirements: ['WADO-RS-030'],
    breach: 'metadata-not-a-list',
    behaviour: () => changeBody(on('metadata', 'instances'), (body) => body.subarray(1, body.length - 1)),
  },
  {
    id: 'metadata-object-of-list',
    title: 'wraps the list of metadata in an object',
    scenarios: TUTORIAL.metadata,
    requirements: ['WADO-RS-030'],
    breach: 'answer-wrapped',
    behaviour: () => changeBody(on('metadata'), (body) => Buffer.from(`{"instances":${body}}`)),
  },
  {
    id: 'metadata-with-duplicate-key',
    title: 'writes the same attribute twice',
    scenarios: TUTORIAL.metadata,
    requirements: ['JSON-001'],
    breach: 'json-member-repeated',
    behaviour: () =>
      changeBody(on('metadata'), (body) => Buffer.from(body.toString().replaceAll(/("00100020":\{[^}]*\})/g, '$1,$1'))),
  },
  {
    id: 'metadata-with-byte-order-mark',
    title: 'starts metadata with a byte order mark',
    scenarios: TUTORIAL.metadata,
    requirements: ['JSON-002'],
    breach: 'json-byte-order-mark',
    behaviour: () => changeBody(on('metadata'), (body) => Buffer.concat([Buffer.from('efbbbf', 'hex'), body])),
  },
  {
    id: 'metadata-not-utf8',
    title: 'writes a byte into metadata that is not UTF-8',
    scenarios: TUTORIAL.metadata,
    requirements: ['JSON-002'],
    breach: 'json-not-utf8',
    behaviour: () =>
      changeBody(on('metadata'), (body) => {
        const copy = Buffer.from(body);
        const at = copy.indexOf('"Alphabetic":"');
        if (at >= 0) copy[at + 14] = 0xe9;
        return copy;
      }),
  },
  {
    id: 'metadata-keys-unordered',
    title: 'writes attributes out of order',
    scenarios: TUTORIAL.metadata,
    requirements: ['JSON-004'],
    breach: 'json-attributes-unordered',
    behaviour: () =>
      changeBody(on('metadata'), (body) =>
        Buffer.from(body.toString().replaceAll(/("00100020":\{[^}]*\}),("00100030":\{[^}]*\})/g, '$2,$1')),
      ),
  },
  {
    id: 'metadata-not-a-number',
    title: 'writes NaN for US values',
    scenarios: TUTORIAL.metadata,
    requirements: ['JSON-001'],
    breach: 'json-number-non-finite',
    behaviour: () =>
      changeBody(on('metadata'), (body) =>
        Buffer.from(body.toString().replaceAll(/"vr":"US","Value":\[\d+\]/g, '"vr":"US","Value":[NaN]')),
      ),
  },
  {
    id: 'metadata-cut-off',
    title: 'ends metadata in the middle of the JSON text',
    scenarios: TUTORIAL.metadata,
    requirements: ['JSON-001'],
    breach: 'answer-cut-off',
    behaviour: () => changeBody(on('metadata'), (body) => body.subarray(0, body.length - 20)),
  },
];
