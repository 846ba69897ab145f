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

/** Name of the configuration that `init` writes. */
export const CONFIG_FILE = 'dicomweb-harness.config.json';

/** The configuration that holds the answers. What they leave open stays as it is in `before`. */
export function configFile(answers: Partial<Answers>, before: Config = {}): InitFile {
  const { target, profile, credentials, suites } = answers;
  const { target: _, credentials: __, ...others } = before;
  const url = target === undefined ? before.target : targetOf(target, before);
  const references = credentials === undefined ? before.credentials : CREDENTIAL_KINDS[credentials];
  const config: Config = {
    ...(url === undefined ? {} : { target: url }),
    ...(references === undefined ? {} : { credentials: references }),
    ...others,
    ...(profile === undefined ? {} : { profile }),
    ...(suites === undefined ? {} : { suites }),
  };
  return { path: CONFIG_FILE, text: `${JSON.stringify(config, null, 2)}\n` };
}

/** Undefined for the embedded server. */
function targetOf(url: string, { target }: Config): Config['target'] {
  return url === '' ? undefined : { ...target, url };
}

/** Variables that have to be set before a run, by the names that a configuration gives them. */
export function variablesFor({ credentials, target }: Config): readonly string[] {
  const named = [...JSON.stringify([credentials ?? {}, target?.headers ?? {}]).matchAll(/"env":"([A-Za-z_]\w*)"/g)];
  return [...new Set(named.map(([, name]) => name ?? ''))];
}
