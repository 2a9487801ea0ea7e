import { ANSWER_TIMEOUT } from './preflight-context.js';
import { parseHtml } from '../../../html/page.js';
import { errorMessage } from '../../../model/error.js';
import type { MessageTemplate } from '../../../model/issue/edition.js';
import { sampleParts } from './message.js';

/** A picture that does not answer. */
export interface MissingPicture {
  readonly url: string;
  /** Absent where nobody answered at all. */
  readonly status: number | undefined;
  readonly reason: string;
}

const AT_ONCE = 6;

/** The addresses of the pictures that a message shows from our own public address. */
export function picturesOf(template: MessageTemplate, publicUrl: string | undefined): readonly string[] {
  if (publicUrl === undefined) return [];
  const html = sampleParts({ template }).html ?? '';
  const sources = parseHtml(html)
    .elements.flatMap(({ attributes }) => attributes.filter(({ name }) => name === 'src' || name === 'background'))
    .map(({ value }) => value.replaceAll('&amp;', '&'));
  return [...new Set(sources)].filter((url) => url.startsWith(`${publicUrl}/`));
}

/** Which of them do not answer; a few are asked at once. */
export async function missingPictures(urls: readonly string[], ask: typeof fetch): Promise<readonly MissingPicture[]> {
  const waiting = [...urls];
  const missing: MissingPicture[] = [];
  const work = async (): Promise<void> => {
    for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
      const found = await probePicture(url, ask);
      if (found !== undefined) missing.push(found);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return missing;
}

async function probePicture(url: string, ask: typeof fetch): Promise<MissingPicture | undefined> {
  try {
    const signal = AbortSignal.timeout(ANSWER_TIMEOUT.timeoutMs);
    let response = await ask(url, { method: 'HEAD', signal });
    if (response.status === 405) {
      response = await ask(url, { signal });
      await response.body?.cancel();
    }
    if (!response.ok) return { url, status: response.status, reason: `its answer is ${String(response.status)}` };
    return undefined;
  } catch (error) {
    return { url, status: undefined, reason: errorMessage(error) };
  }
}
