/** A file that a build was made from. */
export interface InputFile {
  /** Relative to the workspace, with `/`. */
  readonly path: string;
  /** The hash of its bytes. */
  readonly sha256: string;
}
