import type { DicomJsonDataSet } from '../../dicom/json.ts';
import type { Behaviour } from '../behaviour.ts';
import { changeItems } from './change-items.ts';

/** Stores files otherwise than they came, and says why in a warning with 202 (PS3.18 Table I.2-1), or says nothing. */
export function storedOtherwise(change: (bytes: Uint8Array) => Uint8Array, warningReason: number | null): Behaviour {
  return {
    async handle(request, archive, next) {
      if (request.route.operation !== 'store') return next(request, archive);
      const before = new Set(archive.select());
      const answer = await next(request, archive);
      for (const instance of archive.select()) {
        if (before.has(instance)) continue;
        archive.remove(instance);
        archive.add({ ...instance, bytes: change(instance.bytes) });
      }
      const { content } = answer;
      if (warningReason === null || answer.status !== 200 || content.kind !== 'json') return answer;
      const [module = {}] = [content.value].flat();
      const value = changeItems(module, '00081199', (item) => ({
        ...item,
        '00081196': { vr: 'US', Value: [warningReason] },
      }));
      return { ...answer, status: 202, content: { ...content, value: value as DicomJsonDataSet } };
    },
  };
}
