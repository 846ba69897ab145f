import { type Sight, sightOf } from '../answers/sight.ts';
import type { DicomWebClient } from '../dicomweb/operations.ts';

const LOOKS = ['search', 'metadata'] as const;
type LookedBy = (typeof LOOKS)[number];

/** What was seen of a study. */
export interface SeenStudy {
  /** `absent` is believed only of a request that showed this study before, or, where none did, another one. */
  readonly sight: Sight;
  /** Whether any request was answered at all. */
  readonly isAnswered: boolean;
  /** The requests in words: `a search for it was answered 500`. */
  readonly answers: string;
}

/** Looks for studies, and remembers by which requests the server was seen to show one. */
export interface StudyLooks {
  lookFor(study: string): Promise<SeenStudy>;
}

export function createStudyLooks(dicomweb: DicomWebClient): StudyLooks {
  const showing = new Set<LookedBy>();
  const shownBy = new Map<string, Set<LookedBy>>();
  return {
    async lookFor(study) {
      const own = shownBy.get(study) ?? new Set();
      shownBy.set(study, own);
      const absentBy: LookedBy[] = [];
      const answers: string[] = [];
      let isAnswered = false;
      for (const by of LOOKS) {
        const exchange =
          by === 'search'
            ? await dicomweb.search({ level: 'studies' }, [['StudyInstanceUID', study]])
            : await dicomweb.retrieveMetadata({ study });
        const { response, failure } = exchange;
        isAnswered ||= response !== null && failure?.code !== 'credentials';
        const said = response && !failure ? `answered ${response.status}` : 'not answered in full';
        answers.push(`${by === 'search' ? 'a search for it' : 'its metadata'} was ${said}`);
        const sight = sightOf(exchange, { study });
        if (sight === 'absent') absentBy.push(by);
        if (sight !== 'shown') continue;
        showing.add(by);
        own.add(by);
        return { sight, isAnswered, answers: answers.join(', ') };
      }
      const believed = own.size > 0 ? own : showing;
      const isGone = absentBy.some((by) => believed.has(by));
      return { sight: isGone ? 'absent' : 'unclear', isAnswered, answers: answers.join(', ') };
    },
  };
}
