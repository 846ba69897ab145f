import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clauseLink } from '../../lib/requirements/clause-link.ts';

const dicom = 'https://dicom.nema.org/medical/dicom/current/output/html';

for (const [citation, link] of [
  ['PS3.18 §10.4.3.3.1, §10.4.1.1.1', `${dicom}/part18.html#sect_10.4.3.3.1`],
  ['PS3.18 §8.7.3.4 note 2, Table 8.7.3-2', `${dicom}/part18.html#sect_8.7.3.4`],
  ['PS3.18 Table 10.4.3-1, §8.5', `${dicom}/part18.html#table_10.4.3-1`],
  ['PS3.18 Table I.1-1', `${dicom}/part18.html#table_I.1-1`],
  ['PS3.18 Annex F §F.2.2', `${dicom}/part18.html#chapter_F`],
  ['PS3.18 §F.2.5', `${dicom}/part18.html#sect_F.2.5`],
  ['PS3.18 §6', `${dicom}/part18.html#chapter_6`],
  ['PS3.5 §8.2', `${dicom}/part05.html#sect_8.2`],
  ['PS3.15 §B.12, RFC 8996', `${dicom}/part15.html#sect_B.12`],
  ['RFC 9110 §9.1, §9.3.2; PS3.18 §8.1.1.1', 'https://www.rfc-editor.org/rfc/rfc9110.html#section-9.1'],
  ['RFC 9112 Appendix B; RFC 2046 §5.1', 'https://www.rfc-editor.org/rfc/rfc9112.html#appendix-B'],
  ['RFC 8259', 'https://www.rfc-editor.org/rfc/rfc8259.html'],
  ['WHATWG Fetch (CORS protocol)', 'https://fetch.spec.whatwg.org/#http-cors-protocol'],
] as const) {
  test(`links ${citation}`, () => assert.equal(clauseLink(citation), link));
}

for (const citation of ['', 'see PS3.18 §8.5', 'see RFC 9110', 'PS3.18 8.5', 'PS3.118 §8.5']) {
  test(`knows no link for "${citation}"`, () => {
    assert.throws(() => clauseLink(citation), new RangeError(`No link for the citation "${citation}"`));
  });
}
