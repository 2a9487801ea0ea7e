import path from 'node:path';
import * as z from 'zod';
import { relativeToWorkspace } from '../locate.js';
import type { IssueFolder } from './locate-issue.js';
import { readWorkspaceFile } from '../read-file.js';

/** A record of a send or a publication that was copied with the folder of another issue. */
export interface CopiedRecord {
  /** Relative to the workspace. */
  readonly file: string;
  /** The issue that the record is about. */
  readonly issue: string;
}

const RECORD_FILES = ['sent.json', 'published.json'] as const;
const recordSchema = z.looseObject({ issue: z.string() });

/** Returns the issue that a record names; `undefined` when it cannot be read. */
export function issueOfRecord(text: string): string | undefined {
  try {
    return recordSchema.safeParse(JSON.parse(text)).data?.issue;
  } catch {
    return undefined;
  }
}

/** Finds records beside an issue that belong to another one. */
export function findCopiedRecords(root: string, folder: IssueFolder): readonly CopiedRecord[] {
  return RECORD_FILES.flatMap((name) => {
    const file = path.join(folder.path, name);
    const issue = issueOfRecord(readWorkspaceFile(file)?.toString('utf8') ?? '');
    return issue === undefined || issue === folder.id ? [] : [{ file: relativeToWorkspace(root, file), issue }];
  });
}
