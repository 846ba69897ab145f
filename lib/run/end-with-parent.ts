const LOOK_EVERY_MS = 500;

/**
 * Ends this process, and every other of its group, once the process that started it is gone: nobody is left who would
 * clean up what it goes on to store. What it sent until then is in the journal.
 */
export function endWithParent(): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid === parent && isAlive(parent)) return;
    endGroup();
    process.exit(1);
  }, LOOK_EVERY_MS).unref();
}

/** Where a parent that is gone is still named as the parent, as on Windows, no signal reaches it. */
function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function endGroup(): void {
  try {
    process.kill(-process.pid, 'SIGKILL');
  } catch {
    // It leads no group: on Windows there are none.
  }
}
