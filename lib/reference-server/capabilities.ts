import type { Answer, Request } from './message.ts';
import { negotiate, single } from './negotiation.ts';
import { allowedMethods } from './route.ts';

const WADL = 'application/vnd.sun.wadl+xml';
const DICOM = 'multipart/related; type="application/dicom"';
const JSON_TYPE = 'application/dicom+json';
const XML = 'multipart/related; type="application/dicom+xml"';
const OCTETS = 'multipart/related; type="application/octet-stream"';

interface Resource {
  readonly path: string;
  readonly methods: readonly { readonly name: string; readonly id: string; readonly types: readonly string[] }[];
}

function method(name: string, id: string, ...types: string[]): Resource['methods'][number] {
  return { name, id, types };
}

function retrieveResources(path: string, level: string): Resource[] {
  return [
    { path: `${path}/metadata`, methods: [method('GET', `Retrieve${level}Metadata`, JSON_TYPE, XML)] },
    { path: `${path}/bulkdata`, methods: [method('GET', `Retrieve${level}BulkData`, OCTETS)] },
    {
      path: `${path}/rendered`,
      methods: [method('GET', `Retrieve${level}Rendered`, 'image/jpeg', 'image/png', 'image/gif')],
    },
    { path: `${path}/thumbnail`, methods: [method('GET', `Retrieve${level}Thumbnail`, 'image/jpeg', 'image/png')] },
  ];
}

const STUDY = 'studies/{study}';
const SERIES = `${STUDY}/series/{series}`;
const INSTANCE = `${SERIES}/instances/{instance}`;
const RESOURCES: readonly Resource[] = [
  {
    path: 'studies',
    methods: [method('GET', 'SearchForStudies', JSON_TYPE, XML), method('POST', 'StoreInstances', JSON_TYPE)],
  },
  { path: 'series', methods: [method('GET', 'SearchForSeries', JSON_TYPE, XML)] },
  { path: 'instances', methods: [method('GET', 'SearchForInstances', JSON_TYPE, XML)] },
  {
    path: STUDY,
    methods: [
      method('GET', 'RetrieveStudy', DICOM, OCTETS),
      method('POST', 'StoreStudyInstances', JSON_TYPE),
      method('DELETE', 'DeleteStudy'),
    ],
  },
  { path: `${STUDY}/series`, methods: [method('GET', 'SearchForStudySeries', JSON_TYPE, XML)] },
  { path: `${STUDY}/instances`, methods: [method('GET', 'SearchForStudyInstances', JSON_TYPE, XML)] },
  { path: SERIES, methods: [method('GET', 'RetrieveSeries', DICOM, OCTETS), method('DELETE', 'DeleteSeries')] },
  { path: `${SERIES}/instances`, methods: [method('GET', 'SearchForStudySeriesInstances', JSON_TYPE, XML)] },
  {
    path: INSTANCE,
    methods: [
      method('GET', 'RetrieveInstance', DICOM, 'application/dicom', OCTETS),
      method('DELETE', 'DeleteInstance'),
    ],
  },
  {
    path: `${INSTANCE}/frames/{frames}`,
    methods: [method('GET', 'RetrieveFrames', OCTETS, 'application/octet-stream')],
  },
  {
    path: `${INSTANCE}/frames/{frames}/rendered`,
    methods: [method('GET', 'RetrieveRenderedFrames', 'image/jpeg', 'image/png')],
  },
  ...retrieveResources(STUDY, 'Study'),
  ...retrieveResources(SERIES, 'Series'),
  ...retrieveResources(INSTANCE, 'Instance'),
];

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

function wadl(base: string): string {
  const resources = RESOURCES.map(({ path, methods }) => {
    const body = methods.map(({ name, id, types }) => {
      const representations = types.map((type) => `<representation mediaType="${escapeAttribute(type)}"/>`).join('');
      const status = name === 'DELETE' ? '204' : '200';
      return `<method name="${name}" id="${id}"><response status="${status}">${representations}</response></method>`;
    });
    return `<resource path="${escapeAttribute(path)}">${body.join('')}</resource>`;
  });
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    `<application xmlns="http://wadl.dev.java.net/2009/02"><resources base="${escapeAttribute(base)}/">` +
    `${resources.join('')}</resources></application>\n`
  );
}

/** The JSON counterpart of the description (PS3.18 Annex G): elements as objects, attributes with an at sign. */
function wadlJson(base: string): string {
  const resource = RESOURCES.map(({ path, methods }) => ({
    '@path': path,
    method: methods.map(({ name, id, types }) => ({
      '@name': name,
      '@id': id,
      response: [
        { '@status': name === 'DELETE' ? '204' : '200', representation: types.map((type) => ({ '@mediaType': type })) },
      ],
    })),
  }));
  return JSON.stringify({ application: { resources: [{ '@base': `${base}/`, resource }] } });
}

/** Retrieve Capabilities Transaction (PS3.18 §8.9): what this server offers, as WADL or its JSON counterpart. */
export async function describeCapabilities(request: Request): Promise<Answer> {
  const wanted =
    request.headers.accept === undefined ? { ...request, headers: { ...request.headers, accept: '*/*' } } : request;
  const { offer } = negotiate(wanted, [single(WADL), single('application/json'), single('application/xml')]);
  const text = offer.essence === 'application/json' ? wadlJson(request.base) : wadl(request.base);
  return {
    status: 200,
    headers: [['Allow', allowedMethods(request.path).join(', ')]],
    content: { kind: 'bytes', mediaType: offer.essence, bytes: Buffer.from(text) },
  };
}
