import { Archive } from '../../archive.ts';
import type { Behaviour } from '../../behaviour.ts';
import { on, type Selector } from '../../changes/answers.ts';
import { changeFailures } from '../../changes/change-items.ts';
import { refuse } from '../../changes/refuse.ts';
import type { Fault } from '../fault.ts';

/** The class of the scenario `store-forms`, and what it says of the transfer syntax of a part. */
const PRIVATE_CLASS = '2.25.329800735698586629295641978511506172918';
const OTHER_LABEL = 'transfer-syntax=1.2.840.10008.1.2.4.70';
/** Transfer Syntax UID as it stands in File Meta Information. */
const IMPLICIT = 'UI\x12\x001.2.840.10008.1.2\0';

function storing(...texts: readonly string[]): Selector {
  return (request) => on('store')(request) && texts.every((text) => Buffer.concat(request.body).includes(text));
}

const isSingle: Selector = (request) =>
  on('store')(request) && request.headers['content-type'] === 'application/dicom' && request.body.length > 0;

/** Says that it stored what it does not keep. */
function losing(selector: Selector): Behaviour {
  return { handle: (request, archive, next) => next(request, selector(request) ? new Archive() : archive) };
}

/** Faults in stores of forms that a server may take or refuse. */
export const STORE_FORMS: readonly Fault[] = [
  {
    id: 'single-part-store-fails',
    title: 'answers 500 to a store of one instance without multipart',
    scenarios: ['store-forms'],
    requirements: ['STOW-011'],
    breach: 'store-form-badly-refused',
    behaviour: () => refuse(isSingle, 500, 'failed'),
  },
  {
    id: 'single-part-store-lost',
    title: 'acknowledges an instance that comes without multipart, and does not keep it',
    scenarios: ['store-forms'],
    requirements: ['STOW-011'],
    breach: 'store-form-lost',
    behaviour: () => losing(isSingle),
  },
  {
    id: 'implicit-store-fails',
    title: 'answers 500 to a store in Implicit VR Little Endian alone',
    scenarios: ['store-forms'],
    requirements: ['STOW-036'],
    breach: 'store-form-badly-refused',
    behaviour: () =>
      refuse((request) => storing(IMPLICIT)(request) && !storing('1.2.840.10008.1.2.2')(request), 500, 'failed'),
  },
  {
    id: 'label-of-part-believed',
    title: 'cannot read a file whose part names another transfer syntax, and answers 500',
    scenarios: ['store-forms'],
    requirements: ['STOW-037'],
    breach: 'store-form-badly-refused',
    behaviour: () => refuse(storing(OTHER_LABEL), 500, 'no JPEG'),
  },
  {
    id: 'private-class-answers-400',
    title: 'answers 400 to a store of a SOP class that it does not know',
    scenarios: ['store-forms'],
    requirements: ['STOW-039'],
    breach: 'store-form-badly-refused',
    behaviour: () => refuse(storing(PRIVATE_CLASS), 400, 'no such class'),
  },
  {
    id: 'failure-blamed-on-class',
    title: 'lists an instance of another study as one of an unsupported SOP class',
    scenarios: ['refused-store'],
    requirements: ['STOW-020'],
    breach: 'failure-reason-misleads',
    behaviour: () => changeFailures((item) => ({ ...item, '00081197': { vr: 'US', Value: [0x0122] } })),
  },
];
