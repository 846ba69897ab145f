import type { DicomJsonDataSet } from '../../dicom/json.ts';
import type { Behaviour } from '../behaviour.ts';
import { changeAnswer, changeDataSets, on } from './answers.ts';
import { withAttribute } from './attributes.ts';

/** A data set with each item of one of its sequences changed. */
export function changeItems(
  dataSet: DicomJsonDataSet,
  tag: string,
  change: (item: DicomJsonDataSet) => DicomJsonDataSet,
): Record<string, unknown> {
  return withAttribute(dataSet, tag, ({ vr, Value = [] }) => ({
    vr,
    Value: Value.map((item) => change(item as DicomJsonDataSet)),
  }));
}

/** Changes each item of ReferencedSOPSequence in the response to a store that was answered 200. */
export function changeReferences(change: (item: DicomJsonDataSet) => Record<string, unknown>): Behaviour {
  return changeDataSets(on('store'), (module) =>
    changeItems(module, '00081199', (item) => change(item) as DicomJsonDataSet),
  );
}

/** Changes the module in the response to a store, whatever its status. */
export function changeModule(change: (module: DicomJsonDataSet) => Record<string, unknown>): Behaviour {
  return changeAnswer(on('store'), (answer) => {
    const { content } = answer;
    if (content.kind !== 'json') return answer;
    const [module = {}] = [content.value].flat();
    return { ...answer, content: { ...content, value: change(module) as DicomJsonDataSet } };
  });
}

/** Changes each item of FailedSOPSequence, whatever the status of the store. */
export function changeFailures(change: (item: DicomJsonDataSet) => DicomJsonDataSet): Behaviour {
  return changeModule((module) => changeItems(module, '00081198', change));
}
