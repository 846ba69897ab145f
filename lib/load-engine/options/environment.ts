import { OptionError } from './fields.ts';

type Kind = 'text' | 'number' | 'boolean' | 'list' | 'stages';

/** k6's environment variables for the options that the engine has. */
const VARIABLES: Readonly<Record<string, readonly [option: string, kind: Kind]>> = {
  K6_VUS: ['vus', 'number'],
  K6_ITERATIONS: ['iterations', 'number'],
  K6_DURATION: ['duration', 'text'],
  K6_STAGES: ['stages', 'stages'],
  K6_RPS: ['rps', 'number'],
  K6_BATCH: ['batch', 'number'],
  K6_BATCH_PER_HOST: ['batchPerHost', 'number'],
  K6_USER_AGENT: ['userAgent', 'text'],
  K6_MAX_REDIRECTS: ['maxRedirects', 'number'],
  K6_INSECURE_SKIP_TLS_VERIFY: ['insecureSkipTLSVerify', 'boolean'],
  K6_DISCARD_RESPONSE_BODIES: ['discardResponseBodies', 'boolean'],
  K6_NO_CONNECTION_REUSE: ['noConnectionReuse', 'boolean'],
  K6_NO_VU_CONNECTION_REUSE: ['noVUConnectionReuse', 'boolean'],
  K6_NO_COOKIES_RESET: ['noCookiesReset', 'boolean'],
  K6_THROW: ['throw', 'boolean'],
  K6_MIN_ITERATION_DURATION: ['minIterationDuration', 'text'],
  K6_SETUP_TIMEOUT: ['setupTimeout', 'text'],
  K6_TEARDOWN_TIMEOUT: ['teardownTimeout', 'text'],
  K6_SUMMARY_TREND_STATS: ['summaryTrendStats', 'list'],
  K6_SUMMARY_TIME_UNIT: ['summaryTimeUnit', 'text'],
  K6_EXECUTION_SEGMENT: ['executionSegment', 'text'],
  K6_EXECUTION_SEGMENT_SEQUENCE: ['executionSegmentSequence', 'text'],
  K6_NO_SETUP: ['noSetup', 'boolean'],
  K6_NO_TEARDOWN: ['noTeardown', 'boolean'],
  K6_NO_THRESHOLDS: ['noThresholds', 'boolean'],
};

/**
 * The options that the environment sets.
 * @throws OptionError for a value that cannot be read
 */
export function environmentOptions(env: Readonly<Record<string, string>>): Record<string, unknown> {
  const options: Record<string, unknown> = {};
  for (const [variable, [option, kind]] of Object.entries(VARIABLES)) {
    const value = env[variable];
    if (value !== undefined && value !== '') options[option] = read(variable, value, kind);
  }
  return options;
}

function read(variable: string, value: string, kind: Kind): unknown {
  switch (kind) {
    case 'number':
      if (!/^\d+$/.test(value)) throw new OptionError(`${variable}='${value}' is not a number`);
      return Number(value);
    case 'boolean':
      if (!/^(true|false|1|0)$/i.test(value)) throw new OptionError(`${variable}='${value}' is not true or false`);
      return /^(true|1)$/i.test(value);
    case 'list':
      return value.split(',').map((item) => item.trim());
    case 'stages':
      return value.split(',').map((stage) => {
        const [duration = '', target = ''] = stage.split(':');
        return { duration: duration.trim(), target: Number(target) };
      });
    default:
      return value;
  }
}
