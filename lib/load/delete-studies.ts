import type { DicomWebClient } from '../dicomweb/operations.ts';

const AT_ONCE = 4;

/**
 * Deletes studies, some at a time. Returns those of which the target does not say that they are gone.
 */
export async function deleteStudies(dicomweb: DicomWebClient, studies: readonly string[]): Promise<readonly string[]> {
  const left = new Set(studies);
  const queue = [...studies];
  const worker = async (): Promise<void> => {
    for (let study = queue.pop(); study !== undefined; study = queue.pop()) {
      const { response } = await dicomweb.delete({ study });
      const status = response?.status ?? 0;
      // A study of which every store was refused is not there, and that is as good.
      if ((status < 200 || status > 299) && status !== 404 && status !== 410) continue;
      left.delete(study);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return [...left];
}
