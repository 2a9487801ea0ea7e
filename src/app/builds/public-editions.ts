import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import type { ManifestOutput } from './build-manifest.js';
import { findKeptBuild, listKeptBuilds, webName, webOutputs, type KeptBuild } from './kept-builds.js';
import { isTakenDown, takeDown } from './take-down.js';

/**
 * The web editions that the public may read: those of builds that were sent or published, as a record beside the issue
 * says, and nothing of any other build.
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

/** `sent.json` of a real send, or `published.json`: each names the build by the hash of its message, and says when. */
const recordSchema = z.object({
  issue: z.string(),
  buildHash: z.string().regex(/^[0-9a-f]{64}$/),
  publishedAt: z.iso.datetime().optional(),
  begunAt: z.iso.datetime().optional(),
});
/** Where no time says which is the newer, the first one counts. */
const RECORDS = ['published.json', 'sent.json'] as const;

const ISSUE = /^\d{4}-(0[1-9]|1[0-2])$/;
/** How long what was found is believed: a page with thirty pictures asks thirty-one times. */
const FRESH_MS = 2000;

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
    else this.#found.set(issue, { edition, until: performance.now() + FRESH_MS });
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

/**
 * What the public may read of an issue; `undefined` where that is nothing. All of what came out last, and of an earlier
 * build only what it has besides and is not off: its pictures, which mails show.
 */
async function findPublicEdition(root: string, issue: string): Promise<PublicEdition | undefined> {
  if (!ISSUE.test(issue)) return undefined;
  const [newest, ...earlier] = await findPublicBuilds(root, issue);
  if (newest === undefined) return undefined;
  const files = new Map(webOutputs(newest.manifest).map((output) => [webName(output), publicFile(newest, output)]));
  for (const build of earlier) {
    for (const output of webOutputs(build.manifest)) {
      const name = webName(output);
      if (!files.has(name) && !isTakenDown(output, build.manifest, newest.manifest))
        files.set(name, publicFile(build, output));
    }
  }
  return files.size === 0 ? undefined : files;
}

function publicFile({ folder }: KeptBuild, { path: file, sha256, bytes }: ManifestOutput): PublicFile {
  return { path: path.join(folder, file), sha256, bytes };
}

/**
 * The builds that records name, what came out last first. Where that one is not on this machine, there is none: nobody
 * could tell what of the others was taken down since.
 */
async function findPublicBuilds(root: string, issue: string): Promise<readonly KeptBuild[]> {
  const [newest, ...earlier] = await readRecords(root, issue);
  const current = newest === undefined ? undefined : await findKeptBuild(root, issue, newest.hash);
  if (current === undefined) return [];
  const others = await Promise.all(
    earlier.filter(({ hash }) => hash !== current.hash).map(({ hash }) => findKeptBuild(root, issue, hash)),
  );
  return [current, ...others.filter((build) => build !== undefined)];
}

/**
 * Removes from the disk what is off since the issue came out last, after a send.
 *
 * @throws what the file system throws.
 */
export async function takeDownSuperseded(root: string, issue: string): Promise<void> {
  const [newest] = await findPublicBuilds(root, issue);
  if (newest === undefined) return;
  const kept = await listKeptBuilds(root, issue);
  await takeDown(
    kept.filter(({ hash }) => hash !== newest.hash),
    newest.manifest,
  );
}

/** That a build came out. */
interface PublicRecord {
  readonly hash: string;
  /** In milliseconds; records of earlier versions may have no time. */
  readonly at: number | undefined;
}

/** The newest first. */
async function readRecords(root: string, issue: string): Promise<readonly PublicRecord[]> {
  const read = await Promise.all(RECORDS.map((name) => readRecord(path.join(root, 'issues', issue, name), issue)));
  return read
    .filter((record) => record !== undefined)
    .sort((left, right) => (left.at === undefined || right.at === undefined ? 0 : right.at - left.at));
}

async function readRecord(file: string, issue: string): Promise<PublicRecord | undefined> {
  try {
    const record = recordSchema.safeParse(JSON.parse(await readFile(file, 'utf8'))).data;
    if (record?.issue !== issue) return undefined;
    const time = record.publishedAt ?? record.begunAt;
    return { hash: record.buildHash, at: time === undefined ? undefined : Date.parse(time) };
  } catch {
    // No record, or none that can be read: then nothing of it is public.
    return undefined;
  }
}
