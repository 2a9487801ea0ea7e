/** The places in the e-mail edition that differ per recipient. */
export const SLOT_NAMES = ['greeting', 'unsubscribeUrl', 'preferencesUrl'] as const;
export type SlotName = (typeof SLOT_NAMES)[number];

/** Where a slot is, which decides how its value is escaped. */
export type SlotContext = 'html-text' | 'html-attribute' | 'plain-text';

/** A slot between the encoded segments of a message. */
export interface Slot {
  readonly slot: SlotName;
  readonly context: SlotContext;
}

/** A run of encoded bytes (ASCII, CRLF), or a slot. */
export type Segment = string | Slot;

/** The values of the slots for one recipient: plain text, not yet escaped or encoded. */
export type SlotValues = Readonly<Record<SlotName, string>>;

/**
 * `message.json`, which `send` reads. It holds the headers that are the same for everybody, and the MIME body encoded
 * once as quoted-printable and cut at the slots. Each slot stands between soft line breaks, so that a value of any
 * length keeps every line within RFC 2045's 76 characters.
 */
export interface MessageTemplate {
  readonly format: 1;
  readonly issue: string;
  /** BCP 47 tag of the issue. */
  readonly language: string;
  /** Whole header fields without line ends, encoded and folded: From, Subject, List-Id, MIME fields … */
  readonly headers: readonly string[];
  /** The address of the From field. */
  readonly senderAddress: string;
  /** The domain in which Message-IDs are made. */
  readonly messageIdDomain: string;
  readonly body: readonly Segment[];
  /** The greeting for a reader without a name, and the pattern for one with a name (`{name}`). */
  readonly greeting: { readonly withName: string; readonly withoutName: string };
  readonly unsubscribe: {
    /** The mailbox for unsubscribing by mail. */
    readonly address: string;
    /** Base of the one-click URL; `undefined` without a public URL. */
    readonly url: string | undefined;
  };
  /** Where a reader changes language and address, with a token of its own; `undefined` without a public URL. */
  readonly preferences?: { readonly url: string } | undefined;
  /**
   * Whom the issue is sent to; `undefined` for everybody. The build decides it, so that a send and its dry run mean the
   * same.
   */
  readonly audience?: { readonly tags: readonly string[] } | undefined;
}

/** The e-mail edition: as files to look at (with sample values in the slots), and as the template of every message. */
export interface EmailEdition {
  readonly html: string;
  readonly text: string;
  readonly message: MessageTemplate;
}

/** A file of an edition, to write below `out/<issue>/`. */
export interface OutputFile {
  /** Relative to `out/<issue>/`, with `/`. */
  readonly path: string;
  /** The files of the items whose content it holds; `undefined` when it belongs to the issue as a whole. */
  readonly items?: readonly string[];
  readonly content:
    | { readonly kind: 'text'; readonly text: string }
    | { readonly kind: 'copy'; readonly from: string; readonly sha256: string; readonly bytes: number };
}
