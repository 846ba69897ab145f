import type { Dataset } from '../../fixtures/dataset.ts';
import type { DataSetName } from '../../fixtures/sets/index.ts';
import type { ByteSource } from '../bytes/byte-source.ts';
import type { Deletions } from '../deletion/deletions.ts';
import type { Ledger } from '../deletion/ledger.ts';
import type { StoredInstance } from '../dicom/instance.ts';
import type { DicomWebClient } from '../dicomweb/operations.ts';
import type { Exchange } from '../http/exchange.ts';
import type { Finding } from '../results/finding.ts';
import type { Target } from '../target/target.ts';
import type { Raster } from './picture.ts';
import type { Waits } from './waits.ts';

/** What a scenario works with: everything it does on the network and everything it finds goes through here. */
export interface ScenarioContext {
  readonly target: Target;
  readonly dataset: Dataset;
  /** The instances of a named data set, under UIDs that were made for this run: the same each time. */
  data(name: DataSetName): readonly StoredInstance[];
  readonly ledger: Ledger;
  /** Every exchange is recorded as evidence before it is judged. */
  readonly dicomweb: DicomWebClient;
  /** Deletes what this run stored. What it refuses to delete ends the scenario as unsafe. */
  readonly deletions: Deletions;
  /** Findings are soft: one red line does not hide the next. */
  judge(...findings: readonly (Finding | readonly Finding[])[]): void;
  /** Exchanges of a scenario that ran earlier in this run, from memory or from the evidence; empty when it has none. */
  recall(scenario: string): readonly Exchange[];
  /** Keeps a file beside the run and opens it again from where it was kept. */
  keep(name: string, content: ByteSource): ByteSource;
  /**
   * Keeps small pictures for the report: what was judged beside what was expected. They are asked for where they are
   * shown, and none is kept where one of them cannot be made.
   */
  picture(label: string, rasters: () => { readonly actual: Raster | null; readonly expected: Raster | null }): void;
  /** How long is waited for what the server may show later. */
  readonly waits: Waits;
  /** Waits before asking again; ends at once when the run is aborted. */
  pause(milliseconds: number): Promise<void>;
}
