import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Gives a whole run its own folder for what is temporary, and takes it away: whatever a test leaves behind is gone. */
export default function setup(): () => void {
  const folder = mkdtempSync(path.join(tmpdir(), 'newsletter-tests-'));
  // A mail server of another user has its folders in here.
  chmodSync(folder, 0o755);
  process.env['TMPDIR'] = folder;
  return () => {
    rmSync(folder, { recursive: true, force: true });
  };
}
