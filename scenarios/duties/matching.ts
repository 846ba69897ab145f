import type { StoredInstance } from '../../lib/dicom/instance.ts';
import { newUid } from '../../lib/dicom/uid.ts';
import {
  type BlameFor,
  emptyAsterisk,
  keysTogether,
  type RangeFacts,
  range,
  wildcard,
} from '../../lib/judges/search/key-blame.ts';
import { rangesSelect } from '../../lib/judges/search/values.ts';
import type { Scenario } from '../../lib/run/scenario.ts';
import { MODALITY, modalityOf, NO_MODALITY, storedValue } from '../steps/stored-values.ts';
import { type Keys, matches, type Pair } from './matches.ts';
import { seriesPlaces, studyPlaces } from './places.ts';

const STUDY_DATE = '00080020';
const STUDY_TIME = '00080030';
/** Texts of the study level by which users look with a part of them. */
const NUMBERS = { PatientID: '00100020', StudyID: '00200010', AccessionNumber: '00080050' };
const LONG_AGO = '18000101';
const FAR_OFF = '29991231';
const NO_TIME = '010203.456789';
const NO_TEXT = 'NO-SUCH-VALUE';
/** Text in which no character is a wildcard or separates values, for DICOM or for one server or another. */
const PLAIN_TEXT = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

/** The value that a study has of an attribute, where all its instances say the same. */
function ofWholeStudy(stored: readonly StoredInstance[], tag: string): string {
  const [value = '', ...others] = new Set(stored.map((instance) => storedValue(instance, tag)));
  return others.length === 0 ? value : '';
}

/** What stands inside a text, of which nothing is its beginning in whatever case; null where there is no such thing. */
function middleOf(value: string): string | null {
  const middle = value.slice(1, -1) || value.slice(1);
  return middle === '' || value.toLowerCase().startsWith(middle.toLowerCase()) ? null : middle;
}

/** A key of the whole study, its value, and one that no study has. */
interface StudyKey {
  readonly key: string;
  readonly value: string;
  readonly foreign: string;
}

type Values = readonly (readonly [found: string, notFound: string, blame: BlameFor])[];

/** Values of a key of the study: those that match its own, each beside one that just does not. */
function within({ key, value, foreign }: StudyKey, pairs: Values): Keys[] {
  const selects = () => true;
  return pairs.map(([found, notFound, blame]) => ({
    key: `${key}=${found}`,
    found: [[key, found]],
    notFound: [[key, notFound]],
    selects,
    blame,
    plain: [{ found: [[key, value]], notFound: [[key, foreign]], selects }],
  }));
}

/** Values around a value, each beside one that does not hold it. Fractions of a second are no bound: they may be rounded. */
function rangesAround(
  key: StudyKey,
  [before, after]: readonly [string, string],
  [first, last]: readonly [string, string],
) {
  const { value } = key;
  const of = (form: RangeFacts['form'], at: 'bound' | 'inside', side: RangeFacts['side']): BlameFor => {
    return (asked) => range(asked, { form, isBound: at === 'bound', side });
  };
  const inside: Values = [
    [`${before}-${after}`, `${first}-${before}`, of('closed', 'inside', 'after')],
    [`${before}-`, `${after}-`, of('open-end', 'inside', 'before')],
    [`-${after}`, `-${before}`, of('open-start', 'inside', 'after')],
  ];
  const bounds: Values = [
    [`${value}-${value}`, `${after}-${last}`, of('closed', 'bound', 'before')],
    [`${value}-`, `${after}-`, of('open-end', 'bound', 'before')],
    [`-${value}`, `-${before}`, of('open-start', 'bound', 'after')],
  ];
  return within(key, value.includes('.') ? inside : [...bounds, ...inside]);
}

/** A date of DICOM moved by whole days. */
function moved(date: string, days: number): string {
  const [year, month, day] = [date.slice(0, 4), date.slice(4, 6), date.slice(6)].map(Number);
  return new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, (day ?? 1) + days))
    .toISOString()
    .slice(0, 10)
    .replaceAll('-', '');
}

/** The seconds right before and after a time of day, whatever its fraction; null at midnight. */
function around(time: string): readonly [before: string, after: string] | null {
  const [, hours, minutes, seconds] = /^([01]\d|2[0-3])([0-5]\d)([0-5]\d)(?:\.\d{1,6})?$/.exec(time)?.map(Number) ?? [];
  if (hours === undefined || minutes === undefined || seconds === undefined) return null;
  const second = hours * 3600 + minutes * 60 + seconds;
  if (second === 0 || second === 86_399) return null;
  const text = (at: number) => new Date(at * 1000).toISOString().slice(11, 19).replaceAll(':', '');
  return [text(second - 1), text(second + 1)];
}

export const MATCHING: readonly Scenario[] = [
  matches({
    id: 'wildcards',
    title: 'takes wildcards in keys for what they stand for',
    requirement: 'QIDO-044',
    places: seriesPlaces,
    keys(stored) {
      const modality = modalityOf(stored);
      if (modality === null) return [];
      const [start, end] = [modality.slice(0, 1), modality.slice(1)];
      const modalities = stored.map((instance) => storedValue(instance, MODALITY));
      // A pattern is held against a value as a whole: the end of one begins nothing, and its start ends nothing.
      const [elsewhere, earlier] = [
        modalities.some((value) => value.startsWith(end)) ? NO_MODALITY : end,
        modalities.some((value) => value.endsWith(start)) ? NO_MODALITY : start,
      ];
      const patterns: readonly (readonly [string, string, (value: string) => boolean, BlameFor])[] = [
        [`${start}*`, `${elsewhere}*`, (value) => value.startsWith(start), wildcard],
        [`${modality}*`, `${modality}?`, (value) => value.startsWith(modality), emptyAsterisk],
        [`*${end}`, `*${earlier}`, (value) => value.endsWith(end), wildcard],
        [`?${end}`, `?${modality}`, (value) => value.slice(1) === end, wildcard],
      ];
      return patterns.map(([found, notFound, fits, blame]) => ({
        key: `Modality=${found}`,
        found: [['Modality', found]],
        notFound: [['Modality', notFound]],
        selects: (instance) => fits(storedValue(instance, MODALITY)),
        blame,
        plain: [byModality(modality)],
      }));
    },
  }),
  matches({
    id: 'study-wildcards',
    title: 'takes wildcards in the numbers of patient and study for what they stand for',
    requirement: 'QIDO-044',
    places: studyPlaces,
    keys: (stored) =>
      Object.entries(NUMBERS).flatMap(([key, tag], index) => {
        const value = ofWholeStudy(stored, tag);
        if (!PLAIN_TEXT.test(value)) return [];
        const start = value.slice(0, -1);
        const oneMore = index % 2 === 0 ? `?${value}` : `${value}?`;
        return within({ key, value, foreign: NO_TEXT }, [
          [`${start}*`, `${middleOf(value) ?? NO_TEXT}*`, wildcard],
          [`${start}?`, oneMore, wildcard],
        ]);
      }),
  }),
  matches({
    id: 'date-range',
    title: 'counts the bounds of a range of dates in',
    requirement: 'QIDO-045',
    places: studyPlaces,
    keys(stored) {
      const value = ofWholeStudy(stored, STUDY_DATE);
      if (!/^[0-9]{8}$/.test(value)) return [];
      const key = { key: 'StudyDate', value, foreign: LONG_AGO };
      return rangesAround(key, [moved(value, -1), moved(value, 1)], [LONG_AGO, FAR_OFF]);
    },
    judge: rangesSelect,
  }),
  matches({
    id: 'time-range',
    title: 'counts the bounds of a range of times in',
    requirement: 'QIDO-046',
    places: studyPlaces,
    keys(stored) {
      const value = ofWholeStudy(stored, STUDY_TIME);
      const neighbours = around(value);
      if (!neighbours) return [];
      return rangesAround({ key: 'StudyTime', value, foreign: NO_TIME }, neighbours, ['000000', '235959']);
    },
    judge: rangesSelect,
  }),
  matches({
    id: 'several-keys',
    title: 'finds what has the values of all keys',
    requirement: 'QIDO-049',
    places: seriesPlaces,
    keys(stored) {
      const [first] = stored;
      const modality = modalityOf(stored);
      if (!first || modality === null) return [];
      const series = ['SeriesInstanceUID', first.series] as const;
      const [own, foreign] = [['Modality', modality] as const, ['Modality', NO_MODALITY] as const];
      const selects = (instance: StoredInstance) => instance.series === first.series;
      const key = 'SeriesInstanceUID and Modality together';
      const blame: BlameFor = ({ level }) => keysTogether(['SeriesInstanceUID', 'Modality'], level, 1);
      const plain: Pair[] = [
        { found: [series], notFound: [['SeriesInstanceUID', newUid()]], selects },
        byModality(modality),
      ];
      return [
        { key, found: [series, own], notFound: [series, foreign], selects, blame, plain },
        { key, found: [own, series], notFound: [foreign, series], selects, blame, plain },
      ];
    },
  }),
];

/** A search by a modality that stands for itself. */
function byModality(modality: string): Pair {
  return {
    found: [['Modality', modality]],
    notFound: [['Modality', NO_MODALITY]],
    selects: (instance) => storedValue(instance, MODALITY) === modality,
  };
}
