import type { OnlineOptions, LocatedLink } from '../../../check/online/check-links.js';
import type { CheckContext } from '../../../check/engine/rule.js';
import { webAddressesOf } from '../../../check/detect/links/written-addresses.js';
import { textOfContribution, textOfLetter, textOfSettings } from '../../../check/engine/file-texts.js';
import type { Finding } from '../../../model/finding.js';
import { linkCacheFolder } from '../../workspace/cache-folders.js';
import type { IssueMaterial } from '../read-issue.js';

function linksOf(material: IssueMaterial, context: CheckContext): readonly LocatedLink[] {
  const { collection, editorial, settings } = material;
  const texts = [
    ...[...collection.contributions()].flatMap((contribution) =>
      contribution.kind === 'read' && context.settings.items?.[contribution.key]?.exclude === undefined
        ? [textOfContribution(contribution, context)]
        : [],
    ),
    ...(settings.settings === undefined ? [] : [textOfSettings(context)]),
    ...(editorial.letter === undefined ? [] : [textOfLetter(editorial.file, editorial.letter, context)]),
  ];
  return texts.flatMap((text) =>
    [...webAddressesOf(text)].map(({ clean, place }) => ({ address: clean.address, place })),
  );
}

/** Checks whether the links of an issue answer. Nothing else in the program fetches anything for a check. */
export async function issueLinks(
  material: IssueMaterial,
  context: CheckContext,
  root: string,
  request: {
    readonly online?: OnlineOptions | undefined;
    readonly onProgress: (step: string, done: number, of: number) => void;
  },
): Promise<readonly Finding[]> {
  if (request.online === undefined) return [];
  const { checkLinks } = await import('../../../check/online/check-links.js');
  return checkLinks(linksOf(material, context), linkCacheFolder(root), request.online, (done, of) => {
    request.onProgress('links', done, of);
  });
}
