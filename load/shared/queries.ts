/** Searches for a study of the corpus, and what each of them has to find (PS3.18 section 10.6). */

import { pick, type Random } from '../../lib/portable/random.ts';
import type { CorpusStudy } from './corpus.ts';
import { TAG } from './dicom-json.ts';
import { type Operation, operation } from './operations.ts';

const studies = operation('search_studies');
const series = operation('search_series');
const instances = operation('search_instances');

const PAGE = 10;

/** An attribute and its value. */
type Pair = readonly [tag: string, value: string];

export interface Query {
  readonly of: Operation;
  readonly path: string;
  readonly parameters: readonly (readonly [name: string, value: string])[];
  /** The UID attribute that identifies a match. */
  readonly tag: string;
  /** The UID that has to be among the matches; empty when none has to be. */
  readonly wanted: string;
  /** Attributes that were searched for. A match that shows one of them must show this value. */
  readonly alike: readonly Pair[];
  /** Most matches that may come; 0 for any number. */
  readonly most: number;
  /** Whether there may be no match. */
  readonly mayBeEmpty: boolean;
}

function studyQuery(study: CorpusStudy, parameters: Query['parameters'], alike: readonly Pair[]): Query {
  return {
    of: studies,
    path: '/studies',
    parameters,
    tag: TAG.studyInstanceUID,
    wanted: study.studyUID,
    alike,
    most: 0,
    mayBeEmpty: false,
  };
}

/** Instances of the study's series. */
function instanceQuery(study: CorpusStudy, parameters: Query['parameters'], wanted: string, most: number): Query {
  return {
    of: instances,
    path: `${study.seriesPath}/instances`,
    parameters,
    tag: TAG.sopInstanceUID,
    wanted,
    alike: [[TAG.seriesInstanceUID, study.seriesUID]],
    most,
    mayBeEmpty: false,
  };
}

type MakeQuery = (random: Random, study: CorpusStudy) => Query;

/** Searches that also work on a target that changes attributes, such as the name or the ID of a patient. */
export const BY_UID: readonly MakeQuery[] = [
  (_random, study) =>
    studyQuery(study, [['StudyInstanceUID', study.studyUID]], [[TAG.studyInstanceUID, study.studyUID]]),
  (random, study) => {
    const { uid } = pick(random, study.inSeries);
    return instanceQuery(study, [['SOPInstanceUID', uid]], uid, 1);
  },
  // A page of a series: one match must come, and not more than the page holds.
  (random, study) => {
    const all = study.inSeries.length;
    const offset = Math.floor(random() * all);
    const limit = 1 + Math.floor(random() * all);
    const page = [
      ['limit', String(limit)],
      ['offset', String(offset)],
    ] as const;
    return instanceQuery(study, page, '', Math.min(limit, all - offset));
  },
  // A page of all studies of that day. Other studies may be there, so only the number of matches is limited.
  (random, study) => ({
    ...studyQuery(
      study,
      [
        ['StudyDate', study.date],
        ['limit', String(PAGE)],
        ['offset', String(Math.floor(random() * 3) * PAGE)],
      ],
      [[TAG.studyDate, study.date]],
    ),
    wanted: '',
    most: PAGE,
    mayBeEmpty: true,
  }),
];

const BY_ATTRIBUTE: readonly MakeQuery[] = [
  (_random, study) => studyQuery(study, [['PatientID', study.patientID]], [[TAG.patientID, study.patientID]]),
  // A family name and a wildcard match names with one component group and with several. The patient's ID keeps the
  // answer small on an archive with many patients of that name.
  (_random, study) =>
    studyQuery(
      study,
      [
        ['PatientName', `${study.patientName.split('^')[0]}*`],
        ['PatientID', study.patientID],
      ],
      [[TAG.patientID, study.patientID]],
    ),
  (_random, study) =>
    studyQuery(
      study,
      [
        ['StudyDate', `${study.date}-${study.date}`],
        ['PatientID', study.patientID],
      ],
      [
        [TAG.studyDate, study.date],
        [TAG.patientID, study.patientID],
      ],
    ),
  (_random, study) => ({
    of: series,
    path: `${study.path}/series`,
    parameters: [['Modality', study.modality]],
    tag: TAG.seriesInstanceUID,
    wanted: study.seriesUID,
    alike: [[TAG.modality, study.modality]],
    most: 1,
    mayBeEmpty: false,
  }),
];

export const QUERIES = [...BY_UID, ...BY_ATTRIBUTE];
