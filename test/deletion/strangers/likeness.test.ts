import type { Behaviour } from '../../../lib/reference-server/behaviour.ts';
import { changePayloads, on } from '../../../lib/reference-server/changes/answers.ts';
import { damagePixels, type Elements, rewrite } from '../../../lib/reference-server/changes/files.ts';
import { changeStored } from '../../../lib/reference-server/changes/stored.ts';
import type { Instance } from '../../../lib/reference-server/instance.ts';
import { type Course, playCourses } from './course.ts';
import { before, is } from './moments.ts';
import type { Stage } from './stage.ts';
import { eachByte, instanceIn, saying, TAG, withElement, withOtherPixels, withTexts } from './theirs.ts';

/** A stranger puts in the place of each of ours one that is like it, just before the first DELETE under its study. */
function replacing(change: (ours: Instance) => Instance) {
  return ({ world }: Stage): Behaviour => before(is('delete', { level: 'instances' }), () => world.takeOver(change));
}

const like = (what: string, change: (ours: Instance) => Instance): Course => ({
  what: `a stranger's instance differs from ours in ${what} alone`,
  server: (stage) => [replacing(change)(stage)],
});

const bytesOf = (change: (bytes: Uint8Array) => Uint8Array) => (ours: Instance) => instanceIn(change(ours.bytes));

/** Rows for columns. */
function turned(elements: Elements): void {
  const [rows, columns] = [elements.get('00280010'), elements.get('00280011')];
  if (rows) elements.set('00280011', { ...rows, tag: '00280011' });
  if (columns) elements.set('00280010', { ...columns, tag: '00280010' });
}

/** Every instance is changed on its way in; the strangers' came in another way. */
const changing = (
  what: string,
  change: (bytes: Uint8Array) => Uint8Array,
  theirs: (ours: Instance) => Instance,
): Course => ({
  what: `a server ${what}, and a stranger's has another`,
  server: (stage) => [replacing(theirs)(stage), changeStored(change)],
});
const giving = (
  what: string,
  change: (bytes: Uint8Array) => Uint8Array,
  theirs: (ours: Instance) => Instance,
): Course => ({
  what: `a server gives everything back ${what}, and a stranger's differs there`,
  server: (stage) => [changePayloads(on('retrieve'), change), replacing(theirs)(stage)],
});
const anonymous = { [TAG.patientId]: 'ANON', [TAG.patientName]: 'ANON' };

playCourses([
  like('its patient', (ours) => saying(ours, { [TAG.patientId]: 'ID2' })),
  like('the case of the name', (ours) => saying(ours, { [TAG.patientName]: 'ANONY MOUS' })),
  like('its date', (ours) => saying(ours, { [TAG.studyDate]: '20210922' })),
  like(
    'a description',
    bytesOf((bytes) => withElement(bytes, '0008103E', 'LO', 'corrected')),
  ),
  like(
    'a private element',
    bytesOf((bytes) => withElement(withElement(bytes, '00090010', 'LO', 'WARD'), '00091001', 'LO', 'reviewed')),
  ),
  like('its character set', (ours) => saying(ours, { '00080005': 'ISO_IR 100' })),
  like(
    'its shape',
    bytesOf((bytes) => rewrite(bytes, { dataSet: turned })),
  ),
  like(
    'one bit of its pixels',
    bytesOf((bytes) => damagePixels(bytes, (pixels) => pixels.writeUInt8((pixels[0] ?? 0) ^ 1, 0))),
  ),
  like('its interpretation of colours', (ours) => saying(ours, { '00280004': 'YBR_FULL' })),
  changing(
    'writes one patient into everything',
    (bytes) => withTexts(bytes, anonymous),
    (ours) => saying(ours, { ...anonymous, [TAG.patientId]: 'ID2' }),
  ),
  changing(
    'puts its own letters before each patient',
    (bytes) => withTexts(bytes, { [TAG.patientId]: 'X-ID1' }),
    (ours) => saying(ours, { [TAG.patientId]: 'X-ID2' }),
  ),
  changing(
    'numbers each patient anew',
    (() => {
      let n = 0;
      return (bytes: Uint8Array) => withTexts(bytes, { [TAG.patientId]: `P${++n}` });
    })(),
    (ours) => saying(ours, { [TAG.patientId]: 'ID2' }),
  ),
  changing(
    'removes names and dates',
    (bytes) => withTexts(bytes, { [TAG.patientName]: '', [TAG.patientId]: '', [TAG.studyDate]: '' }),
    (ours) => saying(ours, { [TAG.patientName]: 'Somebody^Else' }),
  ),
  giving('with black pixels', (bytes) => damagePixels(bytes, (pixels) => pixels.fill(0)), bytesOf(withOtherPixels)),
  giving(
    'without pixels',
    (bytes) => rewrite(bytes, { dataSet: (elements) => elements.delete('7FE00010') }),
    bytesOf(withOtherPixels),
  ),
  giving(
    'with coarse pixels',
    (bytes) => damagePixels(bytes, (pixels) => eachByte(pixels, (value) => value & 0x80)),
    bytesOf((bytes) => damagePixels(bytes, (pixels) => eachByte(pixels, (value) => (value & 0x80) | 0x11))),
  ),
  giving(
    'without patient',
    (bytes) => withTexts(bytes, { [TAG.patientName]: '', [TAG.patientId]: '' }),
    (ours) => saying(ours, { [TAG.patientName]: 'Somebody^Else', [TAG.patientId]: 'ID2' }),
  ),
]);
