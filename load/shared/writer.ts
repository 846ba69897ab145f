/** The stores of a virtual user: chooses the study, the template and the number of each instance. */

import { pick, type Random, randomFrom } from '../../lib/portable/random.ts';
import { uid } from '../../lib/portable/uid.ts';
import { measure } from './answer.ts';
import { instanceAcknowledged, studyBegins } from './events.ts';
import type { Operation } from './operations.ts';
import { pickTemplate, pool, templateAt } from './pool.ts';
import type { PoolTemplate } from './pool-template.ts';
import { settings } from './settings.ts';
import type { Identity } from './stamper.ts';
import { type StoreOutcome, store, storeRequest, storeUnmeasured } from './store.ts';
import { StoreBody } from './store-body.ts';

/** Instances that were stored in one request: `count` of them from `first` on. */
export interface Batch {
  readonly template: number;
  readonly first: Identity;
  readonly count: number;
}

/** Least share of the stores of which the runner is told one instance, to look for it after the run. */
const LEAST_TOLD = 0.05;

export class Writer {
  readonly prefix: string;
  readonly worker: number;
  private readonly random: Random;
  private readonly perRequest: number;
  private readonly bodies: (StoreBody | undefined)[] = [];
  private template = 0;
  private study = -1;
  private nextInstance = 0;
  private hasTold = false;
  /** Instances in the current study; when it is full, a new study begins. */
  private inStudy = Number.POSITIVE_INFINITY;

  /** `worker` is the number of the virtual user under this prefix; `perRequest` the instances of each request. */
  constructor(prefix: string, worker: number, perRequest: number) {
    this.prefix = prefix;
    this.worker = worker;
    this.perRequest = perRequest;
    this.random = randomFrom((settings.seed || 0) * 1_000_003 + worker);
  }

  studyUID(study: number): string {
    return uid(this.prefix, 'study', this.worker, study);
  }

  seriesUID(study: number): string {
    return uid(this.prefix, 'series', this.worker, study);
  }

  instanceUID(instance: number): string {
    return uid(this.prefix, 'instance', this.worker, instance);
  }

  templateOf(batch: Batch): PoolTemplate {
    return templateAt(batch.template);
  }

  /** Stores the next batch and counts it under the operation `of`. */
  async storeNext(of: Operation): Promise<{ readonly batch: Batch; readonly outcome: StoreOutcome }> {
    const { batch, body, uids } = this.next();
    const outcome = await store(of, body, uids);
    if (outcome.acknowledged.length > 0) this.tellOfOne(batch, pick(Math.random, outcome.acknowledged));
    return { batch, outcome };
  }

  /** Tells the runner of one instance: for the first store, and for the sampled share of the others. */
  private tellOfOne({ first }: Batch, place: number): void {
    if (settings.sample === 0 || (this.hasTold && Math.random() >= Math.max(settings.sample, LEAST_TOLD))) return;
    this.hasTold = true;
    const instance = this.instanceUID(first.instance + place);
    instanceAcknowledged(this.studyUID(first.study), this.seriesUID(first.study), instance);
  }

  /** Sends the next batch to the null sink, and counts it as a success whatever the answer is. */
  async sendNext(of: Operation): Promise<void> {
    const { body } = this.next();
    await measure(of, storeRequest(body), () => ({ instances: body.instances, bytes: body.content }));
  }

  /** Stores the next batch without measuring it. Throws an Error unless the target stores all of it. */
  async storeNextUnmeasured(): Promise<{ readonly batch: Batch; readonly outcome: StoreOutcome }> {
    const { batch, body, uids } = this.next();
    return { batch, outcome: await storeUnmeasured(body, uids) };
  }

  private next(): { readonly batch: Batch; readonly body: StoreBody; readonly uids: readonly string[] } {
    if (this.inStudy + this.perRequest > settings.instancesPerStudy) this.beginStudy();
    const body = this.body();
    const first = { study: this.study, instance: this.nextInstance };
    body.stamp(first);
    this.nextInstance += body.instances;
    this.inStudy += body.instances;
    const uids: string[] = [];
    for (let index = 0; index < body.instances; index++) uids.push(this.instanceUID(first.instance + index));
    return { batch: { template: this.template, first, count: body.instances }, body, uids };
  }

  private beginStudy(): void {
    this.study++;
    this.inStudy = 0;
    this.template = pickTemplate(this.random());
    studyBegins(this.studyUID(this.study), this.perStudy());
  }

  /** Every study holds the same number of instances: as many whole requests as fit, and at least one. */
  private perStudy(): number {
    return Math.max(1, Math.floor(settings.instancesPerStudy / this.perRequest)) * this.perRequest;
  }

  private body(): StoreBody {
    let body = this.bodies[this.template];
    if (!body) {
      body = new StoreBody(templateAt(this.template), pool.names, this.perRequest, this.prefix, this.worker);
      this.bodies[this.template] = body;
    }
    return body;
  }
}
