import { CONSENT, OTHER, REFUSAL, STATE, wordsOf, type NameMeaning } from './import-words.js';

/** Where one program uses a word in another sense than the others; the columns that only it has identify it. */
interface Dialect {
  /** Columns that must all be present; of an inner list, one is enough. Written without capitals, spaces and signs. */
  readonly beside: readonly (string | readonly string[])[];
  readonly columns: Readonly<Record<string, NameMeaning>>;
  /** The meaning of columns that hold yes or no and are not listed here. */
  readonly answers?: NameMeaning;
}

/** This is about money: these people are still subscribed. */
const BUTTONDOWN_TYPES: NameMeaning = {
  ...STATE,
  words: { paused: 'active', unpaid: 'active', churning: 'active', churned: 'active', pastdue: 'active' },
};
/** An inactive subscriber has not opened anything for a while. */
const MAILPOET_STATUS: NameMeaning = { ...STATE, words: { inactive: 'active' } };
/** Not confirmed yet; a person who unsubscribed has a date beside it. */
const CLEVERREACH_ACTIVE: NameMeaning = { ...CONSENT, no: 'pending' };
const CLEVERREACH_ACTIVATED: NameMeaning = { ...CONSENT, no: 'pending', empty: 'pending' };

const DIALECTS: readonly Dialect[] = [
  // CiviCRM, NationBuilder and Dynamics: "mail" means letters.
  { beside: [['donotemail', 'emailoptin']], columns: { donotmail: OTHER } },
  { beside: ['donotallowemails'], columns: { donotallowmails: OTHER } },
  // phpList: whether somebody confirmed by hand, or an administrator added them.
  { beside: [['bouncecount', 'htmlemail']], columns: { optedin: OTHER } },
  // Buttondown
  {
    beside: [['unsubscriptiondate', 'undeliverabilitydate']],
    columns: { type: BUTTONDOWN_TYPES, subscribertype: BUTTONDOWN_TYPES },
  },
  // Kit: "inactive" people have not confirmed.
  {
    beside: ['firstname', 'emailaddress', 'state', 'createdat'],
    columns: { state: { ...STATE, words: { inactive: 'pending' } } },
  },
  // MailPoet
  {
    beside: ['liststatus', 'globalstatus'],
    columns: { liststatus: MAILPOET_STATUS, globalstatus: MAILPOET_STATUS },
  },
  // CleverReach
  {
    beside: [
      ['aktiviert', 'activated'],
      ['deaktiviert', 'deactivated'],
    ],
    columns: {
      aktiv: CLEVERREACH_ACTIVE,
      active: CLEVERREACH_ACTIVE,
      aktiviert: CLEVERREACH_ACTIVATED,
      activated: CLEVERREACH_ACTIVATED,
    },
  },
  // HubSpot's list of people who unsubscribed or bounced: each kind of mail is a column, in which a yes means no.
  { beside: ['portalunsubscribe', 'portalbounce'], columns: {}, answers: REFUSAL },
];

/** Returns what a column means beside the other columns of its file; `undefined` when its name is enough. */
export function meaningAmong(title: string, titles: readonly string[], holdsAnswers: boolean): NameMeaning | undefined {
  const names = new Set(titles.map(nameOf));
  const spoken = DIALECTS.find(({ beside, columns, answers }) => {
    const meant = nameOf(title) in columns || (answers !== undefined && holdsAnswers);
    return meant && beside.every((wanted) => [wanted].flat().some((name) => names.has(name)));
  });
  return spoken === undefined ? undefined : (spoken.columns[nameOf(title)] ?? spoken.answers);
}

function nameOf(title: string): string {
  return wordsOf(title).join('');
}
