import type { AnswerView } from '../../lib/results/answer-view.ts';
import type { ExchangeRecord, Results } from '../../lib/results/results.ts';
import { hostRedactor, sharedHeaders } from './addresses.ts';
import { withoutOwnData } from './own-data.ts';

/** Name of the data set that comes with the harness: it holds nobody's data. */
const TUTORIAL = 'tutorial';

const ALWAYS = [
  'addresses and names of hosts',
  'header fields that can hold tokens or names',
  'the command line, the environment, the tester, and who accepted a breach and why',
  'files of the evidence',
];
const OWN_DATA = [
  'values, texts and remarks that can hold patient attributes',
  'bodies, bytes and pictures',
  'UIDs, each replaced by another one',
];

/**
 * Results that can be given to others: without addresses, names of hosts and tokens, and, where the data set was the
 * user's own, without anything that was read from it. What was left out is said in `leftOut`. What is not known to be
 * harmless is left out. Pure.
 */
export function sharedResults(results: Results): Results {
  const isOwnData = !isTutorial(results);
  const bare = isOwnData ? withoutOwnData(withoutPeople(results)) : withoutPeople(results);
  const redact = hostRedactor(results);
  const shared = JSON.parse(redact(JSON.stringify(bare))) as Results;
  return { ...shared, leftOut: isOwnData ? [...ALWAYS, ...OWN_DATA] : ALWAYS };
}

/** A folder of the user's can have the same name, so the command line decides as well. */
function isTutorial({ plan, run }: Results): boolean {
  return plan.dataset === TUTORIAL && !run.command.some((argument) => argument.startsWith('--dataset'));
}

function withoutPeople(results: Results): Results {
  const { authoritiesFile: _, ...target } = results.target;
  const { product, productVersion } = target.stated ?? {};
  return {
    ...results,
    run: { ...results.run, command: [results.run.harness.name, results.kind] },
    target: {
      ...target,
      stated: {
        ...(product === undefined ? {} : { product }),
        ...(productVersion === undefined ? {} : { productVersion }),
      },
    },
    requirements: results.requirements.map(({ baseline, ...record }) =>
      baseline === undefined
        ? record
        : { ...record, baseline: { reason: 'left out', ...(baseline.expires ? { expires: baseline.expires } : {}) } },
    ),
    exchanges: results.exchanges.map(sharedExchange),
    ...(results.answers ? { answers: results.answers.map(withoutBytes) } : {}),
  };
}

function sharedExchange(exchange: ExchangeRecord): ExchangeRecord {
  const { request, response, earlier, failure } = exchange;
  return {
    ...exchange,
    request: { ...request, headers: sharedHeaders(request.headers), body: withoutFile(request.body) },
    ...(earlier ? { earlier: earlier.map((answer) => ({ ...answer, headers: sharedHeaders(answer.headers) })) } : {}),
    response: response && {
      ...response,
      headers: sharedHeaders(response.headers),
      body: withoutFile(response.body),
    },
    failure: failure && { code: failure.code, message: 'left out' },
    curl: '# left out: the recipe names the server',
  };
}

/** Bytes can spell the name of a host, and nobody would find it there. */
function withoutBytes({ bytes: _, ...answer }: AnswerView): AnswerView {
  return answer;
}

function withoutFile(body: ExchangeRecord['request']['body']): ExchangeRecord['request']['body'] {
  return body && { ...body, file: null };
}
