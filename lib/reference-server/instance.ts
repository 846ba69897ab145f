/** An instance as it was stored: the PS3.10 file byte by byte, and what identifies it. */
export interface Instance {
  readonly study: string;
  readonly series: string;
  readonly instance: string;
  readonly sopClass: string;
  readonly transferSyntax: string;
  readonly bytes: Uint8Array;
}

/** Path of an instance below the service's base URL. */
export function instancePath({ study, series, instance }: Instance): string {
  return `/studies/${study}/series/${series}/instances/${instance}`;
}
