import { changeStored } from '../../lib/reference-server/changes/stored.ts';
import type { Instance } from '../../lib/reference-server/instance.ts';
import { damagePixels, rewrite } from '../../lib/reference-server/changes/files.ts';
import { answering, before, is } from './moments.ts';
import { playCourses, type Course, type Stage } from './course.ts';
import { TAG, instanceIn, saying, withElement, withTexts, withOtherPixels } from './theirs.ts';
import { changeParts, changePayloads, on } from '../../lib/reference-server/changes/answers.ts';
import type { Behaviour } from '../../lib/reference-server/behaviour.ts';

/** A stranger puts in the place of each of ours one that is like it, just before the first DELETE under its study. */
function replacing(change: (ours: Instance) => Instance) {
  return ({ world }: Stage): Behaviour =>
    before(is('delete', { level: 'instances' }), () => world.ours.forEach((one) => world.strangerStores(change(one))));
}

const like = (what: string, change: (ours: Instance) => Instance): Course => ({
  what: `a stranger's instance differs from ours in ${what} alone`,
  server: (stage) => [replacing(change)(stage)],
});

const bytesOf = (change: (bytes: Uint8Array) => Uint8Array) => (ours: Instance) => instanceIn(change(ours.bytes));

/** Every instance is changed on its way in; the strangers' came in another way. */
const changing = (what: string, change: (bytes: Uint8Array) => Uint8Array, theirs: (ours: Instance) => Instance): Course => ({
  what: `a server ${what}, and a stranger's has another`,
  server: (stage) => [replacing(theirs)(stage), changeStored(change)],
});
const giving = (what: string, change: (bytes: Uint8Array) => Uint8Array, theirs: (ours: Instance) => Instance): Course => ({
  what: `a server gives everything back ${what}, and a stranger's differs there`,
  server: (stage) => [changePayloads(on('retrieve'), change), replacing(theirs)(stage)],
});
const anonymous = { [TAG.patientId]: 'ANON', [TAG.patientName]: 'ANON' };

playCourses([
  like('its patient', (ours) => saying(ours, { [TAG.patientId]: 'ID2' })),
  like('the case of the name', (ours) => saying(ours, { [TAG.patientName]: 'ANONY MOUS' })),
  like('its date', (ours) => saying(ours, { [TAG.studyDate]: '20210922' })),
  like('a description', bytesOf((bytes) => withElement(bytes, '0008103E', 'LO', 'corrected'))),
  like('a private element', bytesOf((bytes) => withElement(withElement(bytes, '00090010', 'LO', 'WARD'), '00091001', 'LO', 'reviewed'))),
  like('its character set', (ours) => saying(ours, { '00080005': 'ISO_IR 100' })),
  like('its shape', bytesOf((bytes) => rewrite(bytes, { dataSet: (elements) => {
    const [rows, columns] = [elements.get('00280010')!, elements.get('00280011')!];
    elements.set('00280010', { ...rows, value: columns.value });
    elements.set('00280011', { ...columns, value: rows.value });
  } }))),
  like('one bit of its pixels', bytesOf((bytes) => damagePixels(bytes, (pixels) => pixels.writeUInt8((pixels[0] ?? 0) ^ 1, 0)))),
  like('its interpretation of colours', (ours) => saying(ours, { '00280004': 'YBR_FULL' })),
  changing('writes one patient into everything', (bytes) => withTexts(bytes, anonymous), (ours) => saying(ours, { ...anonymous, [TAG.patientId]: 'ID2' })),
  changing('puts its own letters before each patient', (bytes) => withTexts(bytes, { [TAG.patientId]: 'X-ID1' }), (ours) => saying(ours, { [TAG.patientId]: 'X-ID2' })),
  changing('numbers each patient anew', (() => { let n = 0; return (bytes: Uint8Array) => withTexts(bytes, { [TAG.patientId]: `P${++n}` }); })(), (ours) => saying(ours, { [TAG.patientId]: 'ID2' })),
  changing('stamps who stored it', (bytes) => withElement(withElement(bytes, '00090010', 'LO', 'OWNER'), '00091001', 'LO', 'harness'), bytesOf((bytes) => withElement(withElement(bytes, '00090010', 'LO', 'OWNER'), '00091001', 'LO', 'ward 7'))),
  changing('removes names and dates', (bytes) => withTexts(bytes, { [TAG.patientName]: '', [TAG.patientId]: '', [TAG.studyDate]: '' }), (ours) => saying(ours, { [TAG.patientName]: 'Somebody^Else' })),
  giving('with black pixels', (bytes) => damagePixels(bytes, (pixels) => pixels.fill(0)), bytesOf(withOtherPixels)),
  giving('without pixels', (bytes) => rewrite(bytes, { dataSet: (elements) => elements.delete('7FE00010') }), bytesOf(withOtherPixels)),
  giving('with coarse pixels', (bytes) => damagePixels(bytes, (pixels) => pixels.forEach((value, at) => pixels.writeUInt8(value & 0x80, at))),
    bytesOf((bytes) => damagePixels(bytes, (pixels) => pixels.forEach((value, at) => pixels.writeUInt8(value & 0x80 | 0x11, at))))),
  giving('without patient', (bytes) => withTexts(bytes, { [TAG.patientName]: '', [TAG.patientId]: '' }), (ours) => saying(ours, { [TAG.patientName]: 'Somebody^Else', [TAG.patientId]: 'ID2' })),
]);
