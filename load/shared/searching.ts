/** What a worklist searches for: one query an iteration, of a study of the corpus that has to be found (PS3.18 section 10.6). */
import { type Answer, failure, type Judgement, json, measure, statusFailure } from './answer.ts';
import { anyStudy, type CorpusData, type CorpusStudy } from './corpus.ts';
import { TAG, text } from './dicom-json.ts';
import { type Operation, operation } from './operations.ts';
import { pick, type Random } from './random.ts';
import { settings } from './settings.ts';

const studies = operation('search_studies');
const series = operation('search_series');
const instances = operation('search_instances');

const PAGE = 10;

interface Query {
  readonly of: Operation;
  readonly path: string;
  readonly parameters: readonly (readonly [name: string, value: string])[];
  /** Attribute and value of the match that has to be there; empty where the page may lie behind it. */
  readonly tag: string;
  readonly wanted: string;
  /** Most matches that may come; 0 for any number. */
  readonly most: number;
}

function studyQuery(study: CorpusStudy, parameters: Query['parameters']): Query {
  return { of: studies, path: '/studies', parameters, tag: TAG.studyInstanceUID, wanted: study.studyUID, most: 0 };
}

type MakeQuery = (random: Random, study: CorpusStudy) => Query;

const BY_UID: readonly MakeQuery[] = [
  (_random, study) => studyQuery(study, [['StudyInstanceUID', study.studyUID]]),
  (random, study) => {
    const { uid } = pick(random, study.instances);
    return {
      of: instances,
      path: `${study.seriesPath}/instances`,
      parameters: [['SOPInstanceUID', uid]],
      tag: TAG.sopInstanceUID,
      wanted: uid,
      most: 1,
    };
  },
  // A page of everything of that day: what comes depends on what else is there, how many may come does not.
  (random, study) => ({
    ...studyQuery(study, [
      ['StudyDate', study.date],
      ['limit', String(PAGE)],
      ['offset', String(Math.floor(random() * 3) * PAGE)],
    ]),
    wanted: '',
    most: PAGE,
  }),
];

const BY_ATTRIBUTE: readonly MakeQuery[] = [
  (_random, study) => studyQuery(study, [['PatientID', study.patientID]]),
  // A family name and a wildcard: matches names of one component group and of several alike. The patient's ID keeps
  // the answer small on an archive that has many of that name.
  (_random, study) =>
    studyQuery(study, [
      ['PatientName', `${study.patientName.split('^')[0]}*`],
      ['PatientID', study.patientID],
    ]),
  (_random, study) =>
    studyQuery(study, [
      ['StudyDate', `${study.date}-${study.date}`],
      ['PatientID', study.patientID],
    ]),
  (_random, study) => ({
    of: series,
    path: `${study.path}/series`,
    parameters: [['Modality', study.modality]],
    tag: TAG.seriesInstanceUID,
    wanted: study.seriesUID,
    most: 1,
  }),
];

const QUERIES = [...BY_UID, ...BY_ATTRIBUTE];

export async function searchSomething(random: Random, data: CorpusData): Promise<void> {
  // Under coerced values a study is not found by those that were sent, and rightly so.
  const query = pick(random, data.mayBeCoerced ? BY_UID : QUERIES)(random, anyStudy(random, data));
  const parameters = query.parameters.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
  const url = `${settings.roots.search}${query.path}?${parameters}`;
  const spec = { method: 'GET', url, accept: 'application/dicom+json', responseType: 'text' } as const;
  await measure(query.of, spec, (answer) => judgeMatches(answer, query));
}

function judgeMatches(answer: Answer, { tag, wanted, most }: Query): Judgement {
  if (answer.status === 204 && wanted === '') return { instances: 0, bytes: 0 };
  const byStatus = statusFailure(answer, [200]);
  if (byStatus) return byStatus;
  const read = json(answer);
  if ('kind' in read) return read;
  if (!Array.isArray(read.value)) return failure('malformed', 'the matches are no array');
  if (most > 0 && read.value.length > most) {
    return failure('wrong_content', `${read.value.length} matches where ${most} are the most`);
  }
  if (wanted !== '' && !read.value.some((match) => text(match, tag) === wanted)) {
    return failure('wrong_content', `${wanted} is not among ${read.value.length} matches`);
  }
  return { instances: 0, bytes: String(answer.body).length };
}
