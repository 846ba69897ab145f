import type { Breach } from '../../breaches/breach.ts';
import type { Finding } from '../finding.ts';
import type { BodyRecord, ExchangeRecord, Results } from '../results.ts';

/**
 * The results of one run among several in one folder: each exchange `T01.1` becomes `T01-NAME.1`, and its files lie in
 * `evidence/NAME/`. Two runs use the same ids for what they asked. Pure.
 */
export function renamed(results: Results, name: string): Results {
  const ids = new Set(results.exchanges.map(({ id }) => id));
  const idOf = (id: string): string => (ids.has(id) ? id.replace(/\.(?=\d+$)/, `-${name}.`) : id);
  const text = (sentence: string): string => sentence.replace(/[\w-]+\.\d+/g, idOf);
  const breachOf = (breach: Breach): Breach => ({
    ...breach,
    exchange: breach.exchange === null ? null : idOf(breach.exchange),
  });
  const findingOf = (finding: Finding): Finding => ({
    ...finding,
    ...(finding.remark === undefined ? {} : { remark: text(finding.remark) }),
    breaches: finding.breaches.map(breachOf),
    exchanges: finding.exchanges.map(idOf),
  });
  return {
    ...results,
    scenarios: results.scenarios.map((scenario) => ({ ...scenario, findings: scenario.findings.map(findingOf) })),
    exchanges: results.exchanges.map((exchange) => exchangeOf(exchange, idOf(exchange.id), name)),
    ...(results.answers
      ? { answers: results.answers.map((answer) => ({ ...answer, exchange: idOf(answer.exchange) })) }
      : {}),
  };
}

/** Names that `renamed` is called with: of repetitions and of shards. */
const PART = /^(?:repetition|shard)\d+$/;
const PART_OF_ID = /-((?:repetition|shard)\d+)(?=\.\d+$)/;

/** Whether a folder of this name holds one of the runs that were joined. */
export function isPartName(name: string): boolean {
  return PART.test(name);
}

/** The id that an exchange had in its own run. */
export function ownId(id: string): string {
  return id.replace(PART_OF_ID, '');
}

/** The exchanges of one of the runs that were joined, by their own ids. Their files are named as in the joined run. */
export function exchangesOfPart({ exchanges }: Pick<Results, 'exchanges'>, name: string): readonly ExchangeRecord[] {
  return exchanges.flatMap((exchange) =>
    PART_OF_ID.exec(exchange.id)?.[1] === name ? { ...exchange, id: ownId(exchange.id) } : [],
  );
}

function exchangeOf(exchange: ExchangeRecord, id: string, name: string): ExchangeRecord {
  const { request, response, curl } = exchange;
  const body = bodyOf(request.body, name);
  const [before, after] = [request.body?.file, body?.file];
  return {
    ...exchange,
    id,
    request: { ...request, body },
    response: response && { ...response, body: bodyOf(response.body, name) },
    curl: before ? curl.replace(`@${before}`, `@${after ?? 'BODY'}`) : curl,
  };
}

/** A file outside the evidence is no evidence of the run. */
function bodyOf(body: BodyRecord | null, name: string): BodyRecord | null {
  if (!body?.file) return body;
  const [, rest] = /^evidence\/(.+)$/.exec(body.file) ?? [];
  const isInside = rest !== undefined && !rest.split(/[/\\]/).includes('..');
  return { ...body, file: isInside ? `evidence/${name}/${rest}` : null };
}
