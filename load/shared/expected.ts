/** Makes stored instances again, byte for byte, so that they need not be kept in memory. */

import { pool } from './pool.ts';
import type { PoolTemplate } from './pool-template.ts';
import { type Identity, Stamper } from './stamper.ts';

interface Copy {
  readonly bytes: Uint8Array;
  readonly stamper: Stamper;
}

/** Makes the instances of one writer again, one at a time. */
export class Expected {
  private readonly prefix: string;
  private readonly worker: number;
  private readonly copies: { [template: number]: Copy } = {};

  constructor(prefix: string, worker: number) {
    this.prefix = prefix;
    this.worker = worker;
  }

  /** The file as it was sent. The next call with the same template overwrites it. */
  file(template: number, identity: Identity): Uint8Array {
    const copy = this.copies[template] || this.copy(template);
    copy.stamper.stamp(identity);
    return copy.bytes;
  }

  private copy(index: number): Copy {
    const template: PoolTemplate | undefined = pool.templates[index];
    if (!template) throw new Error(`the pool has no template ${index}`);
    const bytes = template.bytes.slice();
    const copy = { bytes, stamper: new Stamper(bytes, template, pool.names, this.prefix, this.worker) };
    this.copies[index] = copy;
    return copy;
  }
}
