import type { Instance } from './instance.ts';

/** Names a study, a series of it or an instance of that. */
interface EntityPath {
  readonly study: string;
  readonly series?: string | undefined;
  readonly instance?: string | undefined;
}

/** Keeps instances beyond the life of the server. Either method may throw KeepingError, and then nothing was changed. */
export interface Keeper {
  keep(instance: Instance): void;
  forget(instance: Instance): void;
}

/** An instance could not be kept, or not be removed from where it is kept. */
export class KeepingError extends Error {
  override readonly name = 'KeepingError';
}

type Series = Map<string, Instance>;
type Study = Map<string, Series>;

/** The instances that a server holds, by study, series and instance, each level in the order of arrival. */
export class Archive {
  readonly #studies = new Map<string, Study>();
  readonly #instances = new Map<string, Instance>();
  #keeper: Keeper | undefined;

  /** Has the keeper told what is added and removed from now on. */
  keepWith(keeper: Keeper): void {
    this.#keeper = keeper;
  }

  /**
   * Takes an instance in; one of the same SOP Instance UID has to be removed before.
   * @throws KeepingError, and does not hold the instance then.
   */
  add(instance: Instance): void {
    this.#keeper?.keep(instance);
    const study = this.#studies.get(instance.study) ?? new Map<string, Series>();
    const series = study.get(instance.series) ?? new Map<string, Instance>();
    series.set(instance.instance, instance);
    study.set(instance.series, series);
    this.#studies.set(instance.study, study);
    this.#instances.set(instance.instance, instance);
  }

  /** The instance of that SOP Instance UID, wherever it lies. */
  find(sopInstance: string): Instance | undefined {
    return this.#instances.get(sopInstance);
  }

  /** Every instance at or below a path, or of the whole archive; none when the path leads nowhere. */
  select(path?: EntityPath): Instance[] {
    const studies = path ? [this.#studies.get(path.study)] : [...this.#studies.values()];
    return studies.flatMap((study) => {
      const chosen = path?.series ? [study?.get(path.series)] : [...(study?.values() ?? [])];
      return chosen.flatMap((series) => {
        const instances = path?.instance ? [series?.get(path.instance)] : [...(series?.values() ?? [])];
        return instances.filter((instance) => instance !== undefined);
      });
    });
  }

  /** UIDs of the series of a study with the instances of each. */
  series(study: string): ReadonlyMap<string, ReadonlyMap<string, Instance>> {
    return this.#studies.get(study) ?? new Map();
  }

  studies(): Iterable<string> {
    return this.#studies.keys();
  }

  /** Takes out every instance at or below a path and returns them. @throws KeepingError at the first that cannot be. */
  remove(path: EntityPath): Instance[] {
    const removed = this.select(path);
    for (const one of removed) {
      this.#keeper?.forget(one);
      const { study, series, instance } = one;
      const inSeries = this.#studies.get(study)?.get(series);
      inSeries?.delete(instance);
      if (inSeries?.size === 0) this.#studies.get(study)?.delete(series);
      if (this.#studies.get(study)?.size === 0) this.#studies.delete(study);
      this.#instances.delete(instance);
    }
    return removed;
  }

  /** An archive that holds the same instances now and goes its own way from here, in memory only. */
  copy(): Archive {
    const copy = new Archive();
    for (const instance of this.select()) copy.add(instance);
    return copy;
  }

  /** Holds exactly what another archive holds, in that order where it has to be added. */
  restore(other: Archive): void {
    for (const one of this.select()) if (other.find(one.instance) !== one) this.remove(one);
    for (const one of other.select()) if (this.find(one.instance) !== one) this.add(one);
  }
}
