import { DICOM_ALONE, DICOM_PARTS, servedType } from '../../answers/served-type.ts';
import { sightOf } from '../../answers/sight.ts';
import { breach } from '../../breaches/breach.ts';
import type { StoredInstance } from '../../dicom/instance.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import type { Profile } from '../../target/profile.ts';
import { type Assessment, assess } from '../assess.ts';
import { answered, type Retrieved } from '../assess-served.ts';
import { assessStatus, retrieved } from '../assess-status.ts';
import { otherRefusals } from '../beside-twin.ts';
import { documentedDeviation } from '../deviations.ts';
import type { RetrieveLevel } from './instances.ts';

const CONTENT_TYPE = { kind: 'header', name: 'Content-Type' } as const;
const EXCHANGE = { kind: 'exchange' } as const;

/** The instance is in the answer, as in that to the usual request. */
function assessShown(exchange: Exchange, stored: StoredInstance, a: Assessment): void {
  const { instance, name } = stored;
  const sight = sightOf(exchange, stored);
  a.must(sight === 'shown', () =>
    sight === 'absent'
      ? breach('instance-missing', EXCHANGE, { instance, name })
      : breach('retrieve-unreadable', EXCHANGE, { level: 'instance', parts: 1 }),
  );
}

/** WADO-RS-014: one instance asked for as application/dicom comes as it is, or the server says by 406 that it does not do that. */
export function offersInstanceAlone({ exchange, twin, instance }: Retrieved): Finding {
  const claim = 'returns one instance without multipart, or says by 406 that it does not';
  return assess('WADO-RS-014', claim, [exchange, twin], (a) => {
    const response = answered(exchange, twin, instance, a);
    const expectation = { pass: [200, 406], warn: otherRefusals(406), code: 'single-part-badly-refused' } as const;
    if (!response || !assessStatus(response, expectation, a) || response.status === 406) return;
    const type = servedType(response);
    const grade = type === DICOM_PARTS ? a.should : a.must;
    grade(type === DICOM_ALONE, () => breach('single-part-answered-otherwise', CONTENT_TYPE, { type }));
    if (type === DICOM_ALONE) assessShown(exchange, instance, a);
  });
}

/**
 * WADO-RS-015: a study or series asked for as application/dicom is refused with 406; multipart and archives in its place
 * are a warning, one instance alone is a failure where it is not all of them.
 */
export function keepsSeveralTogether(
  level: Exclude<RetrieveLevel, 'instance'>,
  { exchange, twin }: Omit<Retrieved, 'instance'>,
  stored: readonly StoredInstance[],
): Finding {
  const claim = `does not return a ${level} as one instance`;
  return assess('WADO-RS-015', claim, [exchange, twin], (a) => {
    const [instance] = stored;
    const response = instance ? answered(exchange, twin, instance, a) : null;
    const sent = response?.status === 200 ? servedType(response) : '';
    const warn = { ...otherRefusals(406), ...(tolerated(sent, stored) ? { 200: `${sent} is sent instead` } : {}) };
    const isOne = sent === DICOM_ALONE && stored.length > 1;
    const answeredOtherwise = isOne ? 'several-answered-as-one' : 'several-as-single-part-not-refused';
    const code = sent === '' ? 'single-part-badly-refused' : answeredOtherwise;
    if (response) assessStatus(response, { pass: [406], warn, code }, a);
  });
}

function tolerated(sent: string, stored: readonly StoredInstance[]): boolean {
  return sent === DICOM_PARTS || /zip|tar/.test(sent) || (sent === DICOM_ALONE && stored.length === 1);
}

/**
 * WADO-RS-016: anything, asked for of a study, a series or an instance, is multipart/related of application/dicom; for one
 * instance the single part is a warning. A product may document that it refuses to choose.
 */
export function anythingIsMultipart(
  level: RetrieveLevel,
  { exchange, twin, instance }: Retrieved,
  profile?: Profile,
): Finding {
  const claim = `returns a ${level} as multipart/related of application/dicom where anything is asked for`;
  return assess('WADO-RS-016', claim, [exchange, twin], (a) => {
    const response = answered(exchange, twin, instance, a);
    if (!response) return;
    const documented = documentedDeviation(profile, 'WADO-RS-016');
    if (documented !== null && response.status === 406) {
      a.note(documented);
      return;
    }
    if (!assessStatus(response, retrieved('anything-refused'), a) && response.status !== 206) return;
    const type = servedType(response);
    const isAlone = level === 'instance' && type === DICOM_ALONE;
    const grade = isAlone ? a.should : a.must;
    grade(type === DICOM_PARTS, () => breach('anything-answered-otherwise', CONTENT_TYPE, { type }));
    if (isAlone) a.remark('the single part was required by the tables of 2019e to 2020b');
    assessShown(exchange, instance, a);
  });
}
