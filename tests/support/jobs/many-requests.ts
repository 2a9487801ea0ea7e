import { JOB_KINDS } from '../../../src/app/service-mail/service-mail-jobs.js';
import { openWorkspace } from '../../../src/app/workspace/open-workspace.js';
import type { JobCounts } from '../../../src/jobs/jobs.js';
import { createSqliteJobs } from '../../../src/jobs/sqlite/sqlite-jobs.js';
import { openDatabase } from '../../../src/store/database.js';
import { withDatabase } from '../../../src/store/with-database.js';
import { storeFormRequest } from '../../../src/subscribers/consent/form-requests.js';
import { openKeys } from '../../../src/subscribers/tokens/keys.js';

/** Requests that share a commit, as at a busy door. */
const GROUP = 50;

function configurationOf(root: string) {
  return openWorkspace({ workspace: root, from: root, environment: {}, onNotice: () => undefined }).configuration;
}

/** Enqueues this number of opt-in requests, each of another reader, past the limits of the form. */
export async function enqueueMany(root: string, requests: number): Promise<void> {
  const configuration = configurationOf(root);
  await withDatabase(openDatabase(configuration.databasePath), async (database) => {
    const keys = await openKeys(configuration, database.query);
    const jobs = createSqliteJobs(database);
    for (let first = 0; first < requests; first += GROUP) {
      const at = new Date();
      await database.transaction(async (query) => {
        for (let reader = first; reader < Math.min(first + GROUP, requests); reader += 1) {
          const details = { name: null, language: 'en', wording: 'en:bench', requestedAt: at };
          const email = `reader${String(reader)}@example.org`;
          const request = await storeFormRequest(query, keys, { subscriberId: undefined, email, ...details });
          await jobs.enqueue(query, { kind: JOB_KINDS.optInRequest, ids: { request } }, at);
        }
      });
    }
  });
}

export function countJobs(root: string): Promise<JobCounts> {
  const { databasePath } = configurationOf(root);
  return withDatabase(openDatabase(databasePath), (database) => createSqliteJobs(database).counts());
}
