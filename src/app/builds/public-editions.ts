import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import type { ManifestOutput } from './build-manifest.js';
import { findKeptBuild, listKeptBuilds, webName, webOutputs, type KeptBuild } from './kept-builds.js';
import { isTakenDown, takeDown } from './take-down.js';

/**
 * The web editions that the public may read: only those of builds that were sent or published, as a record beside the
 * issue says.
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
/** If no time says which is newer, the first one counts. */
const RECORDS = ['published.json', 'sent.json'] as const;

const ISSUE = /^\d{4}-(0[1-9]|1[0-2])$/;
/** How long a result is reused: a page with thirty pictures causes thirty-one requests. */
const FRESH_MS = 2000;

/** Looks up public editions for a server, and remembers each for a moment. */
export class PublicEditions {
  readonly #root: string;
  /** Only existing issues, so that invented names take no memory. */
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

  /** Lists the issues that the public may read, newest first. */
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
 * Finds what the public may read of an issue; `undefined` when that is nothing. It is everything of the build that came
 * out last, and from earlier builds only additional files that are not off: pictures that mails show.
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
 * Finds the builds that records name, newest first. If the newest is not on this machine, there is none, because nobody
 * could tell what has been taken down since from the others.
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
 * Removes from the disk what is off since the issue last came out, after a send.
 *
 * @throws Error of the file system.
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

/** The record that a build came out. */
interface PublicRecord {
  readonly hash: string;
  /** In milliseconds; records of earlier versions may have no time. */
  readonly at: number | undefined;
}

/** Reads the records, the newest first. */
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
    // Without a readable record, nothing of it is public.
    return undefined;
  }
}
