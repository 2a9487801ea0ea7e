import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import type { Editions } from '../../../src/render/render-editions.js';

const made: string[] = [];

afterAll(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Writes the e-mail and the texts of the web edition to a folder that lasts until the tests of the file are over. */
export function writeEditions({ email, files }: Editions): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'newsletter-editions-'));
  made.push(folder);
  writeFileSync(path.join(folder, 'email.html'), email.html);
  for (const { path: name, content } of files) {
    if (content.kind !== 'text') continue;
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content.text);
  }
  return folder;
}
