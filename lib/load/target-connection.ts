import { type ConnectionSettings, USUAL_CONNECTION } from '../connection/settings.ts';
import type { RenewedAuthorization } from '../load-engine/api.ts';
import type { ProbeReady } from '../probe/probe.ts';
import type { Target } from '../target/target.ts';

/** How a generator connects to a target: in the version of HTTP that the server chose when it was looked at. */
export function connectionOf({ connection = USUAL_CONNECTION }: Target, { exchanges }: ProbeReady): ConnectionSettings {
  if (connection.version !== 'auto') return connection;
  const answered = exchanges.flatMap(({ response }) => (response ? [response.httpVersion] : []));
  const isHttp2 = answered.length > 0 && answered.every((version) => version === '2');
  return { ...connection, version: isHttp2 ? '2' : '1.1' };
}

/** What renews the token that a script was given; undefined where the credentials stay as they are. */
export function renewedAuthorization({ credentials }: Target): RenewedAuthorization | undefined {
  if (credentials.kind !== 'tokens' || credentials.tokens.last === null) return undefined;
  const { tokens } = credentials;
  return {
    initial: `Bearer ${tokens.last}`,
    current: async () => `Bearer ${await tokens.current()}`,
    async renewed(refused) {
      const fresh = await tokens.renewed(refused.replace(/^Bearer /, ''));
      return fresh === null ? null : `Bearer ${fresh}`;
    },
  };
}
