import { randomBytes } from 'node:crypto';
import { countAudience, nextOfAudience } from '../../subscribers/audience-query.js';
import { NewsletterError } from '../../model/error.js';
import type { SendKind } from '../../model/send/delivery.js';
import type { MessageTemplate } from '../../model/issue/edition.js';
import type { NewsletterDatabase, Queries } from '../../store/database.js';
import { always, placeAfter, randomHex, randomMessageId } from '../../store/rows/delivery-rows.js';
import type { SendRow } from '../../store/tables.js';
import type { BuiltMessage } from '../message/built-message.js';
import { formatDate } from '../message/message-headers.js';
import { emptyAudienceError, chosenAudience } from '../empty-audience-error.js';
import { parseMessageTemplate } from '../message/message-template.js';

/** A send as it was frozen: nothing but this decides what is sent, and to whom. */
export interface FrozenSend {
  readonly id: number;
  readonly issue: string;
  readonly kind: SendKind;
  readonly buildHash: string;
  readonly template: MessageTemplate;
  /** The value of the Date field of every message. */
  readonly date: string;
  /** How many deliveries it has. */
  readonly audience: number;
  readonly createdAt: string;
  readonly completedAt: string | undefined;
  readonly cancelledAt: string | undefined;
}

export interface FreezeRequest {
  readonly issue: string;
  readonly kind: SendKind;
  readonly message: BuiltMessage;
  readonly at: Date;
}

const PAGE_SIZE = 500;
const FREEZE_PAGE = 5000;

/** In the order in which they are selected. */
const FROZEN_COLUMNS = [
  ...(['send_id', 'position', 'id', 'subscriber_id', 'address', 'name', 'language'] as const),
  ...(['message_id', 'state', 'updated_at'] as const),
];

/** The send that was begun, if it was. */
export async function findSend(query: Queries, issue: string, kind: SendKind): Promise<FrozenSend | undefined> {
  const row = await query
    .selectFrom('sends')
    .selectAll()
    .where('issue', '=', issue)
    .where('kind', '=', kind)
    .executeTakeFirst();
  return row === undefined ? undefined : toFrozenSend(row);
}

/**
 * Begins a send: stores the message and one delivery for each of the audience in one transaction.
 *
 * @throws NewsletterError `audience-empty`; then nothing is stored.
 */
export function freezeSend(database: NewsletterDatabase, request: FreezeRequest): Promise<FrozenSend> {
  return database.transaction(async (query) => {
    const { template } = request.message;
    const audience = await countAudience(query, chosenAudience(template));
    if (audience === 0) throw await emptyAudienceError(query, template);
    const row = await query
      .insertInto('sends')
      .values({
        issue: request.issue,
        kind: request.kind,
        build_hash: request.message.hash,
        message: request.message.json,
        date_header: formatDate(request.at),
        audience,
        created_at: request.at.toISOString(),
        completed_at: null,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    await freezeDeliveries(query, row.id, request);
    return toFrozenSend(row);
  });
}

/** Within the database, page by page: so a list of any length takes the same memory here. */
async function freezeDeliveries(query: Queries, sendId: number, request: FreezeRequest): Promise<void> {
  const { template } = request.message;
  let after = 0;
  for (let frozen = 0; ;) {
    const page = nextOfAudience(query, chosenAudience(template), after, FREEZE_PAGE)
      .select([always(sendId).as('send_id'), placeAfter(frozen).as('position'), randomHex(12).as('id')])
      .select(['subscribers.id as subscriber_id', 'subscribers.email', 'subscribers.name', 'subscribers.language'])
      .select([randomMessageId(template.messageIdDomain).as('message_id')])
      .select([always('pending').as('state'), always(request.at.toISOString()).as('updated_at')]);
    await query.insertInto('deliveries').columns(FROZEN_COLUMNS).expression(page).execute();
    const last = await query
      .selectFrom('deliveries')
      .select(['position', 'subscriber_id'])
      .where('send_id', '=', sendId)
      .orderBy('position', 'desc')
      .limit(1)
      .executeTakeFirst();
    if (last === undefined || last.position === frozen) return;
    frozen = last.position;
    after = last.subscriber_id;
  }
}

/** A Message-ID without angle brackets; its left side is random, and also fit to be a file's name. */
export function newMessageId(domain: string): string {
  return `${randomBytes(16).toString('hex')}@${domain}`;
}

/** The Message-IDs of a send, in pages. */
export async function* readMessageIds(query: Queries, send: FrozenSend): AsyncGenerator<readonly string[]> {
  let after = 0;
  for (;;) {
    const rows = await query
      .selectFrom('deliveries')
      .select(['position', 'message_id'])
      .where('send_id', '=', send.id)
      .where('position', '>', after)
      .orderBy('position')
      .limit(PAGE_SIZE)
      .execute();
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.map((row) => row.message_id);
    after = last.position;
  }
}

/** Removes a rehearsal with its ledger; a real send is never removed. */
export async function removeRehearsal(query: Queries, send: FrozenSend): Promise<void> {
  await query.deleteFrom('sends').where('id', '=', send.id).where('kind', '=', 'rehearsal').execute();
}

function toFrozenSend(row: SendRow): FrozenSend {
  const template = parseMessageTemplate(row.message);
  if (template === undefined) throw ledgerCorrupt(row.issue);
  return {
    id: row.id,
    issue: row.issue,
    kind: row.kind,
    buildHash: row.build_hash,
    template,
    date: row.date_header,
    audience: row.audience,
    createdAt: row.created_at,
    completedAt: row.completed_at ?? undefined,
    cancelledAt: row.cancelled_at ?? undefined,
  };
}

function ledgerCorrupt(issue: string): NewsletterError {
  return new NewsletterError('ledger-corrupt', {
    message: `The message that was stored when the send of ${issue} began cannot be read any more.`,
    expected: 'the database as this program, or an older version of it, wrote it',
    help: 'Restore data/newsletter.db from your last backup, and tell the people who maintain this program.',
  });
}
