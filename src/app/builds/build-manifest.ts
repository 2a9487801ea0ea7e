import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import type { Finding } from '../../model/finding.js';
import type { InputFile } from '../../model/issue/input-file.js';
import { packageVersion } from '../workspace/package-files.js';

export const MANIFEST_FILE = 'manifest.json';

/** A path inside the folder of a build; a manifest that names anything else is rejected. */
const insidePath = z
  .string()
  .refine(
    (value) =>
      value !== '' && !path.posix.isAbsolute(value) && !value.split('/').includes('..') && !value.includes('\\'),
  );

const outputSchema = z.object({ path: insidePath, sha256: z.string(), bytes: z.number() });

/** The outputs that belong to an item: they hold something of it, and not of the issue as a whole. */
const itemOutputsSchema = z.object({ file: z.string(), outputs: z.array(z.string()) });

const manifestSchema = z.object({
  format: z.literal(1),
  issue: z.string(),
  tool: z.object({ name: z.string(), version: z.string() }),
  /** SHA-256 over every input, the version of the program and the public address. */
  inputsDigest: z.string(),
  inputs: z.array(z.object({ path: z.string(), sha256: z.string() })),
  outputs: z.array(outputSchema),
  /** Every item by its file; `undefined` in builds of earlier versions, which do not say whose an output is. */
  items: z.array(itemOutputsSchema).optional(),
  /** Only in a copy that is kept for the public: outputs that were in it until their item was taken down. */
  takenDown: z.array(outputSchema).optional(),
  findings: z.array(z.object({ ruleId: z.string(), file: z.string(), line: z.number() })),
});

/** `manifest.json`: what a build was made from, and what it consists of. */
export type BuildManifest = z.infer<typeof manifestSchema>;
export type ManifestOutput = z.infer<typeof outputSchema>;
export type ItemOutputs = z.infer<typeof itemOutputsSchema>;

/** What a manifest is made from. */
export interface ManifestParts {
  readonly issue: string;
  readonly inputsDigest: string;
  readonly inputs: readonly InputFile[];
  readonly outputs: readonly ManifestOutput[];
  readonly items: readonly ItemOutputs[];
  readonly findings: readonly Finding[];
}

/** Makes the manifest; it includes only those parts of findings that cannot reveal anything. */
export function createManifest({
  issue,
  inputsDigest,
  inputs,
  outputs,
  items,
  findings,
}: ManifestParts): BuildManifest {
  return {
    format: 1,
    issue,
    tool: { name: 'newsletter', version: packageVersion() },
    inputsDigest,
    inputs: inputs.map(({ path: file, sha256 }) => ({ path: file, sha256 })),
    outputs: [...outputs],
    items: [...items],
    findings: findings.map(({ ruleId, file, line }) => ({ ruleId, file, line })),
  };
}

/** Reads the manifest of an earlier build in this folder; `undefined` when there is no valid one. */
export function readManifest(folder: string): BuildManifest | undefined {
  const file = path.join(folder, MANIFEST_FILE);
  if (!existsSync(file)) return undefined;
  try {
    return manifestSchema.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data;
  } catch {
    // A file that is not JSON is somebody else's or damaged; either way it names nothing of ours.
    return undefined;
  }
}
