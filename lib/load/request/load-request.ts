import type { Share } from '../../synthesis/synthesise.ts';
import type { PatientNames } from '../pool-files.ts';

/** A load as somebody asks for it, by flags or by options of the library. What is absent has the default of the script. */
export interface LoadRequest {
  /** Base URL; absent for the embedded server. */
  readonly target?: string;
  readonly readOnly?: true;
  readonly shape: string;
  readonly vus?: number;
  readonly rate?: number;
  readonly allowDropped?: true;
  readonly duration?: string;
  /** Bytes of an instance. */
  readonly size?: number;
  readonly instancesPerRequest?: number;
  readonly mix: readonly Share[];
  readonly names: PatientNames;
  readonly proportions?: string;
  readonly corpus?: number;
  readonly instances?: number;
  /** Seconds. */
  readonly wait?: number;
  readonly sample: number;
  readonly threshold: readonly string[];
  readonly seed?: number;
  readonly ledger?: string;
  /** Study Instance UIDs of studies that are on the server. */
  readonly study?: readonly string[];
  readonly keep?: true;
  /** Folder for the manifests of a cluster. */
  readonly kubernetes?: string;
}
