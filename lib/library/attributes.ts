import { isSingleValued, keywordOf } from '../dicom/dictionary.ts';
import type { Exchange } from '../http/exchange.ts';
import { bytesOf, jsonOf, UnreadableBody } from './bodies.ts';

/** A name in DICOM JSON (PS3.18 §F.2.2). */
export interface PersonName {
  readonly Alphabetic?: string;
  readonly Ideographic?: string;
  readonly Phonetic?: string;
}

/** Attributes that have one text each (PS3.6). A test holds these lists against the dictionary. */
export const ONE_TEXT = [
  ...['StudyInstanceUID', 'SeriesInstanceUID', 'SOPInstanceUID', 'SOPClassUID', 'RetrieveURL', 'InstanceAvailability'],
  ...['StudyDate', 'StudyTime', 'StudyID', 'StudyDescription', 'AccessionNumber', 'TimezoneOffsetFromUTC'],
  ...['PatientID', 'PatientBirthDate', 'PatientSex', 'Modality', 'SeriesDescription', 'PhotometricInterpretation'],
  ...['PerformedProcedureStepStartDate', 'PerformedProcedureStepStartTime'],
] as const;

/** Attributes that have one number each. */
export const ONE_NUMBER = [
  ...['SeriesNumber', 'InstanceNumber', 'NumberOfFrames', 'Rows', 'Columns', 'SamplesPerPixel', 'BitsAllocated'],
  ...['BitsStored', 'HighBit', 'PixelRepresentation', 'PlanarConfiguration', 'NumberOfStudyRelatedSeries'],
  ...['NumberOfStudyRelatedInstances', 'NumberOfSeriesRelatedInstances'],
] as const;

/** Attributes that have several texts each. */
export const TEXTS = ['ModalitiesInStudy', 'SpecificCharacterSet', 'ImageType'] as const;

/** Attributes that have one name each. */
export const ONE_NAME = ['PatientName', 'ReferringPhysicianName'] as const;

/**
 * A data set of DICOM JSON by keyword: `attributes.PatientName?.Alphabetic`. An attribute that PS3.6 gives one value has it
 * as it is, every other one a list; a sequence has a list of such objects; an attribute without a value, or whose value is
 * elsewhere, is absent. What has no keyword is under its tag. Values are those of the answer: an answer that is wrong may
 * have others than the types say, which is for `judge` to find.
 */
export type Attributes = {
  readonly [K in (typeof ONE_TEXT)[number]]?: string;
} & { readonly [K in (typeof ONE_NUMBER)[number]]?: number } & {
  readonly [K in (typeof TEXTS)[number]]?: readonly string[];
} & { readonly [K in (typeof ONE_NAME)[number]]?: PersonName } & { readonly [keyword: string]: unknown };

/**
 * The data sets of an answer in DICOM JSON, such as metadata or what a search found; none for an empty answer.
 *
 * @throws UnreadableBody as `jsonOf` does, and for JSON that is no list of data sets.
 */
export function attributesOf(exchange: Exchange): readonly Attributes[] {
  if (bytesOf(exchange).length === 0) return [];
  const json = jsonOf(exchange);
  const dataSets = Array.isArray(json) ? json : [json];
  if (!dataSets.every(isObject)) throw new UnreadableBody(`${exchange.operation}: the JSON is no list of data sets`);
  return dataSets.map(byKeyword);
}

function byKeyword(dataSet: Readonly<Record<string, unknown>>): Attributes {
  const found = Object.entries(dataSet).flatMap(([tag, attribute]) => {
    if (!isObject(attribute) || !Array.isArray(attribute.Value) || attribute.Value.length === 0) return [];
    const isSequence = attribute.vr === 'SQ';
    const values = attribute.Value.map((value: unknown) => (isSequence && isObject(value) ? byKeyword(value) : value));
    const isOne = isSingleValued(tag) && !isSequence && values.length === 1;
    return [[keywordOf(tag) ?? tag, isOne ? values[0] : values] as const];
  });
  return Object.fromEntries(found);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
