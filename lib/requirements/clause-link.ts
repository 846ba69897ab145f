const DICOM = 'https://dicom.nema.org/medical/dicom/current/output/html';
const RFC = 'https://www.rfc-editor.org/rfc';

/**
 * Address of the first clause that a citation names: `PS3.18 §10.4.3.1`, `PS3.18 Table 8.5-1`, `PS3.18 Annex F`,
 * `RFC 9110 §8.4`, `RFC 9112 Appendix B` or `WHATWG Fetch`. Parts of the standard are linked in their one-page form,
 * which has an anchor for every section and table; the chaptered form puts sections on pages by no fixed depth.
 * Throws a RangeError for any other citation.
 */
export function clauseLink(citation: string): string {
  const dicom = /^PS3\.(\d{1,2}) (§|Table |Annex )([A-Z0-9][A-Z0-9.-]*)/.exec(citation);
  if (dicom) {
    const [, part = '', kind, number = ''] = dicom;
    return `${DICOM}/part${part.padStart(2, '0')}.html#${dicomAnchor(kind, number)}`;
  }
  const rfc = /^RFC (\d+)(?: (§|Appendix )([A-Z0-9][A-Z0-9.]*))?/.exec(citation);
  if (rfc) {
    const [, number, kind, section] = rfc;
    const anchor = section ? `#${kind === '§' ? 'section' : 'appendix'}-${section}` : '';
    return `${RFC}/rfc${number}.html${anchor}`;
  }
  if (citation.startsWith('WHATWG Fetch')) return 'https://fetch.spec.whatwg.org/#http-cors-protocol';
  throw new RangeError(`No link for the citation "${citation}"`);
}

function dicomAnchor(kind: string | undefined, number: string): string {
  if (kind === 'Table ') return `table_${number}`;
  return number.includes('.') ? `sect_${number}` : `chapter_${number}`;
}
