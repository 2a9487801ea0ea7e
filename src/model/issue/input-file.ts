/** A file that a build was made from. */
export interface InputFile {
  /** Relative to the workspace, with `/`. */
  readonly path: string;
  /** Of its bytes. */
  readonly sha256: string;
}
