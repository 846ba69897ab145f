/** Writes the identity of one instance after another into the same bytes, without parsing or copying. */
import {
  accessionNumber,
  asciiBytes,
  type Name,
  nameOf,
  PATIENT_ID_BYTES,
  patientID,
  studyDate,
} from '../../lib/portable/identity.ts';
import type { Layout } from '../../lib/portable/pool-file.ts';
import { COUNTER_DIGITS, UID_LENGTH, type UidKind, uid } from '../../lib/portable/uid.ts';
import type { PoolTemplate } from './pool-template.ts';

const ZERO = 0x30;

/** The counts at the end of an instance's UIDs. A study has one series, with the same count. */
export interface Identity {
  readonly study: number;
  readonly instance: number;
}

export class Stamper {
  private readonly bytes: Uint8Array;
  private readonly layout: Layout;
  private readonly names: readonly Name[];
  private readonly worker: number;
  private study = -1;

  /** `bytes` hold a copy of the template's bytes; `stamp` writes into them. */
  constructor(bytes: Uint8Array, template: PoolTemplate, names: readonly Name[], prefix: string, worker: number) {
    this.bytes = bytes;
    this.layout = template.layout;
    this.names = names;
    this.worker = worker;
    const fill = (offsets: readonly number[], kind: UidKind): void => {
      for (const offset of offsets) bytes.set(asciiBytes(uid(prefix, kind, worker, 0), UID_LENGTH), offset);
    };
    fill(this.layout.studyInstanceUID, 'study');
    fill(this.layout.seriesInstanceUID, 'series');
    fill(this.layout.otherUID, 'other');
    fill(this.layout.sopInstanceUID, 'instance');
  }

  stamp({ study, instance }: Identity): void {
    if (study !== this.study) this.stampStudy(study);
    for (const offset of this.layout.sopInstanceUID) this.count(offset, instance);
    const { pixels, bytesPerSample } = this.layout;
    if (pixels < 0) return;
    for (let digit = 0, left = instance; digit < COUNTER_DIGITS; digit++, left = Math.floor(left / 10)) {
      this.bytes[pixels + digit * bytesPerSample] = left % 10;
    }
  }

  private stampStudy(study: number): void {
    const { layout, bytes, worker } = this;
    this.study = study;
    for (const offset of layout.studyInstanceUID) this.count(offset, study);
    for (const offset of layout.seriesInstanceUID) this.count(offset, study);
    for (const offset of layout.otherUID) this.count(offset, study);
    const date = asciiBytes(studyDate(worker, study), 8);
    for (const offset of layout.dates) bytes.set(date, offset);
    const id = patientID(worker, study);
    bytes.set(asciiBytes(id, PATIENT_ID_BYTES), layout.patientID);
    bytes.set(asciiBytes(accessionNumber(worker, study), PATIENT_ID_BYTES), layout.accessionNumber);
    bytes.set(nameOf(this.names, worker, study).bytes, layout.patientName);
  }

  /** Writes the digits at the end of a UID. */
  private count(offset: number, value: number): void {
    let at = offset + UID_LENGTH - 1;
    for (let digit = 0, left = value; digit < COUNTER_DIGITS; digit++, left = Math.floor(left / 10)) {
      this.bytes[at--] = ZERO + (left % 10);
    }
  }
}
