/** The places in the e-mail edition that differ per recipient. */
export const SLOT_NAMES = ['greeting', 'unsubscribeUrl', 'preferencesUrl'] as const;
export type SlotName = (typeof SLOT_NAMES)[number];

/** Where a slot stands, which decides how its value is escaped. */
export type SlotContext = 'html-text' | 'html-attribute' | 'plain-text';

/** A slot, as it stands between the encoded segments of a message. */
export interface Slot {
  readonly slot: SlotName;
  readonly context: SlotContext;
}

/** A run of encoded bytes (ASCII, CRLF), or a slot. */
export type Segment = string | Slot;

/** The values of the slots for one recipient: plain text, not yet escaped or encoded. */
export type SlotValues = Readonly<Record<SlotName, string>>;

/**
 * `message.json`: what `send` reads. Headers that are the same for everybody, and the MIME body encoded once
 * as quoted-printable, cut at the slots; each slot stands between soft line breaks, so that a value of any
 * length keeps every line within RFC 2045's 76 characters.
 */
export interface MessageTemplate {
  readonly format: 1;
  readonly issue: string;
  /** BCP 47 tag of the issue. */
  readonly language: string;
  /** Whole header fields without line end, encoded and folded: From, Subject, List-Id, MIME fields … */
  readonly headers: readonly string[];
  /** The address of the From field. */
  readonly senderAddress: string;
  /** The domain on which Message-IDs are made. */
  readonly messageIdDomain: string;
  readonly body: readonly Segment[];
  /** What a reader without a name is greeted with, and the pattern for one with (`{name}`). */
  readonly greeting: { readonly withName: string; readonly withoutName: string };
  readonly unsubscribe: {
    /** The mailbox for unsubscribing by mail. */
    readonly address: string;
    /** Base of the one-click URL; absent without a public URL. */
    readonly url: string | undefined;
  };
  /** Where a reader changes language and address, by a token of their own; absent without a public URL. */
  readonly preferences?: { readonly url: string } | undefined;
  /** Whom the issue is for; absent: everybody. Decided by the build, so that a send and its dry run mean the same. */
  readonly audience?: { readonly tags: readonly string[] } | undefined;
}

/** The e-mail edition: as files for the eye (sample values in the slots) and as the template of every message. */
export interface EmailEdition {
  readonly html: string;
  readonly text: string;
  readonly message: MessageTemplate;
}

/** A file of an edition, to be written below `out/<issue>/`. */
export interface OutputFile {
  /** Relative to `out/<issue>/`, with `/`. */
  readonly path: string;
  /** The files of the items whose content it holds; absent where it belongs to the issue as a whole. */
  readonly items?: readonly string[];
  readonly content:
    | { readonly kind: 'text'; readonly text: string }
    | { readonly kind: 'copy'; readonly from: string; readonly sha256: string; readonly bytes: number };
}
