import * as z from 'zod';
import { expect } from 'vitest';
import type { Outcome } from './run-newsletter.js';

const count = z.number().int().min(0);

export const findingSchema = z.strictObject({
  ruleId: z
    .string()
    .regex(
      /^(file|front-matter|house-style|confidentiality|picture|link|timeliness|duplicate|language|edition|issue)\/[a-z0-9-]+$/,
    ),
  severity: z.enum(['error', 'warning', 'info']),
  file: z.string().regex(/^[^/\\]/),
  line: z.number().int().min(1),
  column: z.number().int().min(1),
  message: z.string().min(1),
  expected: z.string().min(1),
  actual: z.string(),
  help: z.string().min(1),
});

export const contributionSchema = z.strictObject({
  file: z.string(),
  member: z.string(),
  title: z.string().optional(),
  section: z.string().optional(),
  state: z.enum(['in', 'warned', 'refused', 'excluded', 'passed-over']),
});

/** `newsletter check --json`. */
export const checkSchema = z.strictObject({
  issue: z.string(),
  contributions: z.array(contributionSchema),
  findings: z.array(findingSchema),
});

/** `newsletter subscribers list --json`. */
export const subscribersSchema = z.array(
  z.strictObject({
    email: z.string(),
    name: z.string().nullable(),
    state: z.enum(['pending', 'active', 'unsubscribed', 'suppressed']),
    language: z.string().nullable(),
    tags: z.array(z.string()),
  }),
);

/** `newsletter report --json`. */
export const reportSchema = z.strictObject({
  issue: z.string(),
  kind: z.enum(['real', 'rehearsal']),
  audience: count,
  pending: count,
  submitted: count,
  failed: count,
  skipped: count,
  uncertain: count,
});

/** An error with `--json`. */
export const errorSchema = z.strictObject({
  error: z.strictObject({
    code: z.string().regex(/^[a-z-]+$/),
    message: z.string().min(1),
    expected: z.string().min(1),
    help: z.string().min(1),
  }),
});

/** The one JSON document on stdout, with nothing beside it. */
export function readDocument<Schema extends z.ZodType>(schema: Schema, { stdout, stderr }: Outcome): z.infer<Schema> {
  expect(stderr).toBe('');
  const value: unknown = JSON.parse(stdout);
  return schema.parse(value);
}
