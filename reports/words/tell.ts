import type { Breach } from '../../lib/breaches/breach.ts';
import { consequenceOf } from '../../lib/breaches/catalogue.ts';
import type { Parameters } from '../../lib/breaches/kind.ts';
import { isPage } from '../../lib/results/causes/page.ts';
import { consequencesOf } from '../../lib/results/first-cause.ts';
import type { ExchangeRecord, Results } from '../../lib/results/results.ts';
import { shownRouteOf } from '../../lib/results/transaction.ts';
import { CONSEQUENCE_WORDS } from './consequences.ts';
import { instanceName, withJapaneseNames } from './japanese/instance-names.ts';
import { WORDS } from './kinds/index.ts';
import type { InEach, Language } from './language.ts';
import { quotedEnd } from './quote.ts';
import type { SeenIn, Telling, Wording } from './telling.ts';

/** A breach in both languages. */
export type Told = InEach<Telling>;

type Words = InEach<(parameters: Parameters, seen: SeenIn) => Wording>;

const KNOWN = WORDS as unknown as Readonly<Record<string, Words | undefined>>;

/** Each ticket asks for one, and finding the exchanges by their ids takes as long as a run is long. */
const tellers = new WeakMap<Results, (breach: Breach) => Told>();

/** Makes the words of any breach of a run. */
export function teller(results: Results): (breach: Breach) => Told {
  const tell = tellers.get(results) ?? tellerOf(results);
  tellers.set(results, tell);
  return tell;
}

function tellerOf(results: Results): (breach: Breach) => Told {
  const exchanges = new Map(results.exchanges.map((exchange) => [exchange.id, exchange]));
  let spoilt: ReadonlySet<Breach> | undefined;
  const unread = () => {
    spoilt ??= unreadIn(results);
    return spoilt;
  };
  return (breach) => {
    const exchange = exchanges.get(breach.exchange ?? '');
    const seen = (nameless: string): SeenIn => ({
      request: exchange ? shownRouteOf(exchange.request, results.target) : nameless,
      query: exchange?.request.url.split('?', 2)[1] ?? '',
      status: exchange?.response ? `${exchange.response.status} ${exchange.response.reason}`.trim() : null,
      isPage: exchange?.response ? isPage(exchange.response) : false,
    });
    const elsewhere = exchange ? answeredElsewhere(exchange) : null;
    const isUnread = unread().has(breach);
    const english = asFarAsRead('english', isUnread, wordsIn('english', breach, seen('the request')));
    const japanese = asFarAsRead('japanese', isUnread, wordsIn('japanese', breach, seen('リクエスト')));
    if (elsewhere === null) return { english, japanese };
    return {
      english: { ...english, observed: `${english.observed}, after a redirect to ${quotedEnd(elsewhere)}` },
      japanese: { ...japanese, observed: `${japanese.observed}（${quotedEnd(elsewhere)} へのリダイレクト後）` },
    };
  };
}

/** Breaches that show in nothing but an answer that cannot be read, or not as it says. */
function unreadIn(results: Results): ReadonlySet<Breach> {
  const linked = [...consequencesOf(results)].filter(([, { link }]) => link.startsWith('spoiled '));
  return new Set(linked.map(([breach]) => breach));
}

/** What an answer seems to lack, or to have, where it cannot be read is no fact. */
function asFarAsRead(language: keyof Words, isUnread: boolean, telling: Telling): Telling {
  if (!isUnread) return telling;
  const told = telling.headline.replace(/[.。]$/, '');
  const headline = language === 'english' ? `${told}, as far as it can be read.` : `${told}（読み取れた範囲）。`;
  return { ...telling, headline };
}

/** The URL that redirects led to, where its path is another than that of the request. */
function answeredElsewhere({ request, earlier = [] }: ExchangeRecord): string | null {
  let to = request.url;
  for (const { status, headers } of earlier) {
    const location = headers.find(([name]) => name.toLowerCase() === 'location')?.[1];
    if (status >= 300 && status < 400 && location && URL.canParse(location, to)) to = new URL(location, to).href;
  }
  const hasMoved = to !== request.url && new URL(to).pathname !== new URL(request.url).pathname;
  return hasMoved ? to : null;
}

/** The words of a breach that is known without a run. */
export function tellBreach(breach: Breach, seen: SeenIn): Told {
  return { english: wordsIn('english', breach, seen), japanese: wordsIn('japanese', breach, seen) };
}

/** Makes the words of any breach of a run in one language. */
export function tellerIn(language: Language, results: Results): (breach: Breach) => Telling {
  const tell = teller(results);
  return (breach) => (language === 'ja' ? tell(breach).japanese : tell(breach).english);
}

/** Where a success was due, what has to be mended first is what fails: the rule that was broken comes of it. */
function afterErrors(language: keyof Words, { status, expected }: Parameters, telling: Telling): Telling {
  const isError = typeof status === 'number' && status >= 500 && status !== 501 && status !== 505;
  const isSuccessDue = Array.isArray(expected) && expected.some((due) => String(due).startsWith('2'));
  if (!isError || !isSuccessDue) return telling;
  const first =
    language === 'japanese'
      ? `まず ${status} の原因となるエラーをサーバーのログで調べて直してください。`
      : `Find the error behind the ${status} in the log of the server first. `;
  return { ...telling, remedy: `${first}${telling.remedy}` };
}

/** Whose value stands there says more than that it is another one. */
function withOwner(language: keyof Words, { belongsTo }: Breach, telling: Telling): Telling {
  if (belongsTo === undefined) return telling;
  return language === 'japanese'
    ? {
        ...telling,
        headline: `${telling.headline}これは ${instanceName(belongsTo)} の値です。`,
        remedy:
          '値はそのインスタンス自身から取ってください。別のインスタンスの値を持つ結合、キャッシュ、変数がないか確認してください。',
      }
    : {
        ...telling,
        headline: `${telling.headline.replace(/\.$/, '')}, which is that of ${belongsTo}.`,
        remedy:
          'Take each value from the instance itself: look for a join, a cache or a variable that holds another one.',
      };
}

/** The resource is there: what has to be mended shows in what sets the one apart that is not served. */
function withUnserved(language: keyof Words, { thisOneAlone: name }: Breach, telling: Telling): Telling {
  if (name === undefined) return telling;
  return language === 'japanese'
    ? {
        ...telling,
        headline: `${telling.headline}${instanceName(name)} だけがそうで、ほかのインスタンスには応答します。`,
        remedy: `${instanceName(name)} が、応答できるインスタンスとどこで異なるか（転送構文、画素の形式、フレーム数、文字集合）を調べてください。`,
      }
    : {
        ...telling,
        headline: `${telling.headline.replace(/\.$/, '')}; this is so for ${name}, others are served.`,
        remedy: `Look at what sets ${name} apart from the instances that are served: its transfer syntax, pixel format, frames or character set.`,
      };
}

/** What is said of a code that this version does not know: results of another version may have it. */
function wordsIn(language: keyof Words, breach: Breach, seen: SeenIn): Telling {
  const { code, parameters } = breach;
  const words = Object.hasOwn(KNOWN, code) ? KNOWN[code] : undefined;
  if (words) {
    const [english, japanese] = CONSEQUENCE_WORDS[consequenceOf(breach)];
    const effect = language === 'english' ? english : japanese;
    const named = language === 'english' ? parameters : withJapaneseNames(parameters);
    const telling = { ...words[language](named, seen), effect };
    const ofOne = withUnserved(language, breach, telling);
    return withOwner(language, breach, afterErrors(language, parameters, ofOne));
  }
  const observed = JSON.stringify(parameters);
  return { headline: `${seen.request}: ${code}`, expected: '', observed, effect: '', remedy: '' };
}
