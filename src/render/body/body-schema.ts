import { HEADING_PREFIX } from './own-anchors.js';
import { defaultSchema, type Options as SanitizeSchema } from 'rehype-sanitize';

/** What the body of an item may hold, and nothing else: everything that Markdown can say, without raw HTML. */
export function bodySchema(anchorPrefix: string): SanitizeSchema {
  const ownAnchor = new RegExp(`^${anchorPrefix}(fn|fnref)-`);
  const ownHeading: ['id', RegExp] = ['id', new RegExp(`^${anchorPrefix}${HEADING_PREFIX}`)];
  return {
    ...defaultSchema,
    clobber: [],
    tagNames: [
      ...['p', 'a', 'strong', 'em', 'del', 'code', 'pre', 'ul', 'ol', 'li', 'blockquote', 'hr', 'br', 'sup'],
      ...[
        'h1',
        'h2',
        'h3',
        'h4',
        'h5',
        'h6',
        'table',
        'thead',
        'tbody',
        'tr',
        'th',
        'td',
        'input',
        'section',
        'figure',
      ],
    ],
    attributes: {
      a: ['href', ['id', ownAnchor], 'dataFootnoteRef', 'dataFootnoteBackref', 'ariaLabel'],
      li: [['id', ownAnchor]],
      ...Object.fromEntries(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, [ownHeading]])),
      ol: ['start'],
      th: [['align', 'left', 'center', 'right']],
      td: [['align', 'left', 'center', 'right']],
      input: [['type', 'checkbox'], 'checked'],
      section: ['dataFootnotes'],
      figure: ['dataPicture'],
    },
    protocols: { href: ['http', 'https', 'mailto'] },
    required: {},
    strip: ['script', 'style'],
  };
}
