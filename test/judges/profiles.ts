import type { Claim, Profile } from '../../lib/target/profile.ts';

/** A profile that claims everything but delete, of which it says nothing. */
export function aProfile(
  features: Partial<Record<keyof Profile['features'], Claim>> = {},
  more: Partial<Profile> = {},
): Profile {
  return {
    name: 'test',
    title: 'a product for tests',
    documentation: [],
    features: {
      store: 'yes',
      retrieve: 'yes',
      metadata: 'yes',
      frames: 'yes',
      search: 'yes',
      relationalSearch: 'yes',
      deleteStudy: 'unknown',
      deleteSeries: 'unknown',
      deleteInstance: 'unknown',
      bulkdata: 'unknown',
      rendered: 'unknown',
      ...features,
    },
    statuses: { store: [200], delete: [204] },
    retrieveTransferSyntax: '*',
    instanceAccept: 'multipart',
    visibilityWindowMs: 1000,
    deviations: [],
    ...more,
  };
}

/** A profile that documents a departure from one requirement. */
export function deviating(requirement: string, documented = 'It does not.'): Profile {
  return aProfile({}, { deviations: [{ requirement, documented }] });
}
