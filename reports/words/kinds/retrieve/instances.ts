import type { RETRIEVE } from '../../../../lib/breaches/kinds/retrieve/instances.ts';
import { alternatives, counted, either, quoted } from '../../quote.ts';
import { statusTold, typeTold } from '../../status-told.ts';
import type { WordsFor } from '../../telling.ts';

const DICOM = 'multipart/related; type="application/dicom"';

const BY_PATH = 'Select by every UID of the path, and by them alone.';

const LEVELS: Readonly<Record<string, string>> = {
  study: '検査',
  series: 'シリーズ',
  instance: 'インスタンス',
};

const named = (level: string) => LEVELS[level] ?? level;

export const RETRIEVE_WORDS: WordsFor<typeof RETRIEVE> = {
  'instances-not-retrieved': {
    english: (told, seen) => ({
      headline: `${seen.request} returns no instance: it is answered ${told.status} instead of 200.`,
      ...statusTold.english(told, seen),
      remedy:
        told.status >= 500
          ? `Find the error in the log of the server, and answer with the instances as ${DICOM}.`
          : `Answer 200 with the instances as ${DICOM}.`,
    }),
    japanese: (told, seen) => ({
      headline: `${seen.request} がインスタンスを返しません: 200 ではなく ${told.status} で応答します。`,
      ...statusTold.japanese(told, seen),
      remedy:
        told.status >= 500
          ? `サーバーのログで原因を確認し、インスタンスを ${DICOM} で返してください。`
          : `200 で、インスタンスを ${DICOM} で返してください。`,
    }),
  },
  'instances-media-type': {
    english: ({ type }, seen) => ({
      headline: `${seen.request} is answered as ${typeTold.english(type)} instead of ${DICOM}.`,
      expected: DICOM,
      observed: typeTold.english(type),
      remedy: `Send instances as ${DICOM} with its boundary.`,
    }),
    japanese: ({ type }, seen) => ({
      headline: `${seen.request} の応答が ${DICOM} ではなく ${typeTold.japanese(type)} です。`,
      expected: DICOM,
      observed: typeTold.japanese(type),
      remedy: `インスタンスは、境界を示した ${DICOM} で送ってください。`,
    }),
  },
  'instance-part-media-type': {
    english: ({ type }, seen) => ({
      headline: `${seen.request} returns a part of ${typeTold.english(type)} instead of application/dicom.`,
      expected: 'a part of type application/dicom',
      observed: typeTold.english(type),
      remedy: 'Give each part Content-Type: application/dicom.',
    }),
    japanese: ({ type }, seen) => ({
      headline: `${seen.request} が application/dicom ではなく ${typeTold.japanese(type)} のパートを返します。`,
      expected: 'application/dicom のパート',
      observed: typeTold.japanese(type),
      remedy: '各パートに Content-Type: application/dicom を付けてください。',
    }),
  },
  'retrieve-empty': {
    english: ({ level }, seen) => ({
      headline: `${seen.request} is answered with success and holds no instance of the ${level}.`,
      expected: `the instances of the ${level}`,
      observed: 'no application/dicom part',
      remedy: 'Return the instances that are stored, or an error where that fails.',
    }),
    japanese: ({ level }, seen) => ({
      headline: `${seen.request} が成功を返しますが、${named(level)}のインスタンスを 1 つも含みません。`,
      expected: `${named(level)}のインスタンス`,
      observed: 'application/dicom のパートなし',
      remedy: '保存されているインスタンスを返し、できないときはエラーを返してください。',
    }),
  },
  'retrieve-unreadable': {
    english: ({ level, parts }, seen) => ({
      headline: `${seen.request} returns ${counted(parts, 'part')} that cannot be read as an instance.`,
      expected: `instances of the ${level}`,
      observed: `${counted(parts, 'part')} without a readable SOP Instance UID`,
      remedy: 'Send each application/dicom part as a whole PS3.10 file.',
    }),
    japanese: ({ level, parts }, seen) => ({
      headline: `${seen.request} が、インスタンスとして読めない ${parts} パートを返します。`,
      expected: `${named(level)}のインスタンス`,
      observed: `読み取れる SOP Instance UID のない ${parts} パート`,
      remedy: '各 application/dicom パートを、完全な PS3.10 ファイルとして送ってください。',
    }),
  },
  'instance-missing': {
    english: ({ instance, name }, seen) => ({
      headline: `${seen.request} leaves out ${name}, which belongs to it.`,
      expected: `instance ${instance}`,
      observed: 'no part with it',
      remedy: 'Return every instance below the resource, or an error; never a part of it as success.',
    }),
    japanese: ({ instance, name }, seen) => ({
      headline: `${seen.request} の応答に、含まれるはずの ${name} がありません。`,
      expected: `インスタンス ${instance}`,
      observed: 'それを持つパートなし',
      remedy: 'リソースの下の全インスタンスを返すか、エラーを返してください。一部だけを成功として返さないでください。',
    }),
  },
  'foreign-instance': {
    english: ({ instance }, seen) => ({
      headline: `${seen.request} returns an instance that was not asked for: ${quoted(instance)}.`,
      expected: 'the instances of the path and no other',
      observed: `instance ${quoted(instance)}`,
      remedy: BY_PATH,
    }),
    japanese: ({ instance }, seen) => ({
      headline: `${seen.request} が、求めていないインスタンスを返します: ${quoted(instance)}。`,
      expected: 'パスのインスタンスだけ',
      observed: `インスタンス ${quoted(instance)}`,
      remedy: 'パスのすべての UID で、それだけで選択してください。',
    }),
  },
  'instance-repeated': {
    english: ({ instance }, seen) => ({
      headline: `${seen.request} returns an instance more than once: ${quoted(instance)}.`,
      expected: 'each instance once',
      observed: `${quoted(instance)} once more`,
      remedy: 'Make the list of instances free of duplicates.',
    }),
    japanese: ({ instance }, seen) => ({
      headline: `${seen.request} が同じインスタンスを 2 回以上返します: ${quoted(instance)}。`,
      expected: '各インスタンス 1 回',
      observed: `${quoted(instance)} の重複`,
      remedy: 'インスタンスの一覧から重複を除いてください。',
    }),
  },
  'instance-with-others': {
    english: ({ instance, count }, seen) => ({
      headline: `${seen.request} returns ${counted(count, 'instance')} where one was asked for.`,
      expected: `instance ${instance} alone`,
      observed: counted(count, 'instance'),
      remedy: 'Select by the SOP Instance UID of the path too.',
    }),
    japanese: ({ instance, count }, seen) => ({
      headline: `1 つを求めた ${seen.request} が ${count} インスタンスを返します。`,
      expected: `インスタンス ${instance} だけ`,
      observed: `${count} インスタンス`,
      remedy: 'パスの SOP Instance UID でも選択してください。',
    }),
  },
  'unknown-resource-success': {
    english: (told, seen) => ({
      headline: `${seen.request} answers ${told.status}${seen.isPage ? ' with an HTML page' : ''} for what is not stored instead of ${either(told.expected)}.`,
      ...statusTold.english(told, seen),
      remedy: seen.isPage
        ? 'Let 404 pass: an error handler, a gateway or an application for browsers sends a page with success in its place.'
        : 'Answer 404 where nothing is stored under the path, or 410 for what is known to be deleted.',
    }),
    japanese: (told, seen) => ({
      headline: `${seen.request} が、保存されていないものに ${alternatives(told.expected)} ではなく ${told.status}${seen.isPage ? ' と HTML ページ' : ''}で応答します。`,
      ...statusTold.japanese(told, seen),
      remedy: seen.isPage
        ? '404 をそのまま返してください。エラー処理、ゲートウェイ、ブラウザー用アプリケーションが、代わりに成功のページを返しています。'
        : 'パスの下に何も保存されていないときは 404 で、削除されたと分かるものは 410 で応答してください。',
    }),
  },
  'unknown-resource-badly-refused': {
    english: (told, seen) => ({
      headline: `${seen.request} answers ${told.status} for what is not stored instead of ${either(told.expected)}.`,
      ...statusTold.english(told, seen),
      remedy: 'Look the resource up before reading it, and answer 404 where there is none.',
    }),
    japanese: (told, seen) => ({
      headline: `${seen.request} が、保存されていないものに ${alternatives(told.expected)} ではなく ${told.status} で応答します。`,
      ...statusTold.japanese(told, seen),
      remedy: '読み出す前にリソースを探し、ないときは 404 で応答してください。',
    }),
  },
  'found-below-another-parent': {
    english: (told, seen) => ({
      headline: seen.isPage
        ? `${seen.request} answers ${told.status} with an HTML page for an object below a study or series that it does not belong to.`
        : `${seen.request} finds an object below a study or series that it does not belong to.`,
      ...statusTold.english(told, seen),
      remedy: 'Check every UID of the path, not only the last one.',
    }),
    japanese: (told, seen) => ({
      headline: seen.isPage
        ? `${seen.request} が、オブジェクトの属さない検査またはシリーズの下に対し ${told.status} と HTML ページを返します。`
        : `${seen.request} が、属していない検査またはシリーズの下でオブジェクトを見つけます。`,
      ...statusTold.japanese(told, seen),
      remedy: '最後の UID だけでなく、パスのすべての UID を確認してください。',
    }),
  },
  'nothing-below-another-parent-success': {
    english: (told, seen) => ({
      headline: `${seen.request} answers ${told.status} with nothing for a path that does not exist, instead of ${either(told.expected)}.`,
      ...statusTold.english(told, seen),
      remedy: 'Answer 404 where the object does not belong to the parents in the path.',
    }),
    japanese: (told, seen) => ({
      headline: `${seen.request} が、存在しないパスに ${alternatives(told.expected)} ではなく ${told.status} と空の応答を返します。`,
      ...statusTold.japanese(told, seen),
      remedy: 'オブジェクトがパスの親に属さないときは 404 で応答してください。',
    }),
  },
  'another-parent-badly-refused': {
    english: (told, seen) => ({
      headline: `${seen.request} answers ${told.status} for an object below another parent instead of ${either(told.expected)}.`,
      ...statusTold.english(told, seen),
      remedy: 'Answer 404 where the object does not belong to the parents in the path.',
    }),
    japanese: (told, seen) => ({
      headline: `${seen.request} が、別の親の下のオブジェクトに ${alternatives(told.expected)} ではなく ${told.status} で応答します。`,
      ...statusTold.japanese(told, seen),
      remedy: 'オブジェクトがパスの親に属さないときは 404 で応答してください。',
    }),
  },
  'retrieve-url-dead': {
    english: (told, seen) => ({
      headline: `${seen.request}, a RetrieveURL that the server handed out, is answered ${told.status} instead of 200.`,
      ...statusTold.english(told, seen),
      remedy: 'Build RetrieveURL from the public base URL of the service and the UIDs of the object.',
    }),
    japanese: (told, seen) => ({
      headline: `サーバーが示した RetrieveURL の ${seen.request} が、200 ではなく ${told.status} で応答します。`,
      ...statusTold.japanese(told, seen),
      remedy: 'RetrieveURL は、サービスの公開ベース URL とオブジェクトの UID から作ってください。',
    }),
  },
  'retrieve-url-leads-elsewhere': {
    english: ({ url, instance }, seen) => ({
      headline: `${seen.request}, a RetrieveURL that the server handed out, leads to another instance: ${quoted(instance)}.`,
      expected: `what ${quoted(url)} stands for`,
      observed: `instance ${quoted(instance)}`,
      remedy: 'Build each RetrieveURL from the UIDs of the object that it stands beside.',
    }),
    japanese: ({ url, instance }, seen) => ({
      headline: `サーバーが示した RetrieveURL の ${seen.request} が、別のインスタンスへ導きます: ${quoted(instance)}。`,
      expected: `${quoted(url)} が表すもの`,
      observed: `インスタンス ${quoted(instance)}`,
      remedy: 'RetrieveURL は、それが添えられたオブジェクトの UID から作ってください。',
    }),
  },
  'retrieve-url-unreadable': {
    english: ({ url }, seen) => ({
      headline: `${seen.request}, a RetrieveURL that the server handed out, leads to a part that cannot be read.`,
      expected: `what ${quoted(url)} stands for`,
      observed: 'a part that cannot be read as an instance',
      remedy: 'Send each application/dicom part as a whole PS3.10 file.',
    }),
    japanese: ({ url }, seen) => ({
      headline: `サーバーが示した RetrieveURL の ${seen.request} が、読めないパートへ導きます。`,
      expected: `${quoted(url)} が表すもの`,
      observed: 'インスタンスとして読めないパート',
      remedy: '各 application/dicom パートを、完全な PS3.10 ファイルとして送ってください。',
    }),
  },
  'retrieve-url-empty': {
    english: ({ url }, seen) => ({
      headline: `${seen.request}, a RetrieveURL that the server handed out, leads to none of the instances that it stands for.`,
      expected: `an instance under ${quoted(url)}`,
      observed: 'none of those it stands for',
      remedy: 'Let RetrieveURL lead to the study, series or instance that it stands beside.',
    }),
    japanese: ({ url }, seen) => ({
      headline: `サーバーが示した RetrieveURL の ${seen.request} に、それが表すインスタンスが 1 つもありません。`,
      expected: `${quoted(url)} の下のインスタンス`,
      observed: 'それが表すものはなし',
      remedy: 'RetrieveURL は、それが添えられた検査、シリーズ、インスタンスへ導いてください。',
    }),
  },
};
