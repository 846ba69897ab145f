import type { BodyRecord, ExchangeRecord, Results } from '../../lib/results/results.ts';
import { type Transaction, transactionOf } from '../../lib/results/transaction.ts';
import { searchAttributes, storedClasses } from './answer-attributes.ts';
import { type Blamed, blamesOf } from './blame.ts';
import { mediaTypesOf, transferSyntaxesOf } from './media.ts';

/** What was seen of one transaction over a whole run. */
export interface ObservedTransaction extends Transaction {
  readonly statuses: ReadonlyMap<number, number>;
  readonly succeeded: boolean;
  readonly requested: ReadonlySet<string>;
  readonly answered: ReadonlySet<string>;
  readonly transferSyntaxes: ReadonlySet<string>;
  /** Parameters of successful requests, with the requirements that were found breached by them and not by another one. */
  readonly parameters: ReadonlyMap<string, ReadonlySet<string>>;
  /** Search: tag to VR of every attribute in an answer. Store: SOP Class UIDs that were acknowledged. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly sopClasses: ReadonlySet<string>;
  readonly breached: ReadonlySet<string>;
}

/** First bytes of a body that was kept; null when it was not. */
export type ReadBody = (body: BodyRecord) => Uint8Array | null;

/** Goes through the exchanges of a run and collects what the server was seen doing, a row a transaction. */
export function observedTransactions(results: Results, readBody: ReadBody): ObservedTransaction[] {
  const blames = blamesOf(results);
  const rows = new Map<string, ReturnType<typeof emptyRow>>();
  for (const exchange of results.exchanges) {
    const transaction = transactionOf(exchange.request.method, exchange.request.url, results.target);
    if (!transaction || !exchange.response) continue;
    const key = `${transaction.method} ${transaction.resource}`;
    const row = rows.get(key) ?? emptyRow(transaction);
    rows.set(key, row);
    const here = blames.filter((blamed) => blamed.exchange === exchange.id);
    observe(row, exchange, here, readBody);
  }
  return [...rows.values()].sort(
    (left, right) => order(left) - order(right) || left.resource.length - right.resource.length,
  );
}

const SERVICE_ORDER = ['store', 'retrieve', 'search', 'delete'];

function order({ service }: Transaction): number {
  return SERVICE_ORDER.indexOf(service);
}

function emptyRow(transaction: Transaction) {
  return {
    ...transaction,
    statuses: new Map<number, number>(),
    succeeded: false,
    requested: new Set<string>(),
    answered: new Set<string>(),
    transferSyntaxes: new Set<string>(),
    parameters: new Map<string, Set<string>>(),
    attributes: new Map<string, string>(),
    sopClasses: new Set<string>(),
    breached: new Set<string>(),
  };
}

function observe(
  row: ReturnType<typeof emptyRow>,
  { request, response }: ExchangeRecord,
  blames: readonly Blamed[],
  readBody: ReadBody,
): void {
  if (!response) return;
  row.statuses.set(response.status, (row.statuses.get(response.status) ?? 0) + 1);
  for (const { requirement } of blames) row.breached.add(requirement);
  if (response.status < 200 || response.status > 299) return;
  row.succeeded = true;
  const asked = row.service === 'store' ? 'content-type' : 'accept';
  for (const type of mediaTypesOf(request.headers, asked)) row.requested.add(type);
  for (const type of mediaTypesOf(response.headers, 'content-type')) row.answered.add(type);
  for (const name of parametersOf(request.url)) {
    const seen = row.parameters.get(name) ?? new Set<string>();
    for (const { requirement, parameters } of blames) {
      if (parameters.some((parameter) => inOneSpelling(parameter) === name)) seen.add(requirement);
    }
    row.parameters.set(name, seen);
  }
  const objects = row.service === 'store' ? request : response;
  const body = objects.body && readBody(objects.body);
  for (const uid of transferSyntaxesOf(objects.headers, body)) row.transferSyntaxes.add(uid);
  const answer = response.body && readBody(response.body);
  if (!answer) return;
  if (row.service === 'search') for (const [tag, vr] of searchAttributes(answer)) row.attributes.set(tag, vr);
  if (row.service === 'store') for (const uid of storedClasses(answer)) row.sopClasses.add(uid);
}

/** A search that succeeds with these does not show that they are supported: a server has to tolerate them. */
const TOLERATED = ['fuzzymatching', '00081060'];

/** Names of parameters, tags in one spelling. One that begins with an underscore is asked for because nobody knows it. */
function parametersOf(url: string): string[] {
  const names = [...new URLSearchParams(url.split('?')[1] ?? '').keys()];
  return names.filter((name) => !name.startsWith('_') && !TOLERATED.includes(name)).map(inOneSpelling);
}

function inOneSpelling(name: string): string {
  return /^[0-9a-f]{8}$/i.test(name) ? name.toUpperCase() : name;
}
