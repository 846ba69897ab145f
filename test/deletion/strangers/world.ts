import { cpSync, rmSync } from 'node:fs';
import type { Dataset } from '../../../fixtures/dataset.ts';
import { tutorialDataset } from '../../../fixtures/tutorial/index.ts';
import { readAll } from '../../../lib/bytes/byte-source.ts';
import type { StoredInstance } from '../../../lib/dicom/instance.ts';
import { Archive } from '../../../lib/reference-server/archive.ts';
import type { Instance } from '../../../lib/reference-server/instance.ts';
import { readFile } from '../../../lib/reference-server/store/read-file.ts';

/** Everything that a stranger put into an archive, which has to be there, byte for byte, when all is over. */
interface Theirs {
  readonly archive: Archive;
  readonly instance: Instance;
}

/** Archives, what strangers have in them, and the study that the harness is given. */
export class World {
  readonly dataset: Dataset = tutorialDataset({ rows: 5, columns: 7 });
  readonly archive = new Archive();
  /** What happens at each search, where a course says so. */
  at?: () => void;
  /** The instances of the data set as they are stored. */
  readonly ours: readonly Instance[] = this.dataset.instances.map(fileOf);
  readonly #theirs: Theirs[] = [];
  readonly #before = new Set<Instance>();
  readonly #others: Archive[] = [];
  #killed: { readonly folder: string; readonly archive: Archive } | null = null;

  /** Another archive than the one that the base URL leads to. */
  otherArchive(): Archive {
    const archive = new Archive();
    this.#others.push(archive);
    return archive;
  }

  /** A stranger stores an instance, in the place of what lies under its SOP Instance UID. */
  strangerStores(instance: Instance, archive = this.archive): void {
    const present = archive.find(instance.instance);
    if (present !== undefined) archive.remove(present);
    archive.add(instance);
    this.strangerHas(instance, archive);
  }

  /** A stranger stores in the place of each of ours. */
  takeOver(change: (ours: Instance) => Instance, archive = this.archive): void {
    for (const one of this.ours) this.strangerStores(change(one), archive);
  }

  /** One of ours. */
  get first(): Instance {
    const [first] = this.ours;
    if (first === undefined) throw new Error('the data set has no instance');
    return first;
  }

  /** An instance in an archive is a stranger's. */
  strangerHas(instance: Instance, archive = this.archive): void {
    this.#theirs.push({ archive, instance });
  }

  /** What a run that is killed at this moment leaves: its folder, and what is in the archive. */
  kill(folder: string, copy: string): void {
    if (this.#killed !== null) return;
    cpSync(folder, copy, { recursive: true });
    this.#killed = { folder: copy, archive: this.archive.copy() };
  }

  /** The archive and the folder as they were when the run was killed. */
  asKilled(folder: string): void {
    if (this.#killed === null) throw new Error('the run was never at the point where it was to be killed');
    this.archive.restore(this.#killed.archive);
    rmSync(folder, { recursive: true, force: true });
    cpSync(this.#killed.folder, folder, { recursive: true });
  }

  /** What strangers stored and is there no more. */
  lost(): string[] {
    return this.#theirs
      .filter(({ archive, instance }) => {
        const there = archive.select(instance).find((one) => one.instance === instance.instance);
        return there === undefined || Buffer.compare(there.bytes, instance.bytes) !== 0;
      })
      .map(({ instance }) => instance.instance);
  }

  /** What is ours was there before the harness was started. */
  oursAreThere(): void {
    for (const one of this.ours) {
      this.archive.add(one);
      this.#before.add(one);
    }
  }

  /** What is in the archives, was not there before, and is no stranger's. */
  left(): readonly Instance[] {
    return [this.archive, ...this.#others].flatMap((archive) =>
      archive
        .select()
        .filter((one) => !this.#before.has(one) && !this.#theirs.some(({ instance }) => instance === one)),
    );
  }

  /** What strangers stored, in whatever archive. */
  theirs(): readonly Instance[] {
    return this.#theirs.map(({ instance }) => instance);
  }

  get hasStrangers(): boolean {
    return this.#theirs.length > 0;
  }
}

/** An instance of a data set as a server keeps it. */
export function fileOf({ source }: StoredInstance): Instance {
  const instance = readFile(readAll(source));
  if ('kind' in instance) throw new Error('the instance cannot be stored');
  return instance;
}
