import type { AnswerView } from './answer-view.ts';
import type { Finding } from './finding.ts';
import type { LoadResult } from './load-result.ts';
import type { IncompleteReason, Verdict } from './verdict.ts';

export const RESULTS_SCHEMA = 'dicomweb-harness/results/2';

/** The hub: every report, exit code and comparison is made from this file alone. */
export interface Results {
  readonly schema: typeof RESULTS_SCHEMA;
  readonly kind: 'conformance' | 'load';
  readonly run: RunRecord;
  readonly target: TargetRecord;
  readonly plan: PlanRecord;
  readonly scenarios: readonly ScenarioRecord[];
  readonly exchanges: readonly ExchangeRecord[];
  /** Answers that show breaches, parsed; absent where the bodies were not kept. */
  readonly answers?: readonly AnswerView[];
  readonly requirements: readonly RequirementRecord[];
  readonly summary: Summary;
  /** Where every row of the register stands in a conformance run. */
  readonly coverage?: Coverage;
  /** Objects of ours that are still on the server, as far as known. */
  readonly remains: readonly RemainsRecord[];
  readonly load?: LoadResult;
  /** Set where the run was held against a baseline: its entries that accept nothing. */
  readonly unmatched?: readonly UnmatchedEntry[];
  /** Requirements and services that may not be left without a verdict; absent where the user named none. */
  readonly required?: readonly string[];
  /** What was left out so that these results can be given to others; absent where they are whole. */
  readonly leftOut?: readonly string[];
}

/** An entry of a baseline that accepts nothing in a run, and why: it has to go, or to be looked at. */
export interface UnmatchedEntry {
  readonly requirement: string;
  readonly why: string;
}

interface RunRecord {
  readonly id: string;
  readonly harness: {
    readonly name: string;
    readonly version: string;
    /** Edition of PS3.18 that verdicts are read by. */
    readonly edition: string;
    readonly node: string;
    readonly platform: string;
  };
  /** Command line as given; secrets are never on a command line. */
  readonly command: readonly string[];
  readonly startedAt: string;
  readonly finishedAt: string;
  /** `partial`: the run was cut short; `why` says by what, what is here was judged all the same. */
  readonly completeness: 'complete' | 'partial';
  readonly why?: string;
  /** Set where only a part of the selected scenarios was judged here, and other runs judged the rest. */
  readonly shard?: ShardRecord;
}

interface ShardRecord {
  /** From 1 on. */
  readonly index: number;
  readonly of: number;
  /** Ids of the scenarios that all shards together judge. */
  readonly selection: readonly string[];
}

export interface TargetRecord {
  /** Base URL without credentials, or the bases per service when the server splits them. */
  readonly baseUrl: string;
  readonly roots?: {
    readonly store: string;
    readonly retrieve: string;
    readonly search: string;
    readonly delete: string;
  };
  /** How the server names itself: `Server` and similar fields, empty where it does not. */
  readonly names: readonly string[];
  readonly embedded: boolean;
  readonly profile: { readonly name: string; readonly title: string };
  readonly authentication: 'none' | 'basic' | 'bearer' | 'headers';
  /** A certificate of the client was shown to a server that asked for one; absent where there is none. */
  readonly clientCertificate?: true;
  /** The certificate of the server was not verified, as the user asked; absent where it was. */
  readonly unverified?: true;
  /** PEM file of the authorities that were trusted beside the well-known ones; absent where there is none. */
  readonly authoritiesFile?: string;
  readonly capabilities: readonly CapabilityRecord[];
  readonly stated?: StatedRecord;
}

/** What the user says of the product and of the test; nothing of it is checked. */
export interface StatedRecord {
  readonly product?: string;
  readonly productVersion?: string;
  /** Where it was tested, such as `staging, PostgreSQL 16`. */
  readonly environment?: string;
  /** Who answers for the run. */
  readonly tester?: string;
}

/** A feature, what the profile claims of it and what the probe or the run saw. */
export interface CapabilityRecord {
  readonly feature: string;
  readonly claimed: 'yes' | 'no' | 'unknown';
  readonly observed: 'yes' | 'no' | 'unknown';
  readonly evidence: string;
}

export interface PlanRecord {
  readonly dataset: string;
  readonly instances: number;
  /** How many of the instances are copies of one under fresh UIDs, in studies of their own. */
  readonly copies?: number;
  readonly bytes: number;
  readonly studies: readonly string[];
  /** What will stay on the server afterwards, in a sentence; null when everything can be deleted. */
  readonly stays: string | null;
  /** Set where the run only read what was on the server, so that the results may hold data of patients. */
  readonly isReadOnly?: true;
}

export interface ScenarioRecord {
  readonly id: string;
  readonly title: string;
  /** Service of the standard: store, retrieve, search, delete. */
  readonly service: string;
  /** Name of the data set that it was played on; the plan's where it is absent. */
  readonly data?: string;
  readonly covers: readonly string[];
  /** What the profile says of the features that it exercises: `yes` where it claims them all. */
  readonly claimed: 'yes' | 'no' | 'unknown';
  readonly startedAt: string;
  readonly durationMs: number;
  /** Gravest verdict of its findings; `incomplete` while what the operation has to show was not judged. */
  readonly verdict: Verdict;
  readonly reason?: IncompleteReason;
  readonly findings: readonly Finding[];
  /** Pictures that were judged, small enough to be carried here. */
  readonly pictures: readonly PictureRecord[];
  /** Set where the baseline of the run accepts that it was not judged. */
  readonly baseline?: AcceptedRecord;
}

/** Small PNG files in Base64. */
export interface PictureRecord {
  readonly label: string;
  readonly actual: string;
  readonly expected: string;
  /** Where they differ; absent where they are not of the same size. */
  readonly difference?: {
    readonly picture: string;
    /** Pixels that differ, and how many there are, in full size. */
    readonly pixels: number;
    readonly of: number;
  };
}

export interface ExchangeRecord {
  readonly id: string;
  readonly operation: string;
  readonly request: MessageRecord & { readonly method: string; readonly url: string };
  /** Redirects that were followed, and pleas to come back later, in order; absent where there were none. */
  readonly earlier?: readonly EarlierAnswerRecord[];
  readonly response:
    | (MessageRecord & { readonly httpVersion: string; readonly status: number; readonly reason: string })
    | null;
  readonly failure: { readonly code: string; readonly message: string; readonly hint?: string } | null;
  readonly timings: {
    readonly startedAt: string;
    readonly sent: number | null;
    readonly firstByte: number | null;
    readonly end: number;
  };
  /** A command that repeats the request; credentials stand as environment variables. */
  readonly curl: string;
}

interface EarlierAnswerRecord {
  readonly url: string;
  readonly status: number;
  readonly reason: string;
  readonly headers: readonly (readonly [string, string])[];
}

export interface MessageRecord {
  readonly headers: readonly (readonly [string, string])[];
  readonly body: BodyRecord | null;
}

export interface BodyRecord {
  readonly length: number;
  readonly sha256: string;
  /** File below the run folder, null when the body was empty or was not kept. */
  readonly file: string | null;
  /** The first bytes as text where they are text, cut; the report shows them without reading `file`. */
  readonly excerpt?: string;
}

/** A requirement with the verdict that all its findings roll up to. */
export interface RequirementRecord {
  readonly id: string;
  readonly service: string;
  readonly clause: string;
  readonly level: string;
  readonly statement: string;
  readonly verdict: Verdict;
  readonly reason?: IncompleteReason;
  /** How many of its findings were judged. */
  readonly judged: number;
  /** How many were not, by reason. */
  readonly notJudged: Readonly<Partial<Record<IncompleteReason, number>>>;
  /** Ids of the scenarios with findings on it. */
  readonly scenarios: readonly string[];
  /** Its verdict in each repetition of the run; absent where it was played once. */
  readonly repetitions?: readonly Verdict[];
  /** Set where the baseline of the run accepts the breach, or that it was not judged. */
  readonly baseline?: AcceptedRecord;
}

/** Why a breach is accepted, by whom and for how long. */
export interface AcceptedRecord {
  readonly reason: string;
  readonly ticket?: string;
  readonly owner?: string;
  /** Last day on which it is accepted, such as 2027-03-31. */
  readonly expires?: string;
}

export interface Summary {
  /**
   * For a conformance run `conformant`, `accepted` (all that was found or not judged is accepted by the baseline),
   * `failed` (no duty is breached, and the run was told to fail for something else), `not-conformant` or `not-decided`; for
   * a load run `passed`, `failed` or `incomplete`.
   */
  readonly verdict: 'conformant' | 'accepted' | 'not-conformant' | 'not-decided' | 'passed' | 'failed' | 'incomplete';
  /** The verdict in one sentence. */
  readonly sentence: string;
  /** Counts of requirements: level, then verdict. */
  readonly counts: Readonly<Record<string, Readonly<Record<Verdict, number>>>>;
  /** Counts of findings by verdict. */
  readonly findings: Readonly<Record<Verdict, number>>;
  readonly exitCode: number;
  /** Why it is that exit code; absent for a load run, and where an earlier version wrote the results. */
  readonly why?: string;
  /** Which verdicts end the run with exit code 1, as it was asked for. */
  readonly failOn?: 'fail' | 'warn' | 'never';
}

/** Where each row of the register stands in a run, so that silence about a row is never taken for a verdict. */
export interface Coverage {
  /** Rows of the register. */
  readonly rows: number;
  readonly judged: number;
  /** Rows that this run set out to judge and did not, by reason. */
  readonly notJudged: Readonly<Partial<Record<IncompleteReason, number>>>;
  /** Rows that only suites outside this run judge, by suite; a row of several counts with the first. */
  readonly elsewhere: Readonly<Record<string, number>>;
  /** Rows that no suite judges: the register says of each why. */
  readonly nowhere: number;
}

export interface RemainsRecord {
  readonly studyInstanceUid: string;
  readonly seriesInstanceUid?: string;
  readonly sopInstanceUid?: string;
  readonly why: string;
}
