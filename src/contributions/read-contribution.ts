import path from 'node:path';
import { sha256Hex } from '../files/sha256.js';
import type { Contribution, ReadContribution } from '../model/issue/contribution.js';
import type { Finding } from '../model/finding.js';
import type { Contributor } from '../model/issue/member.js';
import type { EventLocation } from '../model/text/dates/written-time-zones.js';
import type { Memory } from '../model/memory.js';
import { MAX_FILE_BYTES } from '../model/issue/pictures/file-sizes.js';
import { limitWords, sizeWords } from '../model/text/amounts/size-words.js';
import { beyondBounds, outOfBounds } from './folder/bounds.js';
import { decodeText } from './folder/decode-text.js';
import { linkedFile, unreadableFile, type DroppedPath } from './folder/drop-folder.js';
import { readDroppedAttachment } from './folder/dropped-attachment.js';
import { readDroppedPictures, readNamedPicture, type PictureName } from './folder/dropped-pictures.js';
import { fileFinding } from './file-findings.js';
import { readFrontMatter } from './front-matter/front-matter.js';
import { filesInText } from './folder/files-in-text.js';
import { mentionedFiles } from './folder/mentioned-files.js';
import { parseMarkdown } from './markdown/markdown.js';
import { markdownFindings } from './markdown/markdown-findings.js';
import { readSafely, type Refusal } from './folder/safe-file.js';
import { splitContribution } from './front-matter/split-contribution.js';

/** What is known about a contribution before it is opened. */
interface Dropped {
  readonly dropped: DroppedPath;
  readonly folder: string;
  readonly contributor: Contributor | undefined;
  /** All files in the same member's folder, by name. */
  readonly neighbours: ReadonlyMap<string, DroppedPath>;
  readonly realRoot: string;
}

const REFUSAL_WORDS: Record<Refusal, { readonly message: string; readonly expected: string; readonly help: string }> = {
  missing: {
    message: 'The file was gone when it was to be read.',
    expected: 'a file',
    help: 'Wait until the folder has finished syncing, and run the command again.',
  },
  outside: {
    message: "The file lies outside the contributions' folder.",
    expected: "a file in the member's folder",
    help: 'Save a copy of the file here.',
  },
  link: {
    message: 'This is a link to another place, and links are never followed.',
    expected: 'the file itself',
    help: 'Take the link out, and save a copy of the file here.',
  },
  'hard-link': {
    message: 'This file also has a name in another place, so it was not read.',
    expected: 'a file of its own',
    help: 'Take the file out, and save a copy of it here.',
  },
  'not-a-file': {
    message: 'This is not a file that can be read.',
    expected: 'a text file',
    help: 'Take it out of the folder.',
  },
  'too-large': {
    message: 'The file is too large for a contribution, so it was not read.',
    expected: `at most ${limitWords(MAX_FILE_BYTES.contribution)}`,
    help: 'Shorten the text; put pictures into files of their own.',
  },
  unreadable: {
    message: 'The file may not be read.',
    expected: 'a file that everybody in the group may read',
    help: 'Ask the person who looks after the folder to correct the permissions of the file.',
  },
};

function refusalFinding(file: string, refusal: Refusal, size: number | undefined): Finding {
  const rule =
    refusal === 'too-large'
      ? beyondBounds
      : refusal === 'hard-link' || refusal === 'link'
        ? linkedFile
        : unreadableFile;
  return fileFinding(file, rule, {
    ...REFUSAL_WORDS[refusal],
    actual: size === undefined ? 'something else' : sizeWords(size),
  });
}

/**
 * A text that was read, or why it could not be. It depends only on its bytes, its file name and where its contributor
 * is.
 */
export type ParsedText =
  | { readonly kind: 'unread'; readonly findings: readonly Finding[] }
  | ({ readonly kind: 'parsed' } & Pick<
      ReadContribution,
      'frontMatter' | 'places' | 'body' | 'lettersAreSure' | 'meantDate' | 'refusedLines' | 'findings'
    > & {
        readonly namedPictures: readonly (PictureName & { readonly underOtherKey: boolean })[];
      });

function parseText(file: string, bytes: Buffer, whereabouts: EventLocation): ParsedText {
  const decoded = decodeText(file, bytes);
  if (decoded.kind === 'unread') return { kind: 'unread', findings: [decoded.finding] };
  const beyond = outOfBounds(file, decoded.text);
  if (beyond !== undefined) return { kind: 'unread', findings: [beyond] };
  const split = splitContribution(file, decoded.text);
  if (split.kind === 'unread') return { kind: 'unread', findings: [split.finding] };
  const { yaml, firstLine } = split;
  const front = readFrontMatter(file, yaml, firstLine, whereabouts);
  const { salvaged, places, findings, namedPictures, meantDate, refusedLines } = front;
  const parsed = parseMarkdown(split.body);
  return {
    kind: 'parsed',
    frontMatter: salvaged,
    places,
    body: parsed.tree,
    lettersAreSure: decoded.kind === 'text' || decoded.lettersAreSure,
    namedPictures,
    meantDate,
    refusedLines,
    findings: [
      ...(decoded.kind === 'guess' ? [decoded.finding] : []),
      ...split.findings,
      ...findings,
      ...markdownFindings(file, parsed),
    ],
  };
}

function recallOrParse(
  file: string,
  bytes: Buffer,
  sha256: string,
  whereabouts: EventLocation,
  memory: Memory<ParsedText> | undefined,
): ParsedText {
  const key = JSON.stringify([file, sha256, whereabouts]);
  const known = memory?.recall(key);
  if (known !== undefined) return known;
  const parsed = parseText(file, bytes, whereabouts);
  memory?.remember(key, parsed);
  return parsed;
}

function whereaboutsOf(contributor: Contributor | undefined): EventLocation {
  if (contributor?.kind !== 'member') return {};
  const { country, city } = contributor.member;
  return { country, city };
}

/** Reads one Markdown file of a member: bytes, bounds, front matter, Markdown, in this order. */
export function readContribution(found: Dropped, memory: Memory<ParsedText> | undefined): Contribution {
  const { dropped, folder, contributor, neighbours, realRoot } = found;
  const { file } = dropped;
  const identity = { file, key: `${folder}/${dropped.name}`, folder, contributor };
  const read = readSafely(realRoot, dropped.absolutePath, MAX_FILE_BYTES.contribution);
  if (read.kind === 'refused') {
    const finding = refusalFinding(file, read.refusal, read.size);
    return { ...identity, kind: 'unread', sha256: '', mentionedFiles: [], findings: [finding] };
  }
  const sha256 = sha256Hex(read.bytes);
  const parsed = recallOrParse(file, read.bytes, sha256, whereaboutsOf(contributor), memory);
  const named = namesFrom(dropped, neighbours);
  // Bytes that are not UTF-8 still hold the names that are plain letters.
  const mentioned = mentionedFiles(read.bytes.toString('utf8'), named);
  if (parsed.kind === 'unread') return { ...identity, sha256, mentionedFiles: mentioned, ...parsed };
  const inText = filesInText(parsed.body, named);
  return {
    ...identity,
    sha256,
    mentionedFiles: [...mentioned, ...[...inText.values()].flatMap((name) => named.get(name)?.file ?? [])],
    ...parsed,
    kind: 'read',
    filesInText: inText,
    pictures: readDroppedPictures(parsed.frontMatter, named, realRoot),
    namedPictures: parsed.namedPictures.map((picture) => ({
      ...readNamedPicture(picture, named, realRoot),
      underOtherKey: picture.underOtherKey,
    })),
    attachment: readDroppedAttachment(parsed.frontMatter, named, realRoot),
  };
}

/** Returns the files of the folder by their names relative to the contribution. */
function namesFrom(
  { name: contribution }: DroppedPath,
  files: ReadonlyMap<string, DroppedPath>,
): ReadonlyMap<string, DroppedPath> {
  const base = path.posix.dirname(contribution);
  if (base === '.') return files;
  return new Map([...files].map(([name, dropped]) => [path.posix.relative(base, name), dropped]));
}
