import type { CredentialReferences } from '../target/credential-references.ts';
import type { ServiceRoots } from '../target/target.ts';

/** A configuration file of the user's. `config.schema.json` says what each setting means. */
export interface Config {
  readonly target?: {
    readonly url?: string;
    /** Seconds. */
    readonly timeout?: number;
    readonly readOnly?: boolean;
    readonly study?: string;
    readonly roots?: Partial<ServiceRoots>;
    readonly headers?: Readonly<Record<string, string | { readonly env: string }>>;
  };
  readonly profile?: string;
  readonly credentials?: CredentialReferences;
  readonly connection?: { readonly ca?: string; readonly insecure?: boolean; readonly http?: 'auto' | '1.1' | '2' };
  readonly data?: string;
  readonly dataSets?: string;
  readonly suites?: readonly ('tutorial' | 'duties' | 'standard')[];
  readonly scenarios?: readonly string[];
  readonly grep?: string;
  readonly repeat?: number;
  readonly uids?: 'fresh' | 'original';
  readonly baseline?: string;
  readonly require?: readonly string[];
  readonly evidence?: 'all' | 'findings' | 'none';
  readonly failOn?: 'fail' | 'warn' | 'never';
  readonly report?: {
    readonly lang?: 'en' | 'ja';
    readonly out?: string;
    readonly product?: string;
    readonly productVersion?: string;
    readonly environment?: string;
    readonly tester?: string;
  };
  readonly load?: {
    readonly shape?: string;
    readonly vus?: number;
    readonly rate?: number;
    readonly duration?: string;
    readonly size?: string | number;
    readonly instancesPerRequest?: number;
    readonly mix?: string;
    readonly names?: 'ascii' | 'any';
    readonly proportions?: string;
    readonly corpus?: number;
    readonly instances?: number;
    readonly wait?: number;
    readonly sample?: number;
    readonly thresholds?: readonly string[];
    readonly engine?: 'auto' | 'k6' | 'embedded';
    readonly seed?: number;
    readonly allowDropped?: boolean;
    readonly keep?: boolean;
  };
}
