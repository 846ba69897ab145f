import type { Archive } from '../../../lib/reference-server/archive.ts';
import type { Instance } from '../../../lib/reference-server/instance.ts';
import type { Part, Reply } from '../../../lib/reference-server/message.ts';
import { textIn, withElement } from '../kit/bytes.ts';
import type { Defect } from '../kit/defect.ts';
import { bodies, header, onTheWire, parts, withBytes } from '../kit/make.ts';
import { seeing } from '../kit/seeing.ts';

/** The instance that a part holds. */
function instanceOf({ body }: Part, archive: Archive): Instance | undefined {
  return archive.find(textIn(body, '00080018', 'UI')?.replace(/\0$/, '') ?? '');
}

function isMultipart(reply: Reply): boolean {
  return /^multipart\//.test(header(reply, 'content-type') ?? '');
}

/** Retrieve of files. */
export const RETRIEVE: readonly Defect[] = [
  {
    id: 'largest-file-skipped',
    what: 'A retrieve of a study or series leaves out its largest file, which does not fit into the buffer of the archive.',
    truth: ['data-lost', 'not-found-or-opened'],
    operations: ['retrieve'],
    title: 'GET of a study or series lacks one instance',
    advice: 'Stream files of any size, or fail the request.',
    make: () =>
      parts(
        ({ route }) => route.operation === 'retrieve' && route.level !== 'instances',
        (all) => {
          const largest = Math.max(...all.map(({ body }) => body.length));
          const at = all.findIndex(({ body }) => body.length === largest);
          return all.length > 1 ? all.filter((_, index) => index !== at) : all;
        },
      ),
  },
  {
    id: 'third-file-twice',
    what: 'The pages that a retrieve reads from the database overlap by one: the third file is sent twice.',
    truth: ['cosmetic', 'some-clients-only', 'altered'],
    operations: ['retrieve'],
    title: 'GET of a study holds one instance twice',
    advice: 'Order the pages, and let each begin after the last one.',
    make: () =>
      parts(
        ({ route }) => route.operation === 'retrieve' && route.level !== 'instances',
        (all) => (all.length > 2 ? [...all.slice(0, 3), ...all.slice(2)] : all),
      ),
  },
  {
    id: 'decoded-under-old-syntax',
    what: 'Files that were decoded for a retrieve still name their compressed transfer syntax in the file meta information.',
    truth: ['not-found-or-opened', 'altered'],
    operations: ['retrieve'],
    title: 'TransferSyntaxUID in the file is the stored one, though the file was converted',
    advice: 'Write the new transfer syntax into the file meta information.',
    make: () =>
      parts('retrieve', (all, _, archive) =>
        all.map((part) => {
          const stored = instanceOf(part, archive)?.transferSyntax;
          if (!stored) return part;
          return { ...part, body: withElement(part.body, '00020010', 'UI', () => stored) };
        }),
      ),
  },
  {
    id: 'decoded-colour-called-planar',
    what: 'Colour images that are decoded from RLE are marked as colour by plane though they are colour by pixel.',
    truth: ['altered'],
    operations: ['retrieve'],
    title: 'PlanarConfiguration is wrong in a file that was decoded from RLE, so that its colours are',
    advice: 'Set PlanarConfiguration to the order of the samples that were written.',
    make: () =>
      parts('retrieve', (all, _, archive) =>
        all.map((part) => {
          const from = instanceOf(part, archive)?.transferSyntax;
          const now = textIn(part.body, '00020010', 'UI')?.replace(/\0$/, '');
          if (from !== '1.2.840.10008.1.2.5' || now === from) return part;
          return { ...part, body: withElement(part.body, '00280006', 'US', ([low = 0]) => Buffer.of(1 - low, 0)) };
        }),
      ),
  },
  {
    id: 'locations-of-first-part',
    what: 'Every part of a retrieve of a study or series bears the Content-Location of the first.',
    truth: ['some-clients-only', 'wrong-patient-or-image', 'cosmetic'],
    operations: ['retrieve'],
    title: 'Content-Location of parts is that of another instance',
    advice: 'Give each part the URL of its own instance.',
    make: () => parts('retrieve', (all) => all.map((part) => ({ ...part, headers: all[0]?.headers ?? part.headers }))),
  },
  {
    id: 'uid-padded-with-space',
    what: 'UIDs of odd length in retrieved files are padded with a space, not with a zero byte.',
    truth: ['some-clients-only', 'altered'],
    operations: ['retrieve'],
    title: 'UIDs in retrieved files end with a space',
    advice: 'Pad UI values with one zero byte.',
    make: () =>
      bodies('retrieve', (body) =>
        ['00080018', '0020000D', '0020000E'].reduce(
          (bytes, tag) => withElement(bytes, tag, 'UI', (value) => value.toString('latin1').replace(/\0$/, ' ')),
          body,
        ),
      ),
  },
  {
    id: 'parts-without-type',
    what: 'Parts of a retrieve have no Content-Type, and so nothing that names their transfer syntax.',
    truth: ['some-clients-only', 'cosmetic', 'not-found-or-opened'],
    operations: ['retrieve'],
    title: 'parts of a retrieve lack Content-Type',
    advice: 'Label each part application/dicom with its transfer syntax.',
    make: () =>
      parts('retrieve', (all) =>
        all.length > 1 ? all.map((part) => ({ ...part, headers: part.headers.slice(1) })) : all,
      ),
  },
  {
    id: 'no-closing-delimiter-of-many',
    what: 'Multipart answers with more than two parts end without their closing delimiter.',
    truth: ['some-clients-only', 'not-found-or-opened'],
    operations: ['retrieve', 'bulkdata', 'metadata', 'frames'],
    title: 'a multipart answer ends without its closing delimiter',
    advice: 'Write the delimiter with two hyphens after the last part.',
    make: () =>
      onTheWire(isMultipart, (reply) =>
        withBytes(reply, (bytes) => {
          const end = bytes.lastIndexOf('\r\n--');
          const count = bytes.toString('latin1').split(bytes.subarray(end + 2, -2).toString('latin1')).length - 2;
          return count > 2 && end > 0 ? bytes.subarray(0, end) : bytes;
        }),
      ),
  },
  {
    id: 'latin-1-name-sent-as-utf-8',
    what: 'Names in files of ISO_IR 100 are sent in UTF-8, while SpecificCharacterSet still says ISO_IR 100.',
    truth: ['altered', 'wrong-patient-or-image'],
    operations: ['retrieve', 'metadata', 'search'],
    title: 'PatientName of an instance in ISO_IR 100 comes back in other bytes, garbled',
    advice: 'Change SpecificCharacterSet with the text, or neither.',
    make: () =>
      seeing(['retrieve', 'metadata', 'search'], (instance) => {
        if (textIn(instance.bytes, '00080005', 'CS')?.trim() !== 'ISO_IR 100') return instance;
        const recode = (value: Buffer): Buffer => Buffer.from(value.toString('latin1'), 'utf8');
        return { ...instance, bytes: withElement(instance.bytes, '00100010', 'PN', recode) };
      }),
  },
];
