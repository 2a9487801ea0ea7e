import * as z from 'zod';
import { oneLine } from '../text/written-values.js';

/** The schema of `publish` in `newsletter.yaml`: where the web edition is published. */
export const publishSchema = z
  .strictObject({
    /** A folder that a web server shows, absolute or relative to the workspace. */
    folder: oneLine.optional(),
    /** What uploads it: one line for the shell, or a list of words without a shell. */
    command: z.union([oneLine, z.array(oneLine).min(1)]).optional(),
  })
  .refine(({ folder, command }) => (folder === undefined) !== (command === undefined), 'either "folder" or "command"');

export type WrittenPublish = z.infer<typeof publishSchema>;

/** Where `newsletter publish` puts the web edition. */
export type PublishTarget =
  /** An absolute path; each issue is a folder in it. */
  | { readonly kind: 'folder'; readonly folder: string }
  /** A text for the shell, or a program with its arguments. */
  | { readonly kind: 'command'; readonly command: string | readonly [program: string, ...args: string[]] }
  /** Nowhere else, because our own server shows it. */
  | { readonly kind: 'serve' };
