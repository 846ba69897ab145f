import { readAll } from '../../../bytes/byte-source.ts';
import { isPrivate, isPrivateCreator } from '../../../dicom/dictionary.ts';
import type { DicomJsonDataSet } from '../../../dicom/json.ts';
import type { Archive } from '../../archive.ts';
import { readInstance } from '../../attributes-of.ts';
import { changeDataSets, changeList, changeRequest, on } from '../../changes/answers.ts';
import { changeAttribute, changeAttributes, dropAttribute, withAttribute } from '../../changes/attributes.ts';
import { toSibling, toStudy } from '../../changes/other-resource.ts';
import { type Fault, TUTORIAL } from '../fault.ts';

/** Metadata of an instance with its pixel data in base64. */
function withPixelsInline(metadata: DicomJsonDataSet, archive: Archive): DicomJsonDataSet {
  const instance = archive.find(String(metadata['00080018']?.Value?.[0]));
  const pixels = instance && readInstance(instance).dataSet.elements.get('7FE00010');
  const attribute = metadata['7FE00010'];
  if (!pixels || !attribute) return metadata;
  const InlineBinary = Buffer.from(readAll(pixels.value)).toString('base64');
  return { ...metadata, '7FE00010': { vr: attribute.vr, InlineBinary } };
}

/** Faults of what metadata says: other values or attributes than are stored, pixel data, other instances. */
export const METADATA_CONTENT: readonly Fault[] = [
  {
    id: 'metadata-value-changed',
    title: 'gives another Patient ID than is stored',
    scenarios: TUTORIAL.metadata,
    requirements: ['WADO-RS-033'],
    breach: 'value-differs',
    behaviour: () => changeAttribute(on('metadata'), '00100020', ({ vr }) => ({ vr, Value: ['ANOTHER'] })),
  },
  {
    id: 'metadata-attribute-missing',
    title: 'leaves Patient ID out of metadata',
    scenarios: TUTORIAL.metadata,
    requirements: ['WADO-RS-033'],
    breach: 'metadata-lacks-attribute',
    behaviour: () => dropAttribute(on('metadata'), '00100020'),
  },
  {
    id: 'metadata-private-left-out',
    title: 'leaves private attributes out of metadata',
    scenarios: ['rich-instance'],
    requirements: ['WADO-RS-033'],
    breach: 'metadata-lacks-private-attribute',
    behaviour: () =>
      changeDataSets(on('metadata'), (dataSet) =>
        Object.fromEntries(Object.entries(dataSet).filter(([tag]) => !isPrivate(tag))),
      ),
  },
  {
    id: 'metadata-private-creators-left-out',
    title: 'leaves the creators of private attributes out of metadata',
    scenarios: ['rich-instance'],
    requirements: ['JSON-024', 'WADO-RS-033'],
    breach: 'metadata-lacks-private-attribute',
    behaviour: () =>
      changeDataSets(on('metadata'), (dataSet) =>
        Object.fromEntries(Object.entries(dataSet).filter(([tag]) => !isPrivateCreator(tag))),
      ),
  },
  {
    id: 'metadata-sequence-cut',
    title: 'describes the first item alone of a sequence',
    scenarios: ['rich-instance'],
    requirements: ['WADO-RS-033', 'JSON-015'],
    breach: 'value-count-differs',
    behaviour: () =>
      changeAttributes(
        on('metadata'),
        ({ vr }) => vr === 'SQ',
        ({ Value, ...attribute }) => ({ ...attribute, ...(Value ? { Value: Value.slice(0, 1) } : {}) }),
      ),
  },
  {
    id: 'metadata-attribute-added',
    title: 'adds an attribute to metadata that is not stored',
    scenarios: TUTORIAL.metadata,
    requirements: ['WADO-RS-033'],
    breach: 'metadata-adds-attribute',
    behaviour: () =>
      changeDataSets(on('metadata'), (dataSet) => ({ ...dataSet, '00080080': { vr: 'LO', Value: ['Archive'] } })),
  },
  {
    id: 'metadata-with-file-meta',
    title: 'puts the Transfer Syntax UID into metadata',
    scenarios: TUTORIAL.metadata,
    requirements: ['WADO-RS-034'],
    breach: 'metadata-has-file-meta',
    behaviour: () =>
      changeDataSets(on('metadata'), (dataSet) => ({
        '00020010': { vr: 'UI', Value: ['1.2.840.10008.1.2.1'] },
        ...dataSet,
      })),
  },
  {
    id: 'metadata-pixels-inline',
    title: 'carries pixel data in metadata as InlineBinary',
    scenarios: TUTORIAL.metadata,
    requirements: ['WADO-RS-035'],
    breach: 'metadata-holds-pixel-data',
    behaviour: () =>
      changeList(on('metadata'), (list, _, archive) => list.map((dataSet) => withPixelsInline(dataSet, archive))),
  },
  {
    id: 'metadata-pixels-as-numbers',
    title: 'carries pixel data in metadata as numbers',
    scenarios: TUTORIAL.metadata,
    requirements: ['JSON-019'],
    breach: 'json-binary-as-values',
    behaviour: () => changeAttribute(on('metadata'), '7FE00010', ({ vr }) => ({ vr, Value: [255, 0, 0] })),
  },
  {
    id: 'metadata-pixels-by-vr-alone',
    title: 'names pixel data in metadata with its vr alone',
    scenarios: TUTORIAL.metadata,
    requirements: ['WADO-RS-033', 'WADO-RS-035'],
    breach: 'value-lost',
    behaviour: () => changeAttribute(on('metadata'), '7FE00010', ({ vr }) => ({ vr })),
  },
  {
    id: 'metadata-pixels-left-out',
    title: 'leaves pixel data out of metadata',
    scenarios: TUTORIAL.metadata,
    requirements: ['WADO-RS-035'],
    breach: 'metadata-lacks-pixel-data',
    behaviour: () => dropAttribute(on('metadata'), '7FE00010'),
  },
  {
    id: 'metadata-refers-to-short-text',
    title: 'gives a BulkDataURI in the place of Patient ID',
    scenarios: TUTORIAL.metadata,
    requirements: ['WADO-RS-036'],
    breach: 'json-bulk-data-not-allowed',
    behaviour: () =>
      changeDataSets(on('metadata'), (dataSet) =>
        withAttribute(dataSet, '00100020', ({ vr }) => ({
          vr,
          BulkDataURI: dataSet['7FE00010']?.BulkDataURI ?? 'http://127.0.0.1/',
        })),
      ),
  },
  {
    id: 'metadata-misses-one',
    title: 'leaves an instance out of the metadata of a study or series',
    scenarios: ['T06', 'T08'],
    requirements: ['WADO-RS-030'],
    breach: 'metadata-lacks-instance',
    behaviour: () => changeList(on('metadata'), (list) => (list.length > 1 ? list.slice(1) : list)),
  },
  {
    id: 'metadata-has-one-twice',
    title: 'lists an instance twice in metadata',
    scenarios: TUTORIAL.metadata,
    requirements: ['WADO-RS-030'],
    breach: 'metadata-repeats-instance',
    behaviour: () => changeList(on('metadata'), (list) => [...list, ...list.slice(0, 1)]),
  },
  {
    id: 'metadata-of-sibling',
    title: 'sends the metadata of another instance of the series',
    scenarios: ['T10'],
    requirements: ['WADO-RS-030'],
    breach: 'answer-of-another',
    behaviour: () => changeRequest(on('metadata', 'instances'), toSibling),
  },
  {
    id: 'series-metadata-returns-study',
    title: 'sends the metadata of the study where a series was asked for',
    scenarios: ['T08'],
    requirements: ['WADO-RS-030'],
    breach: 'metadata-of-foreign-instance',
    behaviour: () => changeRequest(on('metadata', 'series'), toStudy),
  },
  {
    id: 'metadata-as-search-result',
    title: 'answers a request for metadata with search results',
    scenarios: TUTORIAL.metadata,
    requirements: ['WADO-RS-033'],
    breach: 'metadata-lacks-most-attributes',
    behaviour: () => ({
      handle: async (request, archive, next) => {
        if (request.route.operation !== 'metadata') return next(request, archive);
        const { instance, ...route } = request.route;
        const query = instance === undefined ? [] : [['SOPInstanceUID', instance] as const];
        return next({ ...request, query, route: { ...route, operation: 'search', level: 'instances' } }, archive);
      },
    }),
  },
];
