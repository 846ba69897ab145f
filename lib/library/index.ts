/**
 * What `import … from 'dicomweb-harness'` gives. docs/use-as-a-library.md shows it at work.
 */
export type { Dataset } from '../../fixtures/dataset.ts';
export { freshUidsFor, withUids } from '../../fixtures/fresh-uids.ts';
export { loadDataset } from '../../fixtures/load-dataset.ts';
export { tutorialDataset } from '../../fixtures/tutorial/index.ts';
export type { SuiteName } from '../../scenarios/suite-names.ts';
export type { Breach } from '../breaches/breach.ts';
export type { ByteSource } from '../bytes/byte-source.ts';
export type { Config } from '../config/config.ts';
export type { StoredInstance } from '../dicom/instance.ts';
export { Part10Error } from '../dicom/part10.ts';
export { newUid } from '../dicom/uid.ts';
export type {
  InstancePath,
  QueryParameters,
  RequestOptions,
  ResourcePath,
  SearchResource,
  SeriesPath,
  StudyPath,
} from '../dicomweb/operations.ts';
export { CommandError, EXIT_CODES } from '../errors/exit-codes.ts';
export type { Exchange, ExchangeResponse, Header, TransportFailure } from '../http/exchange.ts';
export { headerValue, headerValues } from '../http/exchange.ts';
export type { ShapeName } from '../portable/shape-table.ts';
export {
  type ReferenceServerOptions,
  type RunningServer,
  startReferenceServer,
  UnknownBehaviourError,
} from '../reference-server/server.ts';
export type { RequirementId } from '../requirements/requirement-ids.ts';
export type { Finding } from '../results/finding.ts';
export { readResults, UnusableResults } from '../results/read-results.ts';
export type { RemainsRecord, Results } from '../results/results.ts';
export type { IncompleteReason, Verdict } from '../results/verdict.ts';
export { type Attributes, attributesOf, type PersonName } from './attributes.ts';
export { bytesOf, jsonOf, UnreadableBody } from './bodies.ts';
export { type ClientOptions, DicomWebClient, type Storable } from './client.ts';
export { type ConformanceOptions, runConformance } from './conformance.ts';
export type { ClientCertificateOptions, CredentialOptions, ProxyOptions, Secret } from './credentials.ts';
export { inWords } from './in-words.ts';
export { framesOf, instancesOf, openInstance, type Part, partsOf } from './instances.ts';
export { type Judgement, type JudgeOptions, judge, judgeExchange, UnknownRequirement } from './judge.ts';
export { type LoadOptions, runLoad } from './load.ts';
export { type Matched, toConform } from './matcher.ts';
export { Target } from './open-target.ts';
export { allRequirements, type Requirement, requirement } from './requirements.ts';
export { type StoredStudy, StudyNotStored, storeStudy } from './stored-study.ts';
export { openTarget, type TargetDetails, type TargetOptions } from './target.ts';
