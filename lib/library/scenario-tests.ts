import { test } from '@playwright/test';
import { exchangeText } from '../../reports/exchange-text.ts';
import { SUITE_NAMES, type SuiteName } from '../../scenarios/suite-names.ts';
import { SUITES } from '../../scenarios/suites.ts';
import { routeOf } from '../results/transaction.ts';
import type { Scenario } from '../run/scenario.ts';
import type { Target as Whole } from '../target/target.ts';
import { annotateRemains } from './annotate-remains.ts';
import type { DicomWebWorkerFixtures } from './fixtures.ts';
import { breachInWords } from './in-words.ts';
import { wholeOf } from './open-target.ts';
import { type PlayedAlone, playAlone } from './play-alone.ts';

/** Reasons for which a scenario that was not judged is skipped; for any other one its test fails. */
const NOTHING_TO_JUDGE = ['not-claimed', 'not-exercised'];

/** A scenario of the harness, as the arguments of Playwright's `test`. */
export interface ScenarioTest {
  readonly title: string;
  /** Its service as a tag, and the requirements that it judges as annotations. */
  readonly details: {
    readonly tag: string[];
    readonly annotation: { readonly type: string; readonly description: string }[];
  };
  readonly play: (fixtures: DicomWebWorkerFixtures) => Promise<void>;
}

/**
 * The harness's own scenarios, to be tests of a project beside those of its vendor, who calls `test`: Playwright takes the
 * file that calls it for the place of a test. Each stores a study of its own and deletes it, so that they can be picked,
 * repeated, divided and played at once. A breach fails its test; so does what could not be judged, unless the profile does
 * not claim it.
 */
export function scenarios(...suites: readonly SuiteName[]): readonly ScenarioTest[] {
  return (suites.length > 0 ? suites : SUITE_NAMES)
    .flatMap((suite) => SUITES[suite])
    .map((scenario) => ({
      title: `${scenario.id} ${scenario.title}`,
      details: {
        tag: [`@${scenario.service}`],
        annotation: scenario.covers.map((description) => ({ type: 'covers', description })),
      },
      play: ({ target }) => playAsTest(scenario, wholeOf(target)),
    }));
}

async function playAsTest(scenario: Scenario, target: Whole): Promise<void> {
  const played = await playAlone(scenario, target);
  const { record, exchanges, remains } = played;
  const info = test.info();
  annotateRemains(info, remains);
  const { verdict, reason = 'not-exercised' } = record;
  const words = failuresInWords(played, target);
  if (verdict === 'warn') info.annotations.push({ type: 'warning', description: words });
  if (verdict === 'incomplete') {
    const why = `could not be judged: ${reason}; ${remarksOf(played)}`;
    info.skip(NOTHING_TO_JUDGE.includes(reason), why);
    throw new Error(why);
  }
  if (verdict !== 'fail') return;
  const texts = exchanges.map((exchange) => `${exchange.id}\n${exchange.curl}\n\n${exchangeText(exchange)}`);
  await info.attach('exchanges', { body: texts.join('\n\n\n'), contentType: 'text/plain' });
  throw new Error(words);
}

function remarksOf({ record }: PlayedAlone): string {
  return [...new Set(record.findings.flatMap(({ remark }) => remark ?? []))].join('; ').slice(0, 1_000);
}

function failuresInWords({ record, exchanges }: PlayedAlone, target: Whole): string {
  const wrong = record.findings.filter(({ verdict }) => verdict === record.verdict);
  return wrong
    .flatMap(({ requirement, breaches, remark }) => [
      `${requirement}${remark ? `: ${remark}` : ''}`,
      ...breaches.flatMap((breach) => {
        const exchange = exchanges.find(({ id }) => id === breach.exchange);
        return breachInWords(breach, {
          request: exchange ? routeOf(exchange.request, target) : 'the request',
          query: exchange?.request.url.split('?', 2)[1] ?? '',
          status: exchange?.response ? `${exchange.response.status} ${exchange.response.reason}`.trim() : null,
        });
      }),
    ])
    .join('\n');
}
