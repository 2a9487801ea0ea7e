import path from 'node:path';
import * as z from 'zod';
import { relativeToWorkspace } from './locate.js';
import type { IssueFolder } from './locate-issue.js';
import { readWorkspaceFile } from './read-file.js';

/** A record of a send or a publication that came with the folder of another issue when that was copied. */
export interface CopiedRecord {
  /** Relative to the workspace. */
  readonly file: string;
  /** The issue that it is of. */
  readonly issue: string;
}

const RECORD_FILES = ['sent.json', 'published.json'] as const;
const recordSchema = z.looseObject({ issue: z.string() });

/** The issue that a record names; `undefined` where it cannot be read. */
export function issueOfRecord(text: string): string | undefined {
  try {
    return recordSchema.safeParse(JSON.parse(text)).data?.issue;
  } catch {
    return undefined;
  }
}

/** Records beside an issue that are those of another one. */
export function findCopiedRecords(root: string, folder: IssueFolder): readonly CopiedRecord[] {
  return RECORD_FILES.flatMap((name) => {
    const file = path.join(folder.path, name);
    const issue = issueOfRecord(readWorkspaceFile(file)?.toString('utf8') ?? '');
    return issue === undefined || issue === folder.id ? [] : [{ file: relativeToWorkspace(root, file), issue }];
  });
}
