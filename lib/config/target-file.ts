import type { Config } from './config.ts';

/**
 * A file that describes a target alone, as `--target-file` took it before there was one configuration, in the form of a
 * configuration; any other value as it is. What is wrong in it is told by the check of the configuration.
 */
export function fromTargetFile(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('baseUrl' in value)) return value;
  const { $schema: _, baseUrl, roots, headers, timeoutMs, profile, ...others } = value as Record<string, unknown>;
  const { product, productVersion, environment, tester, ...unknown } = others;
  const timeout = typeof timeoutMs === 'number' ? timeoutMs / 1_000 : timeoutMs;
  const config = {
    target: present({ url: baseUrl, roots, headers, timeout }),
    profile,
    report: present({ product, productVersion, environment, tester }),
    ...unknown,
  } satisfies Record<keyof Pick<Config, 'target' | 'profile' | 'report'>, unknown>;
  return present(config);
}

function present(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
