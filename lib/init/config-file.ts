import type { Config } from '../config/config.ts';
import type { InitFile } from './file.ts';

/** How a server is authenticated at, as `init` asks it, and where the configuration then says the secrets are. */
export const CREDENTIAL_KINDS = {
  none: undefined,
  token: { token: { env: 'DICOMWEB_TOKEN' } },
  'token-file': { token: { file: 'dicomweb-token' } },
  basic: { user: { env: 'DICOMWEB_USER' }, password: { env: 'DICOMWEB_PASSWORD' } },
  'headers-file': { headers: { file: 'dicomweb-headers.json' } },
  oauth: {
    oauth: {
      tokenUrl: 'https://login.example/oauth2/token',
      clientId: { env: 'DICOMWEB_OAUTH_CLIENT_ID' },
      clientSecret: { env: 'DICOMWEB_OAUTH_CLIENT_SECRET' },
    },
  },
} as const satisfies Readonly<Record<string, Config['credentials']>>;

export type CredentialKind = keyof typeof CREDENTIAL_KINDS;

/** What `init` was told. */
export interface Answers {
  /** Empty for the embedded reference server. */
  readonly target: string;
  readonly profile: string;
  readonly credentials: CredentialKind;
  readonly suites: NonNullable<Config['suites']>;
}

export function configFile({ target, profile, credentials, suites }: Answers): InitFile {
  const references = CREDENTIAL_KINDS[credentials];
  const config: Config = {
    ...(target === '' ? {} : { target: { url: target } }),
    profile,
    ...(references === undefined ? {} : { credentials: references }),
    suites,
  };
  return { path: 'dicomweb-harness.config.json', text: `${JSON.stringify(config, null, 2)}\n` };
}

/** Variables that have to be set before a run. */
export function variablesFor(kind: CredentialKind): readonly string[] {
  return [...JSON.stringify(CREDENTIAL_KINDS[kind] ?? {}).matchAll(/"env":"([A-Z_]+)"/g)].map(([, name]) => name ?? '');
}
