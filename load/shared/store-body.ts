/** A multipart/related body of Part 10 instances (PS3.18 section 8.6.1.2), built once and then stamped in place. */
import { asciiBytes, type Name } from '../../lib/portable/identity.ts';
import type { PoolTemplate } from './pool-template.ts';
import { type Identity, Stamper } from './stamper.ts';

const BOUNDARY = 'dicomweb-harness-part-boundary-7f3a91c4';
const PART_HEAD = `--${BOUNDARY}\r\nContent-Type: application/dicom\r\n\r\n`;
const PART_END = '\r\n';
const END = `--${BOUNDARY}--\r\n`;

export const STORE_CONTENT_TYPE = `multipart/related; type="application/dicom"; boundary=${BOUNDARY}`;

export class StoreBody {
  /** The body to send. Do not stamp it again before the request is over. */
  readonly bytes: Uint8Array;
  readonly instances: number;
  /** Bytes of the instances alone. */
  readonly content: number;
  private readonly stampers: Stamper[] = [];

  constructor(template: PoolTemplate, names: readonly Name[], instances: number, prefix: string, worker: number) {
    const head = asciiBytes(PART_HEAD, PART_HEAD.length);
    const partEnd = asciiBytes(PART_END, PART_END.length);
    const end = asciiBytes(END, END.length);
    this.instances = instances;
    this.content = instances * template.bytes.length;
    this.bytes = new Uint8Array(this.content + instances * (head.length + partEnd.length) + end.length);
    let at = 0;
    for (let index = 0; index < instances; index++) {
      this.bytes.set(head, at);
      at += head.length;
      const instance = this.bytes.subarray(at, at + template.bytes.length);
      instance.set(template.bytes);
      this.stampers.push(new Stamper(instance, template, names, prefix, worker));
      at += instance.length;
      this.bytes.set(partEnd, at);
      at += partEnd.length;
    }
    this.bytes.set(end, at);
  }

  /** Makes the body hold instance `first.instance` and those that follow it, all in one study. */
  stamp(first: Identity): void {
    this.stampers.forEach((stamper, index) => {
      stamper.stamp({ study: first.study, instance: first.instance + index });
    });
  }
}
