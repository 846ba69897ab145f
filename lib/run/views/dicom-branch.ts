import type { DataElement, DataSet } from '../../dicom/data-set.ts';
import { keywordOf } from '../../dicom/dictionary.ts';
import type { Part10 } from '../../dicom/part10.ts';
import { printedTag } from '../../dicom/tag.ts';
import { elementTexts } from '../../dicom/values.ts';
import type { Branch } from './branch.ts';

/** Longer values are named by their length: they are pixels, and nobody reads them as text. */
const LONGEST_VALUE = 4_096;

/** The elements of a Part 10 file, those of its file meta information first. */
export function part10Branches({ fileMeta, dataSet }: Part10): readonly Branch[] {
  return [...elementsOf(fileMeta), ...elementsOf(dataSet)];
}

/** Keys of a path of elements such as `00880200[1].7FE00010`: tags, and items counted from 1. */
export function elementKeys(path: string): string[] {
  return path.split(/[[\].]+/).filter((key) => key !== '');
}

function elementsOf(dataSet: DataSet): Branch[] {
  return [...dataSet.elements.values()].map((element) => ({
    key: element.tag,
    label: [printedTag(element.tag), keywordOf(element.tag)].filter(Boolean).join(' '),
    text: textOf(element, dataSet),
    children: () => (element.items ?? []).map(itemBranch),
  }));
}

function itemBranch(dataSet: DataSet, index: number): Branch {
  return {
    key: String(index + 1),
    label: `[${index + 1}]`,
    text: '',
    children: () => elementsOf(dataSet),
  };
}

function textOf(element: DataElement, dataSet: DataSet): string {
  const { vr, value, items } = element;
  if (items) return `${vr} [${items.length}]`;
  const texts = value.length <= LONGEST_VALUE ? elementTexts(element, dataSet) : [];
  return texts.length > 0 ? `${vr} ${texts.join('\\')}` : `${vr} (${value.length.toLocaleString('en')} B)`;
}
