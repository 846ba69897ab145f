import { copyInstance } from '../../../fixtures/copy-instance.ts';
import { smallestOf } from '../../../fixtures/dataset.ts';
import { representationsOf } from '../../../lib/answers/multipart.ts';
import { type ByteSource, memorySource, readAll } from '../../../lib/bytes/byte-source.ts';
import { editSource } from '../../../lib/bytes/edit-source.ts';
import { openInstance, type StoredInstance } from '../../../lib/dicom/instance.ts';
import { restampUids } from '../../../lib/dicom/restamp.ts';
import { TRANSFER_SYNTAX } from '../../../lib/dicom/transfer-syntax.ts';
import { writeMultipart } from '../../../lib/http/multipart-writer.ts';
import {
  goesByTheFile,
  recordsPreamble,
  refusesUnknownClass,
  takesImplicitVr,
  takesSinglePart,
} from '../../../lib/judges/store/forms.ts';
import type { ScenarioContext } from '../../../lib/run/context.ts';
import type { Scenario } from '../../../lib/run/scenario.ts';
import { EVERY_ANSWER, isProperAnswer } from '../../steps/proper-answer.ts';
import { storesOf } from '../../steps/store-data.ts';
import { type DoubtfulBody, storeInDoubt, usualStore } from '../../steps/store-in-form.ts';
import { needsAny, ofTarget } from '../../steps/stored.ts';

const DICOM = 'application/dicom';
/** No SOP class of anybody: a UUID that was drawn for it. */
export const PRIVATE_CLASS = '2.25.329800735698586629295641978511506172918';
/** What a part may say of a file in Explicit VR Little Endian, untruly: JPEG Lossless. */
export const OTHER_LABEL = '1.2.840.10008.1.2.4.70';
/** Of a TIFF file, which may begin as a DICOM file does (PS3.10 §7.1). */
const TIFF = Buffer.from('II*\0\x08\0\0\0', 'latin1');

/** PS3.18 §10.5: stores in forms that a server may take or refuse, each under fresh UIDs and followed by a look. */
export const STORE_FORMS: Scenario = {
  id: 'store-forms',
  service: 'store',
  title: 'takes or refuses stores in unusual forms, without failing or losing them',
  covers: [...EVERY_ANSWER, 'STOW-011', 'STOW-036', 'STOW-037', 'STOW-039', 'STOW-040'],
  proves: ['STOW-037'],
  features: ['store'],
  data: ['encodings'],
  needs: [storesOf('encodings')],
  obstacle: needsAny(ofTarget),
  copies: 4,
  async play(context) {
    const twin = await usualStore(context);
    const implicit = context
      .data('encodings')
      .find((one) => one.transferSyntax === TRANSFER_SYNTAX.implicitLittleEndian);
    if (!twin || !implicit) return;
    const copy = () => copyInstance(smallestOf(context.dataset));
    const labelled = copy();
    const marked = withPreamble(copy());
    const bodies: readonly DoubtfulBody[] = [
      { instance: marked, body: { contentType: DICOM, body: marked.source } },
      inPart(copyInstance(implicit)),
      inPart(labelled, `${DICOM}; transfer-syntax=${OTHER_LABEL}`),
      inPart(ofPrivateClass(copy())),
    ];
    const [single, implied, other, unknown] = await storeInDoubt(context, bodies);
    if (!single || !implied || !other || !unknown) return;
    context.judge(
      isProperAnswer(...[single, implied, other, unknown].map(({ store }) => store)),
      takesSinglePart(single, twin),
      takesImplicitVr(implied, twin),
      goesByTheFile(other, twin),
      refusesUnknownClass(unknown, twin),
    );
    await judgePreamble(context, marked);
  },
};

async function judgePreamble(context: ScenarioContext, marked: StoredInstance): Promise<void> {
  if (!context.ledger.holds(marked.instance)) return;
  const exchange = await context.dicomweb.retrieveInstance(marked);
  const [part] = exchange.response ? representationsOf(exchange.response) : [];
  const body = part ? part.body.read(0, 132) : null;
  context.judge(isProperAnswer(exchange), recordsPreamble(exchange, body, readAll(marked.source).subarray(0, 128)));
}

function inPart(instance: StoredInstance, type = DICOM): DoubtfulBody {
  const { contentType, body } = writeMultipart(DICOM, [{ headers: [['Content-Type', type]], body: instance.source }]);
  return { instance, body: { contentType, body } };
}

function withPreamble({ source, name }: StoredInstance): StoredInstance {
  return openInstance(editSource(source, [{ offset: 0, removed: TIFF.length, bytes: TIFF }]), name);
}

function ofPrivateClass({ source, sopClass, name }: StoredInstance): StoredInstance {
  const restamped: ByteSource = restampUids(source, new Map([[sopClass, PRIVATE_CLASS]]));
  return openInstance(memorySource(readAll(restamped)), name);
}
