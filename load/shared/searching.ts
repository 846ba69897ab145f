/** What a worklist searches for: one query an iteration, of a study of the corpus that has to be found (PS3.18 section 10.6). */

import { pick, type Random } from '../../lib/portable/random.ts';
import { type Answer, failure, type Judgement, json, measure, statusFailure } from './answer.ts';
import { anyStudy, type CorpusData } from './corpus.ts';
import { text } from './dicom-json.ts';
import { BY_UID, QUERIES, type Query } from './queries.ts';
import { settings } from './settings.ts';

export async function searchSomething(random: Random, data: CorpusData): Promise<void> {
  // Under coerced values a study is not found by those that were sent, and rightly so.
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
  if (!Array.isArray(read.value)) return failure('malformed', 'the matches are no array');
  const wrong = wrongIn(read.value, query);
  if (wrong !== null) return failure('wrong_content', `${wrong} (${asked})`);
  return { instances: 0, bytes: String(answer.body).length };
}

/** What is wrong with the matches; null when nothing is. */
function wrongIn(matches: readonly unknown[], { tag, wanted, alike, most, mayBeEmpty }: Query): string | null {
  if (most > 0 && matches.length > most) return `${matches.length} matches where ${most} are the most`;
  if (matches.length === 0 && !mayBeEmpty) return 'no match where there is one';
  const seen: { [uid: string]: boolean } = {};
  for (const match of matches) {
    const uid = text(match, tag);
    if (uid !== '' && seen[uid]) return `${uid} comes twice`;
    seen[uid] = true;
    for (const [attribute, value] of alike) {
      const shown = text(match, attribute).trim();
      // An empty value is unknown, and an unknown one may match (PS3.4 section C.2.2.1.2).
      if (shown !== '' && shown !== value) return `${uid} has ${shown} in ${attribute}, and ${value} was asked for`;
    }
  }
  return wanted === '' || seen[wanted] ? null : `${wanted} is not among ${matches.length} matches`;
}
