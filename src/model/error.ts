/**
 * Every error that a person can meet, with the exit code of the command that meets it (2 usage or `newsletter.yaml`, 1
 * findings, 3 incomplete send, 4 refused by a safety rule, 70 unexpected).
 */
export const ERROR_EXIT_CODES = {
  usage: 2,
  'workspace-missing': 2,
  'workspace-exists': 2,
  'configuration-invalid': 2,
  'environment-invalid': 2,
  'issue-missing': 2,
  'file-unreadable': 2,
  'transport-unknown': 2,
  'database-unsupported': 2,
  'database-foreign': 2,
  'rule-missing': 2,
  'browser-missing': 2,
  'template-missing': 2,
  'template-exists': 2,
  'subscriber-missing': 2,
  'import-missing': 2,
  'job-missing': 2,
  'send-missing': 2,
  'address-invalid': 2,
  'csv-invalid': 1,
  findings: 1,
  'template-invalid': 1,
  'publish-failed': 1,
  'send-incomplete': 3,
  'send-stopped': 3,
  'build-missing': 4,
  'build-stale': 4,
  'audience-empty': 4,
  'confirmation-missing': 4,
  'issue-older': 4,
  'send-elsewhere': 4,
  'send-running': 4,
  'preflight-refused': 4,
  'subscriber-left': 4,
  'job-settled': 4,
  'suppression-stays': 4,
  'columns-unclear': 4,
  'out-not-ours': 4,
  'database-linked': 4,
  'key-unusable': 4,
  'dkim-key-unusable': 4,
  'transport-unusable': 4,
  'mailbox-unusable': 4,
  'database-unusable': 70,
  'disk-full': 70,
  'ledger-corrupt': 70,
  'browser-unusable': 70,
  unexpected: 70,
} as const;

export type ErrorCode = keyof typeof ERROR_EXIT_CODES;

/** What an error tells a person: what is wrong, what was expected, what to do. */
export interface ErrorText {
  readonly message: string;
  readonly expected: string;
  readonly help: string;
}

/** Returns the message of anything that was thrown. */
export function errorMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The one error class: a closed code for programs, three sentences for people. */
export class NewsletterError extends Error {
  readonly code: ErrorCode;
  readonly expected: string;
  readonly help: string;

  constructor(code: ErrorCode, text: ErrorText, cause?: unknown) {
    super(text.message, cause === undefined ? undefined : { cause });
    this.name = 'NewsletterError';
    this.code = code;
    this.expected = text.expected;
    this.help = text.help;
  }

  /** The exit code that `cli/` ends with. */
  get exitCode(): number {
    return ERROR_EXIT_CODES[this.code];
  }
}
