import type { Configuration } from '../model/configuration.js';
import type { SendReport } from '../model/delivery.js';
import { findSend } from '../send/freeze.js';
import { readReport } from '../send/ledger.js';
import { openExistingDatabase } from '../store/database.js';
import type { Queries } from '../store/database.js';

export interface ReportSendRequest {
  readonly configuration: Configuration;
  /** Absent: the newest issue with a send. */
  readonly issue: string | undefined;
  readonly now: () => Date;
}

/** Where the send of an issue stands: the real one, or else its rehearsal; `undefined` where there is neither. */
export async function reportSend(request: ReportSendRequest): Promise<SendReport | undefined> {
  const database = await openExistingDatabase(request.configuration.databasePath);
  if (database === undefined) return undefined;
  try {
    const issue = request.issue ?? (await newestIssueWithSend(database.query));
    if (issue === undefined) return undefined;
    const found =
      (await findSend(database.query, issue, 'real')) ?? (await findSend(database.query, issue, 'rehearsal'));
    return found === undefined ? undefined : await readReport(database.query, found, request.now());
  } finally {
    await database.close();
  }
}

async function newestIssueWithSend(query: Queries): Promise<string | undefined> {
  const row = await query.selectFrom('sends').select('issue').orderBy('issue', 'desc').limit(1).executeTakeFirst();
  return row?.issue;
}
