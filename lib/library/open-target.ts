import { authenticationOf } from '../target/credentials.ts';
import type { Profile } from '../target/profile.ts';
import type { ServiceRoots, Target as Whole } from '../target/target.ts';

/** Targets with their secrets, by what users of the library hold of them. */
const wholes = new WeakMap<Target, Whole>();

/**
 * A server under test, as `openTarget` makes it. It holds no credentials, certificates or header fields: nothing that
 * prints it, copies it or walks through it can show them.
 */
export class Target {
  /** As it was given, without trailing slash. */
  readonly baseUrl: string;
  /** Base URLs of the four services. */
  readonly roots: ServiceRoots;
  readonly profile: Profile;
  /** Scheme of the credentials. */
  readonly authentication: 'none' | 'basic' | 'bearer' | 'headers';
  /** Longest wait for the next byte of an answer, in milliseconds. */
  readonly timeoutMs: number;
  /** Whether nothing but GET, HEAD and OPTIONS is sent. */
  readonly readOnly: boolean;

  /** @internal */
  constructor(whole: Whole) {
    this.baseUrl = whole.baseUrl;
    this.roots = whole.roots;
    this.profile = whole.profile;
    this.authentication = authenticationOf(whole.credentials);
    this.timeoutMs = whole.timeoutMs;
    this.readOnly = whole.isReadOnly === true;
    wholes.set(this, whole);
  }
}

/** The target with its secrets. @throws TypeError for an object that only looks like a target. */
export function wholeOf(target: Target): Whole {
  const whole = wholes.get(target);
  if (whole === undefined) throw new TypeError('the target is none that openTarget made');
  return whole;
}
