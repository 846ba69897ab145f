/** Searches as a worklist does: one query an iteration, for a study of the corpus (PS3.18 section 10.6). */

import { pick, type Random } from '../../lib/portable/random.ts';
import { type Answer, failure, type Judgement, json, measure, statusFailure } from './answer.ts';
import { anyStudy, type CorpusData } from './corpus.ts';
import { text } from './dicom-json.ts';
import { BY_UID, QUERIES, type Query } from './queries.ts';
import { settings } from './settings.ts';

export async function searchSomething(random: Random, data: CorpusData): Promise<void> {
  // A target that changed attributes is right not to find a study by the values that were sent.
  const query = pick(random, data.mayBeCoerced ? BY_UID : QUERIES)(random, anyStudy(random, data));
  const parameters = query.parameters.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
  const url = `${settings.roots.search}${query.path}?${parameters}`;
  const spec = { method: 'GET', url, accept: 'application/dicom+json', responseType: 'text' } as const;
  await measure(query.of, spec, (answer) => judgeMatches(answer, query, parameters));
}

function judgeMatches(answer: Answer, query: Query, asked: string): Judgement {
  if (answer.status === 204 && query.mayBeEmpty) return { instances: 0, bytes: 0 };
  const byStatus = statusFailure(answer, [200]);
  if (byStatus) return byStatus;
  const read = json(answer);
  if ('kind' in read) return read;
  if (!Array.isArray(read.value)) return failure('malformed', 'the matches are not an array');
  const wrong = wrongIn(read.value, query);
  if (wrong !== null) return failure('wrong_content', `${wrong} (${asked})`);
  return { instances: 0, bytes: String(answer.body).length };
}

/** What is wrong with the matches; null when they are right. */
function wrongIn(matches: readonly unknown[], { tag, wanted, alike, most, mayBeEmpty }: Query): string | null {
  if (most > 0 && matches.length > most) return `${matches.length} matches came, at most ${most} may`;
  if (matches.length === 0 && !mayBeEmpty) return 'no match came, but there is one';
  const seen: { [uid: string]: boolean } = {};
  for (const match of matches) {
    const uid = text(match, tag);
    if (uid !== '' && seen[uid]) return `${uid} came twice`;
    seen[uid] = true;
    for (const [attribute, value] of alike) {
      const shown = text(match, attribute).trim();
      // An empty value means unknown, and an unknown value may match (PS3.4 section C.2.2.1.2).
      if (value !== '' && shown !== '' && shown !== value)
        return `${uid} has ${shown} in ${attribute}, but ${value} was searched for`;
    }
  }
  return wanted === '' || seen[wanted] ? null : `${wanted} is not among the ${matches.length} matches`;
}
