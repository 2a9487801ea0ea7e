import * as z from 'zod';

/** Longer than tokens of either provider; a log-in has no room for more (RFC 4954 §4: 12288 octets in base64). */
const MAX_TOKEN_CHARACTERS = 8192;
/** Used when the server gives no lifetime. */
const DEFAULT_LIFETIME_SECONDS = 5 * 60;
const MAX_LIFETIME_SECONDS = 24 * 3600;

/** In a log-in a token stands between control characters, so it may hold none (RFC 6749 §A.12). */
const tokenText = z.string().regex(/^[\x21-\x7e]+$/);

/** Microsoft's older servers write numbers as text. */
const seconds = z.union([z.number(), z.string().regex(/^\d+$/).transform(Number)]).pipe(z.number().positive());

/** RFC 6749 §5.1. */
export const grantedSchema = z.object({
  access_token: tokenText.max(MAX_TOKEN_CHARACTERS),
  token_type: z
    .string()
    .regex(/^bearer$/i)
    .optional(),
  expires_in: seconds
    .optional()
    .transform((written = DEFAULT_LIFETIME_SECONDS) => Math.min(written, MAX_LIFETIME_SECONDS)),
  refresh_token: tokenText.optional().catch(undefined),
});

/** Why no token was given. */
export interface Refusal {
  /** The code of RFC 6749 §5.2, such as `invalid_grant`. */
  readonly error: string;
  readonly description: string;
  /** Microsoft's number, such as 7000215 of "AADSTS7000215". */
  readonly number: number | undefined;
  /** Google's more precise word, such as `invalid_rapt`. */
  readonly subtype: string | undefined;
}

const word = z.string().min(1).max(200);
const optionalText = z.string().optional().catch(undefined);

/** RFC 6749 §5.2, with what the providers add to it. */
const oauthRefusal = z
  .object({
    error: word,
    error_description: optionalText,
    error_codes: z.array(z.number()).optional().catch(undefined),
    error_subtype: optionalText,
  })
  .transform(
    ({ error, error_description: description = '', error_codes: numbers, error_subtype: subtype }): Refusal => {
      const written = /\bAADSTS(\d{4,9})\b/.exec(description)?.[1];
      return {
        error,
        description,
        number: numbers?.[0] ?? (written === undefined ? undefined : Number(written)),
        subtype,
      };
    },
  );

/** Google's form for errors outside OAuth, such as a quota that is used up. */
const apiRefusal = z
  .object({ error: z.object({ status: word, message: optionalText }) })
  .transform(({ error: { status, message = '' } }): Refusal => {
    return { error: status, description: message, number: undefined, subtype: undefined };
  });

export const refusalSchema = z.union([oauthRefusal, apiRefusal]);
