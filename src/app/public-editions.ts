import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import { MANIFEST_FILE, readManifest, type BuildManifest } from './build-manifest.js';
import { outFolder } from './write-build.js';

/**
 * The web editions that the public may read: those of builds that were sent or published, as a record beside the issue
 * says, and nothing of any other build. Because a build can be made anew after it was sent, the files are kept in
 * `data/public/<issue>/<build>/`: mails that are out keep their pictures, and what was written since stays a draft.
 */

/** A file of a web edition. */
export interface PublicFile {
  /** Absolute. */
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** The files of an issue by their path below it, such as `pictures/door-552.jpg`. */
export type PublicEdition = ReadonlyMap<string, PublicFile>;

/** `sent.json` of a real send, or `published.json`: each names the build by the hash of its message. */
const recordSchema = z.object({ issue: z.string(), buildHash: z.string().regex(/^[0-9a-f]{64}$/) });
/** What was published last counts; of an earlier build only what it has besides, so its pictures stay. */
const RECORDS = ['published.json', 'sent.json'] as const;

const ISSUE = /^\d{4}-(0[1-9]|1[0-2])$/;
const WEB = 'web/';
const MESSAGE = 'message.json';

/** How long what was found is believed: a page with thirty pictures asks thirty-one times. */
const FRESH_MILLISECONDS = 2000;

/** Looks up public editions for a server; remembers each for a moment. */
export class PublicEditions {
  readonly #root: string;
  /** Only issues that are there, so that no made-up name takes memory. */
  readonly #found = new Map<string, { readonly edition: PublicEdition; readonly until: number }>();

  constructor(root: string) {
    this.#root = root;
  }

  async find(issue: string): Promise<PublicEdition | undefined> {
    const known = this.#found.get(issue);
    if (known !== undefined && performance.now() < known.until) return known.edition;
    const edition = await findPublicEdition(this.#root, issue);
    if (edition === undefined) this.#found.delete(issue);
    else this.#found.set(issue, { edition, until: performance.now() + FRESH_MILLISECONDS });
    return edition;
  }

  /** The issues that the public may read, newest first. */
  async list(): Promise<readonly string[]> {
    const issues = await listIssueNames(this.#root);
    const editions = await Promise.all(issues.map((issue) => this.find(issue)));
    return issues.filter((_, index) => editions[index]?.has('index.html') === true);
  }
}

async function listIssueNames(root: string): Promise<readonly string[]> {
  const names = await readdir(path.join(root, 'issues')).catch(() => []);
  return names
    .filter((name) => ISSUE.test(name))
    .sort()
    .reverse();
}

/** What the public may read of an issue; `undefined` where that is nothing. */
async function findPublicEdition(root: string, issue: string): Promise<PublicEdition | undefined> {
  if (!ISSUE.test(issue)) return undefined;
  const files = new Map<string, PublicFile>();
  for (const record of RECORDS) {
    const build = await readRecord(path.join(root, 'issues', issue, record), issue);
    const folder = build === undefined ? undefined : await keepPublicBuild(root, issue, build);
    const manifest = folder === undefined ? undefined : readManifest(folder);
    if (folder === undefined || manifest === undefined) continue;
    for (const output of webOutputs(manifest)) {
      const name = output.path.slice(WEB.length);
      const file = { path: path.join(folder, output.path), sha256: output.sha256, bytes: output.bytes };
      if (!files.has(name)) files.set(name, file);
    }
  }
  return files.size === 0 ? undefined : files;
}

async function readRecord(file: string, issue: string): Promise<string | undefined> {
  try {
    const record = recordSchema.safeParse(JSON.parse(await readFile(file, 'utf8'))).data;
    return record?.issue === issue ? record.buildHash : undefined;
  } catch {
    // No record, or none that can be read: then nothing of it is public.
    return undefined;
  }
}

function webOutputs(manifest: BuildManifest): BuildManifest['outputs'] {
  return manifest.outputs.filter((output) => output.path.startsWith(WEB));
}

/**
 * Keeps the web edition of a build while it still lies in `out/`.
 *
 * @param build SHA-256 of its message; a boundary inside the message hangs on every input, so it names the whole build.
 * @returns the folder in which it is kept, or `undefined` where it was made anew or changed before it could be kept.
 */
export async function keepPublicBuild(root: string, issue: string, build: string): Promise<string | undefined> {
  const kept = path.join(root, 'data', 'public', issue, build);
  if (await isThere(path.join(kept, MANIFEST_FILE))) return kept;
  const built = outFolder(root, issue);
  const manifest = readManifest(built);
  const message = manifest?.outputs.find((output) => output.path === MESSAGE);
  if (manifest?.issue !== issue || message?.sha256 !== build) return undefined;
  const temporary = `${kept}.${randomUUID()}.tmp`;
  try {
    for (const output of webOutputs(manifest)) {
      const bytes = await readFile(path.join(built, output.path));
      if (createHash('sha256').update(bytes).digest('hex') !== output.sha256) return undefined;
      const target = path.join(temporary, output.path);
      await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
      await writeFile(target, bytes);
    }
    await writeFile(path.join(temporary, MANIFEST_FILE), JSON.stringify(manifest));
    await rename(temporary, kept);
  } catch (error) {
    // Another process may have kept the same just now; or a file of the build is gone.
    if (await isThere(path.join(kept, MANIFEST_FILE))) return kept;
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
  return kept;
}

async function isThere(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
