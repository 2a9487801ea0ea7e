import { readFileSync } from 'node:fs';
import PostalMime from 'postal-mime';
import * as z from 'zod';
import { pythonProgram } from './python.js';
import { runProgram } from './run-newsletter.js';

const mailboxSchema = z.strictObject({ name: z.string(), address: z.string() });
const messageSchema = z.strictObject({
  to: mailboxSchema,
  from: mailboxSchema,
  subject: z.string(),
  messageId: z.string(),
  listId: z.string(),
  listUnsubscribe: z.string(),
  text: z.string(),
  html: z.string(),
  /** What the reader had to forgive. */
  defects: z.array(z.string()),
});

/** A message as somebody's mail program reads it. */
export type ReadMessage = z.infer<typeof messageSchema>;

/** Reads messages with postal-mime. */
export async function readWithPostalMime(files: readonly string[]): Promise<readonly ReadMessage[]> {
  return Promise.all(
    files.map(async (file) => {
      const parsed = await PostalMime.parse(readFileSync(file));
      const header = (name: string) => parsed.headers.find(({ key }) => key === name)?.value;
      return messageSchema.parse({
        to: { name: parsed.to?.[0]?.name, address: parsed.to?.[0]?.address },
        from: { name: parsed.from?.name, address: parsed.from?.address },
        subject: parsed.subject,
        messageId: parsed.messageId,
        listId: header('list-id'),
        listUnsubscribe: header('list-unsubscribe'),
        text: parsed.text,
        html: parsed.html,
        defects: [],
      });
    }),
  );
}

/** Reads messages with the e-mail package of Python. */
export async function readWithPython(files: readonly string[]): Promise<readonly ReadMessage[]> {
  const { stdout, stderr } = await runProgram('python3', [pythonProgram('read-message.py'), ...files], {
    from: process.cwd(),
    environment: { PYTHONIOENCODING: 'utf-8' },
  });
  if (stderr !== '') throw new Error(stderr);
  const messages: unknown = JSON.parse(stdout);
  return z.array(messageSchema).parse(messages);
}
