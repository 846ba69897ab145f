import type { StoredInstance } from '../../lib/dicom/instance.ts';
import type { SearchResource } from '../../lib/dicomweb/operations.ts';
import { str, UIDS, words } from './dicom-bytes.ts';
import { anInstance, attribute, SERIES, STUDY } from './json-answers.ts';

/** A study of two CT images in one series and a report in another, with the search results that a good server gives. */
export const OTHER_SERIES = '1.2.3.5';
export const IMAGE_1 = '1.2.3.4.1';
export const IMAGE_2 = '1.2.3.4.2';
export const REPORT = '1.2.3.5.1';
export const REPORT_CLASS = '1.2.840.10008.5.1.4.1.1.88.11';

const study = [
  str('00080020', 'DA', '20200922'),
  str('00080030', 'TM', '120000'),
  str('00080050', 'SH', ''),
  str('00080090', 'PN', 'Doctor^Doc'),
  str('00100010', 'PN', 'Anony^Mous'),
  str('00100020', 'LO', 'ID1'),
  str('00100030', 'DA', ''),
  str('00100040', 'CS', 'F'),
  str('00200010', 'SH', '1'),
];
const image = (instance: string, number: string) =>
  anInstance(
    [
      ...study,
      str('00080060', 'CS', 'CT'),
      str('00200011', 'IS', '1'),
      str('00200013', 'IS', number),
      str('0008103E', 'LO', 'Head'),
      words('00280010', 'US', 4),
      words('00280011', 'US', 5),
      words('00280100', 'US', 8),
    ],
    { instance, name: `image ${number}` },
  );
const report = anInstance(
  [...study, str('00080060', 'CS', 'SR'), str('00200011', 'IS', '2'), str('00200013', 'IS', '1')],
  { series: OTHER_SERIES, instance: REPORT, sopClass: REPORT_CLASS, name: 'report' },
);
export const ARCHIVE: readonly StoredInstance[] = [image(IMAGE_1, '1'), image(IMAGE_2, '2'), report];

const BASE = 'http://server/studies';
export const url = (path: string) => attribute('UR', `${BASE}/${path}`);

export const STUDY_ATTRIBUTES = {
  '00080020': attribute('DA', '20200922'),
  '00080030': attribute('TM', '120000'),
  '00080050': attribute('SH'),
  '00080061': attribute('CS', 'SR', 'CT'),
  '00080090': attribute('PN', { Alphabetic: 'Doctor^Doc' }),
  '00100010': attribute('PN', { Alphabetic: 'Anony^Mous' }),
  '00100020': attribute('LO', 'ID1'),
  '00100030': attribute('DA'),
  '00100040': attribute('CS', 'F'),
  '0020000D': attribute('UI', STUDY),
  '00200010': attribute('SH', '1'),
  '00201206': attribute('IS', 2),
  '00201208': attribute('IS', '3'),
};
export const STUDY_RESULT = { ...STUDY_ATTRIBUTES, '00081190': url(STUDY) };

export const SERIES_ATTRIBUTES = {
  '00080060': attribute('CS', 'CT'),
  '0020000E': attribute('UI', SERIES),
  '00200011': attribute('IS', 1),
  '00201209': attribute('IS', 2),
};
export const SERIES_RESULT = {
  ...SERIES_ATTRIBUTES,
  '0008103E': attribute('LO', 'Head'),
  '00081190': url(`${STUDY}/series/${SERIES}`),
};
export const REPORT_SERIES_RESULT = {
  '00080060': attribute('CS', 'SR'),
  '0020000E': attribute('UI', OTHER_SERIES),
  '00200011': attribute('IS', 2),
  '00201209': attribute('IS', 1),
  '00081190': url(`${STUDY}/series/${OTHER_SERIES}`),
};

export const imageResult = (instance: string, number: number) => ({
  '00080016': attribute('UI', UIDS.sopClass),
  '00080018': attribute('UI', instance),
  '00081190': url(`${STUDY}/series/${SERIES}/instances/${instance}`),
  '00200013': attribute('IS', number),
  '00280010': attribute('US', 4),
  '00280011': attribute('US', 5),
  '00280100': attribute('US', 8),
});

export const STUDIES: SearchResource = { level: 'studies' };
export const ALL_SERIES: SearchResource = { level: 'series' };
export const SERIES_OF_STUDY: SearchResource = { level: 'series', study: STUDY };
export const ALL_INSTANCES: SearchResource = { level: 'instances' };
export const INSTANCES_OF_STUDY: SearchResource = { level: 'instances', study: STUDY };
export const INSTANCES_OF_SERIES: SearchResource = { level: 'instances', study: STUDY, series: SERIES };
