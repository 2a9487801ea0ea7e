import * as z from 'zod';
import { wholeNumber, yesOrNo } from '../text/written-values.js';
import { SENDING_PRESETS, type SendingLimit } from './sending-presets.js';

/** The effective limits of everything that is sent from one workspace. */
export interface SendingLimits {
  readonly overall: SendingLimit;
  /** By the recipients' domain, lower case, A-labels. */
  readonly perDomain: Readonly<Record<string, SendingLimit>>;
  /** Whether a domain of `perDomain` stands for every domain whose mail its servers take (MX). */
  readonly byMailServer: boolean;
}

const MAX_MESSAGES = 10_000_000;

const limitKeys = {
  perMinute: wholeNumber(1, MAX_MESSAGES).optional(),
  perHour: wholeNumber(1, MAX_MESSAGES).optional(),
  perDay: wholeNumber(1, MAX_MESSAGES).optional(),
};

/** `limits:` in `newsletter.yaml`. */
export const sendingLimitsSchema = z.strictObject({
  /** The limits of a provider; what is written beside it wins. */
  preset: z.enum(Object.keys(SENDING_PRESETS)).optional(),
  ...limitKeys,
  perDomain: z
    .record(
      z
        .string()
        .trim()
        .toLowerCase()
        .regex(/^[^\s@]+\.[^\s@.]+$/, 'a domain, such as gmail.com'),
      z.strictObject(limitKeys),
    )
    .optional(),
  byMailServer: yesOrNo.optional(),
});

/** No limit at all. */
export const NO_LIMITS: SendingLimits = { overall: {}, perDomain: {}, byMailServer: false };

/** Fills in what `limits:` leaves out. */
export function effectiveLimits(written: z.infer<typeof sendingLimitsSchema> | undefined): SendingLimits {
  if (written === undefined) return NO_LIMITS;
  const { preset, perDomain = {}, byMailServer = false, ...own } = written;
  return {
    overall: { ...(preset === undefined ? {} : SENDING_PRESETS[preset]?.limit), ...own },
    perDomain,
    byMailServer,
  };
}
