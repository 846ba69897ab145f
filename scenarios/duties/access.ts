import { copyInstance } from '../../fixtures/copy-instance.ts';
import { smallestOf } from '../../fixtures/dataset.ts';
import { bulkDataReferences } from '../../lib/answers/links.ts';
import { sightOf } from '../../lib/answers/sight.ts';
import { newUid } from '../../lib/dicom/uid.ts';
import type { RequestOptions, ResourcePath } from '../../lib/dicomweb/operations.ts';
import { resourcePath } from '../../lib/dicomweb/paths.ts';
import { answeredUrl, type Exchange } from '../../lib/http/exchange.ts';
import { wrongCredentialHeaders } from '../../lib/http/redaction.ts';
import {
  type AskedByStrangers,
  type AskedUnknown,
  controlsAccess,
  givesNothingToStrangers,
  type Shown,
  type StrangeStore,
  storesNothingForStrangers,
  tellsStrangersNothing,
} from '../../lib/judges/http/access.ts';
import type { ScenarioContext } from '../../lib/run/context.ts';
import { notJudged } from '../../lib/run/play.ts';
import type { Scenario } from '../../lib/run/scenario.ts';
import { EVERY_ANSWER, isProperAnswer } from '../steps/proper-answer.ts';
import { TUTORIAL_IDS } from '../steps/scenario-ids.ts';
import { studyForStores, takenStore } from '../steps/store-route.ts';
import { answerTo, needsAny, ofTarget } from '../steps/stored.ts';
import { OPEN_TO_ALL, WITHOUT_CREDENTIALS } from './challenge.ts';

/** A resource as it is asked for, with the credentials of the run or those of `options`. */
interface Asked {
  readonly resource: string;
  readonly path: ResourcePath;
  readonly ask: (options?: RequestOptions) => Promise<Exchange>;
  /** Asked for earlier in the run, where it is too large to be asked for again. */
  readonly known?: Exchange | undefined;
}

export const ACCESS: Scenario = {
  id: 'access',
  service: 'retrieve',
  title: 'gives what is stored only to who shows the credentials',
  covers: [...EVERY_ANSWER, 'COMMON-024', 'COMMON-025'],
  proves: ['COMMON-025'],
  features: [],
  obstacle: needsAny(ofTarget),
  async play(context) {
    const { target, judge } = context;
    if (target.credentials.kind === 'none') {
      judge(ACCESS.covers.map((requirement) => notJudged(ACCESS, requirement, WITHOUT_CREDENTIALS)));
      return;
    }
    const strangers = strangersTo(context);
    const asked: AskedByStrangers[] = [];
    for (const { resource, path, ask, known } of await resources(context)) {
      const ours = known ?? (await ask());
      const answers = [];
      for (const { shown, options } of strangers) answers.push({ shown, exchange: await ask(options) });
      asked.push({ resource, path, ours, strangers: answers });
    }
    const isControlled = controlsAccess(asked);
    const unknown = isControlled ? await askForUnknown(context) : [];
    judge(
      isProperAnswer(...asked.flatMap((one) => one.strangers.map(({ exchange }) => exchange))),
      isControlled ? givesNothingToStrangers(asked) : notJudged(ACCESS, 'COMMON-025', OPEN_TO_ALL),
      isControlled ? tellsStrangersNothing(unknown) : notJudged(ACCESS, 'COMMON-024', OPEN_TO_ALL),
    );
  },
};

export const ACCESS_STORE: Scenario = {
  id: 'access-store',
  service: 'store',
  title: 'stores only for who shows the credentials',
  covers: [...EVERY_ANSWER, 'COMMON-025'],
  proves: ['COMMON-025'],
  features: ['store', 'metadata'],
  obstacle: needsAny(ofTarget),
  copies: 2,
  async play(context) {
    const { target, dicomweb, dataset, ledger, judge } = context;
    const usual = takenStore(context);
    if (target.credentials.kind === 'none' || !usual) {
      judge(ACCESS_STORE.covers.map((requirement) => notJudged(ACCESS_STORE, requirement, WITHOUT_CREDENTIALS)));
      return;
    }
    const isControlled = await refusesStrangers(context);
    const stores: StrangeStore[] = [];
    for (const { shown, options } of strangersTo(context)) {
      const copy = copyInstance(smallestOf(dataset));
      ledger.record(copy, 'sent');
      const store = await dicomweb.store([copy.source], studyForStores(context, copy), options);
      const look = await dicomweb.retrieveMetadata(copy);
      if (sightOf(look, copy) === 'shown') ledger.record(copy, 'observed');
      else if ((store.response?.status ?? 0) >= 400) ledger.record(copy, 'refused');
      stores.push({ shown, store, look, path: copy });
    }
    judge(
      isProperAnswer(...stores.map(({ store }) => store)),
      isControlled ? storesNothingForStrangers(stores, usual) : notJudged(ACCESS_STORE, 'COMMON-025', OPEN_TO_ALL),
    );
  },
};

/** Clients that the server does not know, by what they show. */
function strangersTo({ target }: ScenarioContext) {
  const headers = wrongCredentialHeaders(target.credentials);
  return [
    { shown: 'none', options: { isAnonymous: true } },
    { shown: 'wrong', options: { isAnonymous: true, headers } },
  ] as const satisfies readonly { shown: Shown; options: RequestOptions }[];
}

/** Every kind of resource that tells of a study, at the instance where there are several levels of one kind. */
async function resources(context: ScenarioContext): Promise<readonly Asked[]> {
  const { dicomweb, dataset } = context;
  const { study, series, instance } = dataset.roles.target;
  const [ofStudy, ofSeries, one] = [{ study }, { study, series }, { study, series, instance }];
  const at = resourcePath(one);
  const described = await dicomweb.retrieveMetadata(one);
  return [
    {
      resource: '/studies',
      path: ofStudy,
      ask: (options) => dicomweb.search({ level: 'studies' }, [['StudyInstanceUID', study]], options),
    },
    {
      resource: '/studies/{study}/series',
      path: ofSeries,
      ask: (options) => dicomweb.search({ level: 'series', study }, [], options),
    },
    {
      resource: '…/series/{series}/instances',
      path: one,
      ask: (options) => dicomweb.search({ level: 'instances', study, series }, [], options),
    },
    {
      resource: '/studies/{study}',
      path: ofStudy,
      ask: (options) => dicomweb.retrieveStudy(ofStudy, options),
      known: servedTo(context, TUTORIAL_IDS.retrieveStudy),
    },
    {
      resource: '…/series/{series}',
      path: ofSeries,
      ask: (options) => dicomweb.retrieveSeries(ofSeries, options),
      known: servedTo(context, TUTORIAL_IDS.retrieveSeries),
    },
    { resource: '…/instances/{instance}', path: one, ask: (options) => dicomweb.retrieveInstance(one, options) },
    {
      resource: '/studies/{study}/metadata',
      path: ofStudy,
      ask: (options) => dicomweb.retrieveMetadata(ofStudy, options),
    },
    {
      resource: '…/series/{series}/metadata',
      path: ofSeries,
      ask: (options) => dicomweb.retrieveMetadata(ofSeries, options),
    },
    {
      resource: '…/instances/{instance}/metadata',
      path: one,
      ask: (options) => dicomweb.retrieveMetadata(one, options),
      known: described,
    },
    { resource: '…/frames/1', path: one, ask: (options) => dicomweb.retrieveFrames(one, [1], options) },
    { resource: '…/rendered', path: one, ask: (options) => dicomweb.retrieveRendered(one, options) },
    {
      resource: '…/frames/1/rendered',
      path: one,
      ask: (options) =>
        dicomweb.request('retrieve', 'GET', `${at}/frames/1/rendered`, { accept: 'image/jpeg', ...options }),
    },
    {
      resource: '…/thumbnail',
      path: one,
      ask: (options) => dicomweb.request('retrieve', 'GET', `${at}/thumbnail`, { accept: 'image/jpeg', ...options }),
    },
    ...bulkData(context, described),
  ];
}

/** The first bulk data that metadata refer to, below the service: a URL with a query may be a key by itself. */
function bulkData({ dicomweb, dataset, target }: ScenarioContext, described: Exchange): readonly Asked[] {
  const stored = dataset.roles.target;
  const base = answeredUrl(described);
  const link = bulkDataReferences(described, [stored]).find(({ uri }) => {
    const { href = '', search = '' } = URL.canParse(uri, base) ? new URL(uri, base) : {};
    return href.startsWith(`${target.roots.retrieve}/`) && search === '';
  });
  if (!link) return [];
  const { study, series, instance } = stored;
  return [
    {
      resource: 'BulkDataURI',
      path: { study, series, instance },
      ask: (options) =>
        dicomweb.retrieveUrl(link.uri, base, {
          accept: 'multipart/related; type="application/octet-stream"',
          ...options,
        }),
    },
  ];
}

/** What an operation was answered before, where it was served. */
function servedTo(context: ScenarioContext, scenario: string): Exchange | undefined {
  const answer = answerTo(context, scenario);
  return answer?.response?.status === 200 ? answer : undefined;
}

/** Something that is stored and two things that are not, each asked for without credentials. */
async function askForUnknown({ dicomweb, dataset }: ScenarioContext): Promise<readonly AskedUnknown[]> {
  const { study } = dataset;
  const stranger = { isAnonymous: true };
  const asked: AskedUnknown[] = [];
  for (const ask of [
    (uid: string) => dicomweb.retrieveMetadata({ study: uid }, stranger),
    (uid: string) => dicomweb.search({ level: 'studies' }, [['StudyInstanceUID', uid]], stranger),
  ]) {
    const known = { exchange: await ask(study), path: { study } };
    asked.push({ known, unknown: [await ask(newUid()), await ask(newUid())] });
  }
  return asked;
}

/** Whether the server keeps a client without credentials from what is stored. */
async function refusesStrangers({ dicomweb, dataset }: ScenarioContext): Promise<boolean> {
  const stranger = { isAnonymous: true };
  const answers = [
    await dicomweb.retrieveMetadata(dataset.roles.target, stranger),
    await dicomweb.search({ level: 'studies' }, [['StudyInstanceUID', dataset.study]], stranger),
  ];
  return answers.some(({ response }) => response !== null && [401, 403, 404].includes(response.status));
}
