/** A file that `init` writes; the path is relative to the working folder, with slashes. */
export interface InitFile {
  readonly path: string;
  readonly text: string;
}
