import * as z from 'zod';

const errorsSchema = z.object({
  errors: z.array(z.object({ message: z.string().catch(''), field: z.string().nullish().catch(undefined) })),
});

/** One of the errors of an answer: SendGrid's words, and the member of the request that they are about. */
export type ApiError = z.infer<typeof errorsSchema>['errors'][number];

/** The errors that an answer names. */
export function errorsOf(body: unknown): readonly ApiError[] {
  return errorsSchema.safeParse(body).data?.errors ?? [];
}

/** What SendGrid says, fit for one line of a report: after a colon, or nothing. */
export function errorsText(errors: readonly ApiError[]): string {
  const said = errors.map(({ message }) => onOneLine(message)).filter(Boolean);
  return said.length === 0 ? '' : `: ${said.join('; ').slice(0, 300)}`;
}

/** The members of the request that the errors are about, or nothing. */
export function membersNamed(errors: readonly ApiError[]): string {
  const named = errors.map(memberNamed).filter(Boolean);
  return [...new Set(named)].join(', ').slice(0, 300);
}

/** SendGrid writes `null`, as a word too, where it names none. */
export function memberNamed({ field }: ApiError): string {
  const name = onOneLine(field ?? '');
  return name === 'null' ? '' : name;
}

function onOneLine(text: string): string {
  return text.replace(/[\x00-\x1f\x7f-\x9f]+/g, ' ').trim();
}

/** What SendGrid says may end with a full stop already. */
export function toSentence(reason: string): string {
  return /[.!?]$/.test(reason) ? reason : `${reason}.`;
}
