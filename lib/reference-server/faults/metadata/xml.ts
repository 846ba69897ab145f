import type { Behaviour } from '../../behaviour.ts';
import { changeParts, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

/** Another text in each document of an answer in XML. */
function inXml(operation: 'metadata' | 'search', change: (document: string) => string): Behaviour {
  return changeParts(on(operation), (parts) =>
    parts.map((part) => {
      const isXml = part.headers.some(([, value]) => value.startsWith('application/dicom+xml'));
      return isXml ? { ...part, body: Buffer.from(change(Buffer.from(part.body).toString('utf8'))) } : part;
    }),
  );
}

const attribute = (tag: string) => new RegExp(`<DicomAttribute tag="${tag}"[^>]*>.*?</DicomAttribute>`);

/** Faults of what documents of the Native DICOM Model say. */
export const METADATA_XML: readonly Fault[] = [
  {
    id: 'metadata-xml-other-value',
    title: 'gives another PatientID in metadata as XML than in JSON',
    scenarios: ['metadata-as-xml'],
    requirements: ['XML-001'],
    breach: 'xml-value-differs',
    behaviour: () =>
      inXml('metadata', (text) =>
        text.replace(attribute('00100020'), (whole) => whole.replace(/>[^<]+</, '>OTHER-1<')),
      ),
  },
  {
    id: 'metadata-xml-given-name-only',
    title: 'leaves family names out of metadata as XML',
    scenarios: ['metadata-as-xml'],
    requirements: ['XML-001'],
    breach: 'xml-name-differs',
    behaviour: () => inXml('metadata', (text) => text.replaceAll(/<FamilyName>.*?<\/FamilyName>/g, '')),
  },
  {
    id: 'metadata-xml-vr-of-text',
    title: 'calls dates LO in metadata as XML',
    scenarios: ['metadata-as-xml'],
    requirements: ['XML-001'],
    breach: 'xml-vr-wrong',
    behaviour: () => inXml('metadata', (text) => text.replaceAll(/ vr="DA"/g, ' vr="LO"')),
  },
  {
    id: 'metadata-xml-keyword-of-another',
    title: 'gives PatientName the keyword of PatientID in metadata as XML',
    scenarios: ['metadata-as-xml'],
    requirements: ['XML-001'],
    breach: 'xml-keyword-wrong',
    behaviour: () => inXml('metadata', (text) => text.replaceAll('keyword="PatientName"', 'keyword="PatientID"')),
  },
  {
    id: 'metadata-xml-lacks-attribute',
    title: 'leaves StudyDate out of metadata as XML',
    scenarios: ['metadata-as-xml'],
    requirements: ['XML-001'],
    breach: 'xml-attribute-missing',
    behaviour: () => inXml('metadata', (text) => text.replace(attribute('00080020'), '')),
  },
  {
    id: 'metadata-xml-not-well-formed',
    title: 'does not close the documents of metadata as XML',
    scenarios: ['metadata-as-xml'],
    requirements: ['XML-001'],
    breach: 'xml-unreadable',
    behaviour: () => inXml('metadata', (text) => text.replace('</NativeDicomModel>', '')),
  },
  {
    id: 'metadata-xml-labelled-text',
    title: 'labels the documents of metadata as XML text/xml',
    scenarios: ['metadata-as-xml'],
    requirements: ['WADO-RS-032'],
    breach: 'xml-part-media-type',
    behaviour: () =>
      changeParts(on('metadata'), (parts) =>
        parts.map((part) => ({
          ...part,
          headers: part.headers.map(
            ([name, value]) => [name, value.replace('application/dicom+xml', 'text/xml')] as const,
          ),
        })),
      ),
  },
  {
    id: 'search-xml-other-value',
    title: 'gives another Modality in results as XML than in JSON',
    scenarios: ['results-as-xml'],
    requirements: ['XML-001'],
    breach: 'xml-value-differs',
    behaviour: () =>
      inXml('search', (text) => text.replace(attribute('00080060'), (whole) => whole.replace(/>[^<]+</, '>ZZ<'))),
  },
];
