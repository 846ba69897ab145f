import type { ConnectionSettings } from '../connection/settings.ts';
import type { Profile } from './profile.ts';
import type { TokenSource } from './tokens/token-source.ts';

/** Base URLs of the four services, without trailing slash. The same for most servers. */
export interface ServiceRoots {
  readonly store: string;
  readonly retrieve: string;
  readonly search: string;
  readonly delete: string;
}

/** How requests are authenticated. Values come from the environment or a file and are never printed or stored. */
export type Credentials =
  /** `empty` is a variable of a secret that is set to nothing, for messages. */
  | { readonly kind: 'none'; readonly empty?: string }
  | { readonly kind: 'bearer'; readonly token: string }
  /** Bearer tokens that are fetched anew as they age. */
  | { readonly kind: 'tokens'; readonly tokens: TokenSource }
  | { readonly kind: 'basic'; readonly user: string; readonly password: string }
  | { readonly kind: 'headers'; readonly headers: HeaderFields };

/** Header fields in the order in which they are sent. */
export type HeaderFields = readonly (readonly [name: string, value: string])[];

export interface Target {
  /** As the user gave it, without credentials and without trailing slash. */
  readonly baseUrl: string;
  readonly roots: ServiceRoots;
  readonly credentials: Credentials;
  /** Sent with every request beside the credentials. */
  readonly extraHeaders: HeaderFields;
  /** Values among these that the user keeps in variables or in the headers file, and so nobody may read. */
  readonly secrets?: readonly string[];
  /** Longest wait for the next byte of an answer, in milliseconds. */
  readonly timeoutMs: number;
  /** Absent: as `USUAL_CONNECTION` has it. */
  readonly connection?: ConnectionSettings;
  readonly profile: Profile;
  /** True for the reference server in this process group. */
  readonly embedded: boolean;
  /** Set where the run may send nothing but GET, HEAD and OPTIONS. */
  readonly isReadOnly?: true;
  readonly stated?: Stated;
}

/** What the user says of the product and of the test, to be shown in reports; each is absent where it was not given. */
export interface Stated {
  readonly product?: string;
  readonly productVersion?: string;
  readonly environment?: string;
  readonly tester?: string;
}
