import axe from 'axe-core';
import type { Page } from 'playwright-core';
import * as z from 'zod';

/** WCAG 2.2 at level AA, with all that it builds on, and axe's best practices. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const violationsSchema = z.array(
  z.object({ id: z.string(), nodes: z.array(z.object({ target: z.array(z.unknown()), failureSummary: z.string() })) }),
);

/** What axe finds on a page, in words; what stands in frames is a page of its own. */
export async function findBarriers(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const options = JSON.stringify({ iframes: false, runOnly: TAGS });
  const violations = await page.evaluate(`axe.run(document, ${options}).then(({ violations }) => violations)`);
  return violationsSchema
    .parse(violations)
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary}`));
}

/** How many pixels wide a page wants to be: with more than there are, it scrolls sideways. */
export async function neededWidth(page: Page): Promise<number> {
  return z.number().parse(await page.evaluate('document.documentElement.scrollWidth'));
}
