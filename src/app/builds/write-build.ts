import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { sha256Hex } from '../../files/sha256.js';
import { temporaryName } from '../../files/temporary-file.js';
import { removeIfPossible } from '../../files/write-atomically-sync.js';
import type { OutputFile } from '../../model/issue/edition.js';
import { NewsletterError, errorMessage } from '../../model/error.js';
import { itemsOf } from '../../model/issue/issue.js';
import type { BuiltIssue } from './build-issue.js';
import {
  createManifest,
  MANIFEST_FILE,
  readManifest,
  type BuildManifest,
  type ItemOutputs,
  type ManifestOutput,
} from './build-manifest.js';

/** A build on disk. */
export interface WrittenBuild {
  /** Absolute path. */
  readonly folder: string;
  readonly manifest: BuildManifest;
}

/** Returns where a build is written unless `--out` names another folder. */
export function outFolder(root: string, issue: string): string {
  return path.join(root, 'out', issue);
}

/** Returns the files of a build, without its manifest. */
function outputFiles(built: BuiltIssue): readonly OutputFile[] {
  const text = (file: string, content: string): OutputFile => ({
    path: file,
    content: { kind: 'text', text: content },
  });
  return [
    text('email.html', built.email.html),
    text('email.txt', built.email.text),
    text('message.json', `${JSON.stringify(built.email.message, undefined, 1)}\n`),
    ...built.files,
  ];
}

function describe(file: OutputFile): ManifestOutput {
  const { content } = file;
  if (content.kind === 'copy') return { path: file.path, sha256: content.sha256, bytes: content.bytes };
  const bytes = Buffer.from(content.text, 'utf8');
  return { path: file.path, sha256: sha256Hex(bytes), bytes: bytes.length };
}

/** Returns which files hold something of which item. */
function itemOutputs({ issue, files }: BuiltIssue): readonly ItemOutputs[] {
  const outputs = new Map<string, string[]>(itemsOf(issue).map(({ file }) => [file, []]));
  for (const { path: file, items = [] } of files) for (const item of items) outputs.get(item)?.push(file);
  return [...outputs].map(([file, own]) => ({ file, outputs: own }));
}

interface StagedFile {
  readonly temporary: string;
  readonly target: string;
}

/** Returns the name under which a file is first written beside its place; nobody takes it for the file itself. */
function stagedPath(folder: string, file: OutputFile): StagedFile {
  const target = path.join(folder, file.path);
  return { temporary: temporaryName(target), target };
}

function writeStaged({ temporary }: StagedFile, { content }: OutputFile): void {
  mkdirSync(path.dirname(temporary), { recursive: true });
  if (content.kind === 'text') writeFileSync(temporary, content.text);
  else copyFileSync(content.from, temporary);
}

function removeGoneFiles(folder: string, earlier: BuildManifest | undefined, manifest: BuildManifest): void {
  const kept = new Set(manifest.outputs.map((output) => output.path));
  for (const { path: gone } of earlier?.outputs ?? []) {
    if (kept.has(gone)) continue;
    rmSync(path.join(folder, gone), { force: true });
    removeFolderIfEmpty(path.dirname(path.join(folder, gone)));
  }
}

function removeFolderIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // It holds somebody else's files, so it stays.
  }
}

function unchanged(folder: string, earlier: BuildManifest | undefined, output: ManifestOutput): boolean {
  const known = earlier?.outputs.find(({ path: file }) => file === output.path);
  const target = path.join(folder, output.path);
  if (known?.sha256 !== output.sha256 || !existsSync(target)) return false;
  return statSync(target).size === output.bytes && sha256Hex(readFileSync(target)) === output.sha256;
}

/**
 * Writes a build: every file first beside its place, then all renamed into place, the manifest last. A failure before
 * the renames leaves the earlier build unchanged. Only files that the earlier or the new manifest names are touched.
 *
 * @throws NewsletterError `out-not-ours` when the folder cannot be written.
 */
export function writeBuild(built: BuiltIssue, folder: string): WrittenBuild {
  const files = outputFiles(built);
  const outputs = files.map(describe);
  const { inputsDigest, inputs, findings } = built;
  const items = itemOutputs(built);
  const manifest = createManifest({ issue: built.issue.id, inputsDigest, inputs, outputs, items, findings });
  const staged: StagedFile[] = [];
  try {
    mkdirSync(folder, { recursive: true });
    const earlier = readManifest(folder);
    const changed = files.filter((_, index) => {
      const output = outputs[index];
      return output === undefined || !unchanged(folder, earlier, output);
    });
    const text = `${JSON.stringify(manifest, undefined, 2)}\n`;
    for (const file of [...changed, { path: MANIFEST_FILE, content: { kind: 'text', text } } satisfies OutputFile]) {
      const place = stagedPath(folder, file);
      // Noted before it is written, because a full disk leaves half a file to remove.
      staged.push(place);
      writeStaged(place, file);
    }
    for (const { temporary, target } of staged) renameSync(temporary, target);
    removeGoneFiles(folder, earlier, manifest);
    return { folder, manifest };
  } catch (error) {
    for (const { temporary } of staged) removeIfPossible(temporary);
    throw new NewsletterError(
      'out-not-ours',
      {
        message: `The build cannot be written to ${folder}: ${errorMessage(error)}`,
        expected: 'a folder that you may write to, on a disk with room',
        help: 'Correct that, or name another folder with --out.',
      },
      error,
    );
  }
}
