import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { CommandError } from '../../lib/errors/exit-codes.ts';
import { createTransport } from '../../lib/http/transport.ts';
import { probe } from '../../lib/probe/probe.ts';
import { resolveTarget, type TargetInput } from '../../lib/target/configuration.ts';
import { skipWithout } from '../support/tools.ts';
import { CLIENT_CERTIFICATES } from './client-certificate-cases.ts';
import { COMBINED } from './combined-cases.ts';
import { CREDENTIALS } from './credential-cases.ts';
import { MISTAKEN } from './mistaken-cases.ts';
import { PROXIES } from './proxy-cases.ts';
import { SERVER_CERTIFICATES } from './server-certificate-cases.ts';
import { ADDRESSES_OF_IPV6, VERSIONS_AND_ADDRESSES } from './version-cases.ts';
import { type Env, HAS_IPV6, World } from './world.ts';

const CASES = [
  ...CREDENTIALS,
  ...COMBINED,
  ...MISTAKEN,
  ...SERVER_CERTIFICATES,
  ...CLIENT_CERTIFICATES,
  ...VERSIONS_AND_ADDRESSES,
  ...PROXIES,
  ...(HAS_IPV6 ? ADDRESSES_OF_IPV6 : []),
];

describe('credentials and transport', { skip: skipWithout('openssl') }, () => {
  let world: World;
  before(async () => {
    world = await World.start();
  });
  after(() => world?.close());

  for (const { name, given, sees } of CASES) {
    test(name, async () => {
      const { url, flags = {}, env = {} } = given(world);
      const input = { target: url, embedded: false, timeoutMs: 3_000, ...flags };
      const said = await outcomeOf(input, env, world.authority.folder);
      assert.doesNotMatch(said, SECRETS, 'a secret is told');
      if (sees instanceof RegExp) assert.match(said, sees);
      else assert.equal(said, `ready on HTTP/${sees}`);
    });
  }

  test('the password of a proxy is given to the proxy and not to the target', () => {
    const { seen = [] } = world.servers.plain ?? {};
    assert.ok(seen.length > 0);
    assert.ok(seen.every(({ headers }) => headers['proxy-authorization'] === undefined));
    assert.ok(world.servers.guarded?.seen.some(({ headers }) => headers['proxy-authorization'] !== undefined));
  });
});

const SECRETS = /[-/]4711|cl!ent|pass%2Fword|pass\/word/;

/** What the user is told: the version that was spoken, or the message with its hint. */
async function outcomeOf(input: TargetInput, env: Env, folder: string): Promise<string> {
  try {
    const target = resolveTarget(input, env);
    const transport = createTransport({ target, spoolFolder: join(folder, 'spool') });
    try {
      const outcome = await probe(target, transport);
      assert.doesNotMatch(JSON.stringify(outcome.exchanges), SECRETS, 'a secret is in an exchange');
      if (outcome.kind !== 'ready') return `${outcome.message}. ${outcome.hint}`;
      const versions = outcome.exchanges.map(({ response }) => response?.httpVersion);
      return `ready on HTTP/${[...new Set(versions)].join(' and ')}`;
    } finally {
      transport.close();
    }
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    return `${error.message}. ${error.hint ?? ''}`;
  }
}
