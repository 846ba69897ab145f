import { kind } from '../../kind.ts';

/** The media type that was asked for, as a sentence has it. */
type Instead = { readonly expected: string };

/** Index of the part, from 0. */
type OfPart = { readonly part: number };

/** Kinds of answers, and of parts, that are something else than what was asked for: they tell why nothing in them fits. */
export const SOMETHING_ELSE = {
  'answer-empty': kind<Instead & { readonly status: number }>({
    harm: 'answer-unreadable',
    identity: ['expected'],
    spoils: 'answer',
  }),
  /** It asks for a login: what stands before the server sends it whatever is asked for. `title` is that of the page. */
  'answer-is-login': kind<Instead & { readonly title: string | null; readonly server: string | null }>({
    harm: 'answer-unreadable',
    spoils: 'answer',
  }),
  /** `sort` is `error`, `application` or `page`; `server` the field of that name. */
  'answer-is-page': kind<
    Instead & { readonly sort: string; readonly title: string | null; readonly server: string | null }
  >({
    harm: 'answer-unreadable',
    identity: ['sort'],
    spoils: 'answer',
  }),
  'answer-is-error': kind<Instead & { readonly status: number; readonly message: string }>({
    harm: 'answer-unreadable',
    identity: ['expected'],
    spoils: 'answer',
  }),
  /** `found` is the media type that the bytes show, `label` that of Content-Type. */
  'answer-of-another-type': kind<Instead & { readonly found: string; readonly label: string | null }>({
    harm: 'answer-unreadable',
    identity: ['found'],
    spoils: 'answer',
  }),
  /** `form` says how the data are disguised; `around` is what stands before or behind them. */
  'answer-in-another-form': kind<Instead & { readonly form: string; readonly around: string | null }>({
    harm: 'answer-unreadable',
    identity: ['form'],
    spoils: 'answer',
  }),
  /** `wrapper` is the member that holds the list, with its path; `[]` for a list in a list. */
  'answer-wrapped': kind<Instead & { readonly wrapper: string }>({
    harm: 'answer-unreadable',
    identity: ['wrapper'],
    spoils: 'answer',
  }),
  /** `of` is the whole length, null where it is not known; `round` the length as programs set it. */
  'answer-cut-off': kind<{ readonly bytes: number; readonly of: number | null; readonly round: string | null }>({
    harm: 'answer-unreadable',
    spoils: 'answer',
  }),
  /** All of the answer is about another study, series or instance: `found` is its name or UID. */
  'answer-of-another': kind<{ readonly level: string; readonly found: string; readonly isStored: boolean }>({
    harm: 'foreign-image-shown',
    says: 'foreign',
    spoils: 'answer',
  }),
  /**
   * The answer to another request, `between` requests before this one, of which `url` is the URL; asked again, the server answers
   * otherwise.
   */
  'answer-of-earlier-request': kind<{ readonly url: string; readonly between: number }>({
    harm: 'foreign-image-shown',
    says: 'foreign',
    spoils: 'answer',
  }),
  /** `madeFor` is the Accept of the request that it was made for, `age` the seconds since. */
  'answer-from-cache': kind<Instead & { readonly madeFor: string; readonly age: number | null }>({
    harm: 'type-unexpected',
    spoils: 'answer',
  }),
  /** Metadata without attributes of their instances that the same request was answered with before; `tag` is the first of them. */
  'answer-thinner-than-before': kind<{ readonly attributes: number; readonly tag: string }>({
    harm: 'value-missing',
  }),
  'part-empty': kind<Instead & OfPart>({ harm: 'image-unreadable', identity: ['expected'], spoils: 'part' }),
  /** So many bytes stand before what the part holds; `before` is their text, null where they are none. */
  'part-begins-late': kind<OfPart & { readonly bytes: number; readonly before: string | null }>({
    harm: 'image-unreadable',
    identity: ['bytes'],
    spoils: 'part',
  }),
  'part-of-another-type': kind<
    Instead & OfPart & { readonly found: string; readonly label: string | null; readonly title: string | null }
  >({
    harm: ({ expected }) => (/[+/](xml|json)$/.test(expected) ? 'type-unexpected' : 'image-unreadable'),
    identity: ['found'],
    spoils: 'part',
  }),
  'part-cut-off': kind<
    OfPart & { readonly bytes: number; readonly of: number; readonly name: string; readonly round: string | null }
  >({
    harm: 'image-cut',
    spoils: 'part',
  }),
  /** The pixels are those of `frame` of the instance `name`; `wanted` is the name of the one in the path. */
  'frame-of-another': kind<OfPart & { readonly name: string; readonly frame: number; readonly wanted: string }>({
    harm: 'foreign-image-shown',
    says: 'foreign',
    spoils: 'part',
  }),
} as const;
