import { newUid } from '../../lib/dicom/uid.ts';
import type { SearchResource } from '../../lib/dicomweb/operations.ts';
import { searchPath } from '../../lib/dicomweb/paths.ts';
import type { Exchange } from '../../lib/http/exchange.ts';
import { expectedSearch } from '../../lib/judges/search/expected.ts';
import { uidList } from '../../lib/judges/search/key-blame.ts';
import type { KeySearch } from '../../lib/judges/search/keys.ts';
import { type OtherForm, uidListSelects } from '../../lib/judges/search/uid-list.ts';
import type { ScenarioContext } from '../../lib/run/context.ts';
import type { Scenario } from '../../lib/run/scenario.ts';
import { EVERY_ANSWER, isProperAnswer } from '../steps/proper-answer.ts';
import { searchWhole } from '../steps/search-whole.ts';
import { held, needsAny, ofStudy } from '../steps/stored.ts';
import { seriesOfStudy } from '../steps/stored-values.ts';

interface List {
  readonly resource: SearchResource;
  readonly key: 'StudyInstanceUID' | 'SeriesInstanceUID' | 'SOPInstanceUID';
  readonly uids: readonly [string, string];
}

export const UID_LIST: Scenario = {
  id: 'uid-list',
  service: 'search',
  title: 'finds each study, series and instance of a list of UIDs',
  covers: [...EVERY_ANSWER, 'QIDO-042'],
  proves: ['QIDO-042'],
  features: ['search'],
  obstacle: needsAny(ofStudy),
  async play(context) {
    for (const list of listsOf(context)) await judgeList(context, list);
  },
};

/** One list a level. Where there is one entity only, it stands behind one that nothing has. */
function listsOf(context: ScenarioContext): readonly List[] {
  const { study, roles } = context.dataset;
  const stored = held(context, ofStudy(context));
  const inSeries = stored.filter(({ series }) => series === roles.targetSeries.uid);
  const two = (uids: Iterable<string>): [string, string] => {
    const [first = newUid(), second] = new Set(uids);
    return second === undefined ? [newUid(), first] : [first, second];
  };
  return [
    { resource: { level: 'studies' }, key: 'StudyInstanceUID', uids: two([study]) },
    { resource: seriesOfStudy(context), key: 'SeriesInstanceUID', uids: two(stored.map(({ series }) => series)) },
    ...(inSeries.length === 0
      ? []
      : [
          {
            resource: { level: 'instances', study, series: roles.targetSeries.uid } as const,
            key: 'SOPInstanceUID' as const,
            uids: two(inSeries.map(({ instance }) => instance)),
          },
        ]),
  ];
}

async function judgeList(context: ScenarioContext, { resource, key, uids }: List): Promise<void> {
  const { dicomweb, target } = context;
  const list = uids.join(',');
  const stored = held(context, ofStudy(context));
  const expected = expectedSearch(stored, resource, [[key, list]]);
  const plain = await searchByOne(context, resource, key, uids[1]);
  const blame = uidList({ key, level: expected.level, value: list });
  const judged = (found: Exchange, notFound: Exchange): KeySearch => ({
    ...{ key: `a list of ${key}`, expected, blame, plain: [plain], without: plain.found },
    found,
    notFound,
  });
  const found = await searchWhole(context, expected, [[key, list]]);
  const notFound = await dicomweb.search(resource, [[key, `${newUid()},${newUid()}`]]);
  const byComma = judged(found, notFound);
  const otherwise: OtherForm[] = [];
  if (uidListSelects(byComma, []).verdict === 'fail') {
    for (const separator of ['%5C', '%2C']) {
      const search = async (...some: readonly string[]) =>
        dicomweb.request('search', 'GET', `${searchPath(resource)}?${key}=${some.join(separator)}`, {
          accept: 'application/dicom+json',
        });
      otherwise.push({ separator, search: judged(await search(...uids), await search(newUid(), newUid())) });
    }
  }
  context.judge(
    isProperAnswer(plain.found, plain.notFound, found, notFound),
    uidListSelects(byComma, otherwise, target.profile),
  );
}

/** The same key with one UID that is stored, and with one that nothing has. */
async function searchByOne(
  context: ScenarioContext,
  resource: SearchResource,
  key: List['key'],
  uid: string,
): Promise<KeySearch> {
  const expected = expectedSearch(held(context, ofStudy(context)), resource, [[key, uid]]);
  const found = await searchWhole(context, expected, [[key, uid]]);
  const notFound = await context.dicomweb.search(resource, [[key, newUid()]]);
  return { key, found, expected, notFound };
}
