import { Refusal } from '../message.ts';

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

const TOKEN =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|[^<]+/gy;
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const DEEPEST = 200;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  return text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w+));/g, (whole, hex, decimal, name) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/**
 * Reads an XML document without document type: elements, attributes and text, which is all that the Native DICOM Model
 * uses. Entities beyond the five of XML stay as they are. @throws Refusal 400 for anything that is not well formed.
 */
export function parseXml(source: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open: XmlElement[] = [root];
  let end = 0;
  for (const match of source.replace(/^\uFEFF/, '').matchAll(TOKEN)) {
    const [token, characters, closing, opening, fields = '', empty] = match;
    end = match.index + token.length;
    const current = open.at(-1) ?? root;
    if (opening !== undefined) {
      const attributes = [...fields.matchAll(ATTRIBUTE)].map(([, name = '', double, single]) => [
        name,
        unescapeXml(double ?? single ?? ''),
      ]);
      const element: XmlElement = { name: opening, attributes: Object.fromEntries(attributes), children: [], text: '' };
      current.children.push(element);
      if (empty === '') open.push(element);
      if (open.length > DEEPEST) throw new Refusal(400, `the XML is nested deeper than ${DEEPEST} elements`);
    } else if (closing !== undefined) {
      if (closing !== current.name) throw new Refusal(400, `the XML closes ${closing} where ${current.name} is open`);
      open.pop();
    } else if (characters !== undefined) current.text += characters;
    else if (!token.startsWith('<')) current.text += unescapeXml(token);
  }
  const [document, ...others] = root.children;
  if (document === undefined || others.length > 0 || open.length > 1 || end < source.replace(/^\uFEFF/, '').length)
    throw new Refusal(400, 'a metadata part is no well-formed XML');
  return document;
}
