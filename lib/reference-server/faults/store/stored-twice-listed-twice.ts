import type { DicomJsonDataSet } from '../../../dicom/json.ts';
import { on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

const uidOf = (dataSet: DicomJsonDataSet, tag: string): string => String(dataSet[tag]?.Value?.[0]);

export const storedTwiceListedTwice: Fault = {
  id: 'stored-twice-listed-twice',
  title: 'lists an instance as often as it was stored',
  operations: ['several-stores'],
  requirements: ['STOW-029'],
  behaviour: () => {
    const times = new Map<string, number>();
    return {
      async handle(request, archive, next) {
        const answer = await next(request, archive);
        const { content } = answer;
        if (content.kind !== 'json') return answer;
        const list = [content.value].flat();
        if (on('store')(request)) {
          for (const item of (list[0]?.['00081199']?.Value ?? []) as readonly DicomJsonDataSet[]) {
            const uid = uidOf(item, '00081155');
            times.set(uid, (times.get(uid) ?? 0) + 1);
          }
        }
        if (!on('search', 'instances')(request)) return answer;
        const value = list.flatMap((one) => Array<DicomJsonDataSet>(times.get(uidOf(one, '00080018')) ?? 1).fill(one));
        return { ...answer, content: { ...content, value } };
      },
    };
  },
};
