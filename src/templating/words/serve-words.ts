import * as z from 'zod';

const text = z.string();

/** A page with one statement. */
const notice = z.strictObject({ title: text, text });
/** A page that asks before something happens. */
const question = z.strictObject({ title: text, text, button: text });

/** The words of the public pages (`templates/serve`). */
export const serveWordsSchema = z.strictObject({
  /** The whole answer to a mail program's one-click request, which no person sees. */
  oneClick: text,
  home: z.strictObject({ title: text, empty: text, subscribe: text }),
  leave: z.strictObject({ ...question.shape, forwarded: text }),
  left: z.strictObject({ ...question.shape, undo: text }),
  undo: question,
  stayed: notice,
  undoOver: notice,
  subscribe: z.strictObject({
    ...question.shape,
    address: text,
    name: text,
    nameHint: text,
    language: text,
    /** The label of the field that only programs fill in. */
    empty: text,
    privacy: text,
    addressWrong: text,
  }),
  asked: z.strictObject({ ...notice.shape, nothing: text }),
  confirm: question,
  confirmed: z.strictObject({ ...notice.shape, preferences: text }),
  preferences: z.strictObject({
    title: text,
    language: text,
    languageText: text,
    languageButton: text,
    address: text,
    addressText: text,
    addressLabel: text,
    addressButton: text,
    leave: text,
    leaveText: text,
    leaveButton: text,
    export: text,
    exportText: text,
    exportButton: text,
    erase: text,
    eraseText: text,
    eraseButton: text,
  }),
  languageSaved: text,
  addressAsked: text,
  exportAsked: text,
  erase: z.strictObject({ ...question.shape, back: text }),
  erased: notice,
  address: question,
  addressChanged: notice,
  addressTaken: notice,
  /** The page behind the links of a test copy, which do nothing. */
  testCopy: notice,
  tokenWrong: z.strictObject({ ...notice.shape, leave: text }),
  tokenOver: notice,
  notFound: notice,
  tooMany: notice,
  refused: notice,
  failed: notice,
  toSubscribe: text,
  toHome: text,
});

const mail = z.strictObject({ subject: text, title: text, text, button: text });

/** The words of service mails. */
export const serviceMailWordsSchema = z.strictObject({
  why: text,
  link: text,
  mailLink: text,
  optIn: mail,
  known: mail,
  addressChange: mail,
  export: z.strictObject({ ...mail.shape, why: text }),
  left: z.strictObject({ ...mail.shape, why: text }),
  askToLeave: z.strictObject({ ...mail.shape, why: text }),
});
