import { newUid } from '../dicom/uid.ts';
import { createDicomWebClient } from '../dicomweb/client.ts';
import { type Exchange, headerValues } from '../http/exchange.ts';
import type { Transport } from '../http/plain-transport.ts';
import { refusingWrites } from '../http/read-only.ts';
import { type ProbeOutcome, probe } from '../probe/probe.ts';
import type { Target } from '../target/target.ts';
import { clockFinding, proxyFinding, redirectFinding, tlsFinding } from './connection.ts';
import { bad, type Finding, look, ok } from './finding.ts';

interface Seen {
  readonly findings: readonly Finding[];
  /** The target can be played: what is found by storing can be looked for. */
  readonly isReady: boolean;
}

/** Looks at a target by requests that change nothing on it: searches, metadata and OPTIONS for what cannot exist. */
export async function serverFindings(target: Target, transport: Transport): Promise<Seen> {
  const reading = refusingWrites(transport);
  const outcome = await probe(target, reading);
  const { exchanges } = outcome;
  const isReady = outcome.kind === 'ready';
  return {
    isReady,
    findings: [
      proxyFinding(target),
      ...answerFindings(target, outcome),
      await tlsFinding(target, exchanges),
      ...(exchanges.some(({ response }) => response) ? [redirectFinding(exchanges), clockFinding(exchanges)] : []),
      ...(isReady ? [await cleanUpFinding(target, reading)] : []),
    ],
  };
}

function answerFindings(target: Target, outcome: ProbeOutcome): Finding[] {
  const { baseUrl, credentials } = target;
  const answered = outcome.exchanges.find(({ response }) => response);
  const reached = ok('target', `${baseUrl} answers${answered ? ` (${tookOf(answered)} ms)` : ''}`);
  switch (outcome.kind) {
    case 'unreachable':
      return [bad('target', outcome.message, outcome.hint)];
    case 'refused':
      return [...(answered ? [reached] : []), bad('credentials', outcome.message, outcome.hint)];
    case 'not-dicomweb':
      return [reached, bad('dicomweb', outcome.message, outcome.hint)];
    case 'ready':
      return [
        reached,
        ok(
          'credentials',
          credentials.kind === 'none' ? 'the server asks for none' : `${credentials.kind} credentials are accepted`,
        ),
        ok('dicomweb', [outcome.searchEvidence, ...outcome.names].join('; ')),
      ];
  }
}

function tookOf({ timings }: Exchange): number {
  return Math.round(timings.firstByte ?? timings.end);
}

const TRY = 'doctor --write stores one small instance under fresh UIDs, and deletes it.';

/** What can be known of deleting without doing it: what the profile claims, and what OPTIONS says. */
async function cleanUpFinding(target: Target, transport: Transport): Promise<Finding> {
  if (target.isReadOnly) return ok('clean-up', 'a read-only run stores nothing');
  const { deleteInstance, deleteStudy } = target.profile.features;
  if (deleteInstance === 'no' && deleteStudy === 'no') {
    return look(
      'clean-up',
      `the profile ${target.profile.name} says that nothing can be deleted`,
      'What a run stores stays: use an archive for tests.',
    );
  }
  let count = 0;
  const sending = { target, transport, nextExchangeId: () => `doctor.${++count}` };
  const { response } = await createDicomWebClient(sending).request('delete', 'OPTIONS', `/studies/${newUid()}`);
  const allowed = response ? headerValues(response.headers, 'Allow').join(', ').toUpperCase() : '';
  if (/\bDELETE\b/.test(allowed)) return look('clean-up', `OPTIONS says that DELETE is allowed; it was not tried`, TRY);
  if (allowed !== '')
    return look(
      'clean-up',
      `OPTIONS names no DELETE (Allow: ${allowed.slice(0, 100)}): what a run stores may stay`,
      TRY,
    );
  return look('clean-up', 'not known: nothing was stored', TRY);
}
