/** How many messages may leave, in any window of that length; what is absent has no limit. */
export interface SendingLimit {
  readonly perMinute?: number | undefined;
  readonly perHour?: number | undefined;
  readonly perDay?: number | undefined;
}

/** What a provider lets one mailbox send. */
interface SendingPreset {
  /** For people. */
  readonly provider: string;
  readonly limit: SendingLimit;
}

/**
 * The limits that providers publish for one mailbox, counted in recipients; each message of ours has one. They change:
 * what the provider says today wins, so every number can be overruled in `newsletter.yaml`.
 */
export const SENDING_PRESETS: Readonly<Record<string, SendingPreset>> = {
  'microsoft-365': { provider: 'Microsoft 365', limit: { perMinute: 30, perDay: 10_000 } },
  'google-workspace': { provider: 'Google Workspace', limit: { perDay: 2_000 } },
  gmail: { provider: 'a Gmail account', limit: { perDay: 500 } },
  'outlook.com': { provider: 'an Outlook.com account', limit: { perDay: 300 } },
};
