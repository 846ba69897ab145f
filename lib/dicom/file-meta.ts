import type { DataSet } from './data-set.ts';
import { keywordOf } from './dictionary.ts';
import type { ReportDefect } from './part10-error.ts';
import { printedTag } from './tag.ts';
import { isUid } from './uid.ts';
import { numbers, text } from './values.ts';

/** Type 1 elements of the file meta information (PS3.10 Table 7.1-1) besides the group length. */
const REQUIRED = ['00020001', '00020002', '00020003', '00020010', '00020012'];
/** SOP class of a DICOMDIR. */
export const MEDIA_STORAGE_DIRECTORY = '1.2.840.10008.1.3.10';
const UIDS = ['00020002', '00020003', '00020010', '00020012'];

/** Reports what is wrong with the file meta information that ends at `end`, by itself and against the data set. */
export function checkFileMeta(meta: DataSet, end: number, dataSet: DataSet, report: ReportDefect): void {
  checkGroupLength(meta, end, report);
  for (const tag of REQUIRED) {
    const element = meta.elements.get(tag);
    if (!element || element.value.length === 0)
      report('meta-element-missing', element?.offset ?? end, `${name(tag)} is ${element ? 'empty' : 'absent'}`, tag);
  }
  const version = meta.elements.get('00020001');
  if (version && version.value.length > 0 && ((version.value.read(0, 2)[1] ?? 0) & 1) === 0) {
    report('meta-value-wrong', version.offset, `${name('00020001')} does not have the bit of version 1`, '00020001');
  }
  for (const tag of UIDS) {
    const uid = text(meta, tag);
    if (uid && !isUid(uid))
      report('meta-value-wrong', meta.elements.get(tag)?.offset ?? end, `${name(tag)} is no UID`, tag);
  }
  // A DICOMDIR is no SOP instance: its data set has neither UID (PS3.10 §8.6).
  if (text(meta, '00020002') === MEDIA_STORAGE_DIRECTORY) return;
  checkSame(meta, '00020002', dataSet, '00080016', 'sop-class-mismatch', report);
  checkSame(meta, '00020003', dataSet, '00080018', 'sop-instance-mismatch', report);
}

function checkGroupLength(meta: DataSet, end: number, report: ReportDefect): void {
  const first = meta.elements.get('00020000');
  if (!first) {
    report('group-length-missing', 132, `${name('00020000')} is absent`);
    return;
  }
  const claimed = numbers(meta, '00020000')[0];
  const counted = end - first.offset - 12;
  if (claimed !== counted)
    report('group-length-wrong', first.offset, `${name('00020000')} says ${claimed}, the group has ${counted} bytes`);
}

function checkSame(
  meta: DataSet,
  metaTag: string,
  dataSet: DataSet,
  tag: string,
  code: 'sop-class-mismatch' | 'sop-instance-mismatch',
  report: ReportDefect,
): void {
  const element = meta.elements.get(metaTag);
  const [inMeta, inDataSet] = [text(meta, metaTag), text(dataSet, tag)];
  if (!element || inMeta === null || inMeta === inDataSet) return;
  const other =
    inDataSet === null ? `no ${name(tag)} in the data set matches` : `${name(tag)} of the data set differs from`;
  report(code, element.offset, `${other} ${name(metaTag)}`);
}

function name(tag: string): string {
  return `${keywordOf(tag) ?? 'element'} ${printedTag(tag)}`;
}
