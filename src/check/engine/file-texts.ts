import type { Root } from 'mdast';
import type { ReadContribution } from '../../model/issue/contribution.js';
import { declaredEvents, declaredPictures } from '../../model/issue/front-matter.js';
import { placeInFrontMatter, placeInSettings, type CheckContext } from './rule.js';
import type { CheckedText, TextKind, TextRun } from '../text/text-run.js';
import { runsOfTree } from '../text/tree-runs.js';
import type { SourceLocation } from '../../model/finding.js';

/** A value of YAML as a run: an offset in it is a column after its key, as far as that can be told. */
function valueRun(kind: TextKind, text: string | undefined, place: SourceLocation, leadsTo?: string): TextRun[] {
  if (text === undefined) return [];
  return [
    { kind, text, quoted: false, spans: [], placeAt: () => place, ...(leadsTo === undefined ? {} : { leadsTo }) },
  ];
}

function frontMatterRuns(contribution: ReadContribution): TextRun[] {
  const { frontMatter } = contribution;
  const run = (kind: TextKind, text: string | undefined, path: string, leadsTo?: string) =>
    valueRun(kind, text, placeInFrontMatter(contribution, path), leadsTo);
  const { publication } = frontMatter;
  const single = frontMatter.event === undefined ? 0 : 1;
  return [
    ...run('title', frontMatter.title, 'title'),
    ...run('title', frontMatter.titleOriginal, 'titleOriginal'),
    ...run('summary', frontMatter.summary, 'summary'),
    ...run('author', frontMatter.author, 'author'),
    ...run('source', frontMatter.source?.title, 'source.title', frontMatter.source?.url),
    ...run('address', frontMatter.source?.url, 'source.url'),
    ...run('label', frontMatter.link?.label, 'link.label', frontMatter.link?.url),
    ...run('address', frontMatter.link?.url, 'link.url'),
    ...declaredPictures(frontMatter).flatMap((picture, index) => {
      const path = contribution.pictures[index]?.path ?? 'image';
      return [
        ...run('file-name', picture.file, `${path}.file`),
        ...run('alt', picture.alt, `${path}.alt`),
        ...run('caption', picture.caption, `${path}.caption`),
        ...run('credit', picture.credit, `${path}.credit`),
      ];
    }),
    ...declaredEvents(frontMatter).flatMap((event, index) => {
      const path = index < single ? 'event' : `events.${String(index - single)}`;
      return [
        ...run('event', event.title, `${path}.title`),
        ...run('event', event.place, `${path}.place`),
        ...run('address', event.url, `${path}.url`),
      ];
    }),
    ...run('publication', publication?.author, 'publication.author'),
    ...run('publication', publication?.publisher, 'publication.publisher'),
    ...run('publication', publication?.kind, 'publication.kind'),
    ...run('publication', publication?.number, 'publication.number'),
    ...(publication?.keywords ?? []).flatMap((keyword) => run('publication', keyword, 'publication.keywords')),
    ...run('file-name', publication?.file, 'publication.file'),
  ];
}

/** All words of a contribution: front matter, text, and the name of its file. */
export function textOfContribution(contribution: ReadContribution, context: CheckContext): CheckedText {
  const { file, key, contributor, frontMatter } = contribution;
  const name = key.slice(key.indexOf('/') + 1);
  return {
    source: 'contribution',
    file,
    language: frontMatter.language ?? context.settings.language ?? 'en',
    contributor,
    runs: [
      ...valueRun('file-name', name, { file, line: 1, column: 1 }),
      ...frontMatterRuns(contribution),
      ...runsOfTree(file, contribution.body),
    ],
  };
}

/** All words of the secretariat's letter. */
export function textOfLetter(file: string, letter: Root, context: CheckContext): CheckedText {
  const language = context.settings.language ?? 'en';
  return { source: 'letter', file, language, contributor: { kind: 'secretariat' }, runs: runsOfTree(file, letter) };
}

/** All words of `issue.yaml` that are published. */
export function textOfSettings(context: CheckContext): CheckedText {
  const { settings } = context;
  const run = (kind: TextKind, text: string | undefined, path: string) =>
    valueRun(kind, text, placeInSettings(context, path));
  return {
    source: 'settings',
    file: context.settingsFile,
    language: settings.language ?? 'en',
    contributor: { kind: 'secretariat' },
    runs: [
      ...run('title', settings.title, 'title'),
      ...run('title', settings.subject, 'subject'),
      ...run('summary', settings.preheader, 'preheader'),
      ...Object.entries(settings.items ?? {}).flatMap(([key, item]) => [
        ...run('title', item.title, `items.${key}.title`),
        ...run('summary', item.summary, `items.${key}.summary`),
      ]),
      ...(settings.funders ?? []).flatMap((funder, index) => [
        ...run('funder', funder.name, `funders.${String(index)}.name`),
        ...run('funder', funder.text, `funders.${String(index)}.text`),
        ...run('alt', funder.alt, `funders.${String(index)}.alt`),
        ...run('address', funder.url, `funders.${String(index)}.url`),
      ]),
    ],
  };
}
