import { kind } from '../../kind.ts';
import { ofNotRefused } from '../http/faulty-input.ts';
import type { StatusParameters } from '../http/status.ts';

/** Kinds of breaches of the further forms in which frames, instances and bulk data can be asked for. */
export const RETRIEVE_FORMS = {
  'octets-of-instance-refused': kind<StatusParameters>({ harm: 'request-refused' }),
  'frame-alone-badly-refused': kind<StatusParameters>({ harm: 'request-refused' }),
  'frame-list-alone-not-refused': kind<StatusParameters>({
    harm: ({ status }) => (status >= 200 && status < 300 ? 'images-unseen' : 'mistake-unclear'),
  }),
  'frames-as-anything-refused': kind<StatusParameters>({ harm: 'request-refused' }),
  'frames-of-no-image-not-refused': kind<StatusParameters>({ harm: ofNotRefused, identity: ['status'] }),
  /** `resource` is the last segment of its path: bulkdata or pixeldata. */
  'value-resource-fails': kind<{
    readonly status: number;
    readonly expected: readonly string[];
    readonly resource: string;
  }>({ harm: 'request-refused', identity: ['resource'] }),
  'bulkdata-without-location': kind<{ readonly parts: number }>({ harm: 'link-needs-context' }),
  'bulkdata-located-elsewhere': kind<{ readonly location: string }>({ harm: 'value-unread' }),
  'report-rendered-as-other-type': kind<{ readonly type: string | null }>({ harm: 'type-unexpected' }),
} as const;
