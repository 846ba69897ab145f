import type { DicomJsonDataSet } from '../../dicom/json.ts';
import { on } from '../changes/answers.ts';
import { FAILURE_REASON } from '../store/outcome.ts';
import type { OddServer } from './odd-server.ts';

/** The Standard says nothing about duplicates (PS3.18 §10.5.2). */
export const duplicatesRefused: OddServer = {
  id: 'duplicates-refused',
  title: 'answers 409 when an instance is stored again',
  behaviour: () => ({
    async handle(request, archive, next) {
      const before = archive.select().length;
      const answer = await next(request, archive);
      const { content } = answer;
      const isNew = archive.select().length > before;
      if (!on('store')(request) || answer.status !== 200 || isNew || content.kind !== 'json') return answer;
      const [module = {}] = [content.value].flat();
      const items = (module['00081199']?.Value ?? []) as readonly DicomJsonDataSet[];
      const Value = items.map(({ '00081190': _, ...item }) => ({
        ...item,
        '00081197': { vr: 'US', Value: [FAILURE_REASON.duplicateInstance] },
      }));
      const refused: DicomJsonDataSet = { '00081190': { vr: 'UR' }, '00081198': { vr: 'SQ', Value } };
      return { ...answer, status: 409, content: { ...content, value: refused } };
    },
  }),
};
