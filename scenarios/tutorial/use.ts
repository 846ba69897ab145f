import { dicomParts } from '../../lib/answers/dicom/parts.ts';
import { text } from '../../lib/dicom/values.ts';
import { decodedBody } from '../../lib/http/content.ts';
import { MOST_DECODED } from '../../lib/judges/complete-response.ts';
import { NAMING_TAGS, type SavedFile, savedFilesOpenAgain } from '../../lib/judges/retrieve/saved-files.ts';
import type { Scenario } from '../../lib/run/scenario.ts';
import { answerTo, held, needsAny, ofStudy } from '../steps/stored.ts';
import { RETRIEVE_STUDY } from './retrieve.ts';

export const USE_RETRIEVED: Scenario = {
  id: 'T05',
  service: 'retrieve',
  title: 'gives instances that can be named by their attributes, saved and opened again',
  covers: ['WADO-RS-005'],
  proves: ['WADO-RS-005'],
  features: ['retrieve'],
  needs: [RETRIEVE_STUDY.id],
  obstacle: needsAny(ofStudy),
  async play(context) {
    const exchange = answerTo(context, RETRIEVE_STUDY.id);
    if (!exchange?.response || ![200, 206].includes(exchange.response.status)) return;
    const files: SavedFile[] = [];
    const names = new Set<string>();
    const content = decodedBody(exchange.response, MOST_DECODED);
    if (!content.ok) return;
    for (const part of dicomParts({ ...exchange.response, body: content.body })) {
      if ('error' in part) continue;
      const name = uniqueName(NAMING_TAGS.map((tag) => text(part.file.dataSet, tag) ?? '').join(''), names);
      const body = part.representation.body;
      files.push({ name, part: part.representation.part ?? 0, reopened: context.keep(name, body) });
    }
    context.judge(savedFilesOpenAgain(exchange, files, held(context, ofStudy(context))));
  },
};

/** A file name out of what a server sent: letters, digits and little else, never a path, never one twice. */
function uniqueName(wanted: string, taken: Set<string>): string {
  const safe = wanted.replace(/[^\p{L}\p{N} ^_=-]/gu, '_').slice(0, 100) || 'unnamed';
  let name = `${safe}.dcm`;
  for (let count = 2; taken.has(name); count++) name = `${safe} (${count}).dcm`;
  taken.add(name);
  return name;
}
