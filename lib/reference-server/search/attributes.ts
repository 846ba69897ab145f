import type { Level } from '../message.ts';

/** Matching keys of each level (PS3.18 Table 10.6.1-5), and a few optional ones. Paths into a sequence are dotted. */
export const MATCHING_KEYS: Readonly<Record<Level, readonly string[]>> = {
  studies: [
    '00080020', // StudyDate
    '00080030', // StudyTime
    '00080050', // AccessionNumber
    '00080061', // ModalitiesInStudy
    '00080090', // ReferringPhysicianName
    '00081030', // StudyDescription
    '00100010', // PatientName
    '00100020', // PatientID
    '00100030', // PatientBirthDate
    '00100040', // PatientSex
    '0020000D', // StudyInstanceUID
    '00200010', // StudyID
  ],
  series: [
    '00080060', // Modality
    '0008103E', // SeriesDescription
    '0020000E', // SeriesInstanceUID
    '00200011', // SeriesNumber
    '00400244', // PerformedProcedureStepStartDate
    '00400245', // PerformedProcedureStepStartTime
    '00400275.00400009', // RequestAttributesSequence.ScheduledProcedureStepID
    '00400275.00401001', // RequestAttributesSequence.RequestedProcedureID
  ],
  instances: [
    '00080016', // SOPClassUID
    '00080018', // SOPInstanceUID
    '00200013', // InstanceNumber
  ],
};

/** Attributes that are always returned, empty when the instances have none or no value (Tables 10.6.3-3 to -5: R, U). */
export const REQUIRED_ATTRIBUTES: Readonly<Record<Level, readonly string[]>> = {
  studies: [
    '00080020', // StudyDate
    '00080030', // StudyTime
    '00080050', // AccessionNumber
    '00080090', // ReferringPhysicianName
    '00100010', // PatientName
    '00100020', // PatientID
    '00100030', // PatientBirthDate
    '00100040', // PatientSex
    '0020000D', // StudyInstanceUID
    '00200010', // StudyID
  ],
  series: [
    '00080060', // Modality
    '0020000E', // SeriesInstanceUID
    '00200011', // SeriesNumber
  ],
  instances: [
    '00080016', // SOPClassUID
    '00080018', // SOPInstanceUID
    '00200013', // InstanceNumber
  ],
};

/** Attributes that are returned when the instances have them (Tables 10.6.3-3 to -5: C). */
export const KNOWN_ATTRIBUTES: Readonly<Record<Level, readonly string[]>> = {
  studies: ['00080201'], // TimezoneOffsetFromUTC
  series: [
    '00080201', // TimezoneOffsetFromUTC
    '0008103E', // SeriesDescription
    '00400244', // PerformedProcedureStepStartDate
    '00400245', // PerformedProcedureStepStartTime
    '00400275', // RequestAttributesSequence
  ],
  instances: [
    '00080201', // TimezoneOffsetFromUTC
    '00280008', // NumberOfFrames
    '00280010', // Rows
    '00280011', // Columns
    '00280100', // BitsAllocated
  ],
};

/** Attributes of the patient and study modules (PS3.3 §C.7.1, §C.7.2): those that a study search can include. */
const STUDY_ATTRIBUTES: ReadonlySet<string> = new Set([
  ...['00080020', '00080030', '00080050', '00080051', '00080090', '00080096', '00080201', '00081030', '00081032'],
  ...['00081048', '00081049', '00081060', '00081062', '00081080', '00081084', '00081110', '00081120'],
  ...['00100010', '00100020', '00100021', '00100022', '00100024', '00100030', '00100032', '00100033', '00100040'],
  ...['00100200', '00100212', '00101000', '00101001', '00101002', '00101010', '00101020', '00101030', '00102000'],
  ...['00102110', '00102160', '00102180', '001021A0', '001021B0', '001021C0', '001021D0', '00104000', '00120062'],
  ...['00120063', '0020000D', '00200010', '00321033', '00321060', '00380010', '00380014', '00401012'],
]);

/** Attributes of the series and equipment modules (PS3.3 §C.7.3, §C.7.5). */
const SERIES_ATTRIBUTES: ReadonlySet<string> = new Set([
  ...['00080021', '00080031', '00080060', '00080070', '00080080', '00080081', '00081010', '0008103E', '0008103F'],
  ...['00081040', '00081050', '00081070', '00081090', '00081111', '00180015', '00181000', '00181020', '00181030'],
  ...['00181200', '00181201', '00185100', '0020000E', '00200011', '00200052', '00200060', '00201040', '00400244'],
  ...['00400245', '00400250', '00400251', '00400253', '00400254', '00400260', '00400275', '00400280'],
]);

/** The level that an attribute describes; whatever belongs to no higher entity describes the instance. */
export function levelOf(tag: string): Level {
  if (STUDY_ATTRIBUTES.has(tag)) return 'studies';
  return SERIES_ATTRIBUTES.has(tag) ? 'series' : 'instances';
}
