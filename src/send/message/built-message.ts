import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import { sha256Hex } from '../../files/sha256.js';
import { errorCode } from '../../files/error-code.js';
import { NewsletterError } from '../../model/error.js';
import type { MessageTemplate } from '../../model/issue/edition.js';
import { parseMessageTemplate } from './message-template.js';

/** What `newsletter build` left for `send`. */
export interface BuiltMessage {
  readonly template: MessageTemplate;
  /** `message.json` as it was read. */
  readonly json: string;
  /** SHA-256 of it, in hexadecimal. */
  readonly hash: string;
}

const manifestSchema = z.object({
  issue: z.string(),
  outputs: z.array(z.object({ path: z.string(), sha256: z.string() })),
});

/**
 * Reads `out/<issue>/message.json`, and makes sure that the build is whole and as it was written. It cannot tell whether
 * the inputs have changed since: templates and contributions may lie outside the workspace.
 *
 * @throws NewsletterError `build-missing`; `build-stale` where an output is not as the manifest has it.
 */
export async function readBuiltMessage(root: string, issue: string): Promise<BuiltMessage> {
  const folder = path.join(root, 'out', issue);
  const manifestText = await readText(path.join(folder, 'manifest.json'));
  const json = await readText(path.join(folder, 'message.json'));
  if (manifestText === undefined || json === undefined) throw buildMissing(issue);
  const manifest = parseManifest(manifestText);
  const template = parseMessageTemplate(json);
  if (manifest === undefined || template === undefined || manifest.issue !== issue || template.issue !== issue) {
    throw buildStale(issue, 'its files in out/ are not whole, or come from another version of this program');
  }
  for (const { path: filePath, sha256 } of manifest.outputs) {
    if ((await hashFile(path.resolve(folder, filePath))) !== sha256)
      throw buildStale(issue, `out/${issue}/${filePath} was changed by hand`);
  }
  return { template, json, hash: sha256Hex(json) };
}

/** The error for a build that differs from what the files would give now; `what` completes "…, because". */
export function buildStale(issue: string, what: string): NewsletterError {
  return new NewsletterError('build-stale', {
    message: `The build of issue ${issue} is not up to date: ${what}.`,
    expected: 'a build made from the files as they are now',
    help: `Run \`newsletter build ${issue}\`, look at the result, then try again.`,
  });
}

function buildMissing(issue: string): NewsletterError {
  return new NewsletterError('build-missing', {
    message: `Issue ${issue} was not built yet.`,
    expected: `a finished build in out/${issue}/`,
    help: `Run \`newsletter build ${issue}\`, look at the result, then try again.`,
  });
}

function parseManifest(text: string): z.infer<typeof manifestSchema> | undefined {
  try {
    return manifestSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

async function readText(filePath: string): Promise<string | undefined> {
  return (await readBytes(filePath))?.toString('utf8');
}

async function hashFile(filePath: string): Promise<string | undefined> {
  const bytes = await readBytes(filePath);
  return bytes === undefined ? undefined : sha256Hex(bytes);
}

/** The bytes of a file; `undefined` where there is none. */
async function readBytes(filePath: string): Promise<Buffer | undefined> {
  try {
    return await readFile(filePath);
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}
