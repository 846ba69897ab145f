/** Elements whose text is nobody's prose: bytes, commands, keywords and addresses as they were on the wire. */
const VERBATIM = new Set(['code', 'pre', 'samp', 'script', 'style', 'title', 'head']);
const VOID = new Set(['meta', 'link', 'input', 'img', 'br', 'hr', 'line', 'path', 'rect', 'wbr', 'circle']);

interface Open {
  readonly tag: string;
  /** Its text is replaced, or is not shown: what stands inside counts for nothing. */
  readonly isSilent: boolean;
}

/**
 * The texts of a page as they stand once Japanese is chosen, as the page's script chooses it: text nodes, names for screen
 * readers, placeholders. What stands in code and preformatted text is left out.
 */
export function japaneseTexts(html: string): string[] {
  const texts: string[] = [];
  const open: Open[] = [];
  for (const [, text = '', closing, tag = '', attributes = ''] of html.matchAll(
    /([^<]*)<(\/?)([a-z][\w-]*)([^>]*)>/gi,
  )) {
    if (!open.at(-1)?.isSilent) texts.push(text);
    if (closing) {
      while (open.length > 0 && open.pop()?.tag !== tag);
      continue;
    }
    const values = new Map(
      [...attributes.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value ?? '']),
    );
    const isInside = open.at(-1)?.isSilent ?? false;
    const isEnglish = (values.get('class') ?? '').split(' ').includes('in-english');
    if (!isInside && !isEnglish && !VERBATIM.has(tag)) {
      texts.push(values.get('data-ja') ?? '');
      texts.push(values.get('data-ja-label') ?? values.get('aria-label') ?? '');
      texts.push(values.get('data-ja-placeholder') ?? values.get('placeholder') ?? '');
      texts.push(values.get('data-ja-alt') ?? values.get('alt') ?? '', values.get('title') ?? '');
    }
    if (VOID.has(tag) || attributes.endsWith('/')) continue;
    open.push({ tag, isSilent: isInside || isEnglish || VERBATIM.has(tag) || values.has('data-ja') });
  }
  return texts.map(unescaped).filter((text) => text.trim() !== '');
}

function unescaped(text: string): string {
  return text.replace(/&(lt|gt|quot|amp|#39);/g, (_, name: string) => ENTITIES[name] ?? '').trim();
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&', '#39': "'" };

/** What a standard or a protocol says in English, and no Japanese report translates. */
const PROTOCOL: readonly RegExp[] = [
  // Names of transfer syntaxes, of the module of the store response, of sequences, of the XML model
  /(Explicit|Implicit) VR (Little|Big) Endian/g,
  /Store Instances Response Module|(Original Attributes|Request Attributes|Other Failures|Failed SOP|Referenced SOP) Sequence|Timezone Offset|Available Transfer Syntax|Native DICOM Model( XML)?/g,
  /DICOM JSON|DICOM PS3\.\d+|SOP Instance( UID)?|WADL XML|Presentation State|Photometric Interpretation/g,
  // Reasons beside a status (RFC 9110 §15)
  /\b[1-5]\d\d [A-Z][a-z]+(?: [A-Z][a-z]+)*/g,
];

/** Three English words in a row, that are no keyword, id, address or text of a protocol. */
const PROSE = /(?<![\w./:@"'{-])[A-Za-z][a-z']*(?:,? [A-Za-z][a-z']*){2,}(?![\w/:@"'}-])/;

/** The English prose in a text; null where it has none. */
export function englishProse(text: string): string | null {
  const told = PROTOCOL.reduce((rest, pattern) => rest.replace(pattern, '·'), text)
    .replace(/https?:\S+/g, '·')
    .replace(/"[^"]*"/g, '·')
    .replace(/`[^`]*`/g, '·');
  return PROSE.exec(told)?.[0] ?? null;
}
