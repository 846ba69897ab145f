/** Where the volume is in each pod. */
export const VOLUME_PATH = '/data';
/** Name of the volume within a pod. */
const VOLUME = 'data';
/** User of the image of k6. The files of all pods are this user's, whether or not the volume heeds fsGroup. */
const USER = 12345;
/** Has `sh` and the `tar` that `kubectl cp` needs. */
const FILES_IMAGE = 'busybox:1.37.0';
/** How long the pod for files waits, in seconds: the pool, the load and the results have to fit. */
const PATIENCE_SECONDS = 24 * 60 * 60;

/** Folder of a run on the volume, which holds the folders `pool` and `results`. */
export function folderOnVolume(run: string): string {
  return `${VOLUME_PATH}/${run}`;
}

/** What each pod has of the volume, and the user whom its files belong to. */
export function volumeOf(claim: string) {
  return {
    securityContext: { runAsUser: USER, runAsGroup: USER, fsGroup: USER },
    volumes: [{ name: VOLUME, persistentVolumeClaim: { claimName: claim } }],
    volumeMounts: [{ name: VOLUME, mountPath: VOLUME_PATH }],
  } as const;
}

/** The claim of the volume: runners on several nodes write to it at once. */
export function claimOf(name: string): unknown {
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name },
    spec: { accessModes: ['ReadWriteMany'], resources: { requests: { storage: '10Gi' } } },
  };
}

/** Name of the Job through whose pod the pool and the results are copied. */
export function filesJobName(run: string): string {
  return `${run}-files`;
}

/** A Job that makes the folders of a run and waits, so that `kubectl cp` has a pod to copy to and from. */
export function filesJobOf(run: string, claim: string): unknown {
  const { volumeMounts, ...pod } = volumeOf(claim);
  const folder = folderOnVolume(run);
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name: filesJobName(run) },
    spec: {
      backoffLimit: 2,
      activeDeadlineSeconds: PATIENCE_SECONDS,
      ttlSecondsAfterFinished: 60,
      template: {
        spec: {
          ...pod,
          restartPolicy: 'Never',
          terminationGracePeriodSeconds: 0,
          containers: [
            {
              name: 'files',
              image: FILES_IMAGE,
              command: ['sh', '-c', `mkdir -p ${folder}/results && sleep ${PATIENCE_SECONDS}`],
              // Running is not enough: the folder has to be there before anything is copied into it.
              readinessProbe: { exec: { command: ['test', '-d', `${folder}/results`] }, periodSeconds: 1 },
              resources: { requests: { cpu: '50m', memory: '64Mi' }, limits: { memory: '256Mi' } },
              volumeMounts,
            },
          ],
        },
      },
    },
  };
}
