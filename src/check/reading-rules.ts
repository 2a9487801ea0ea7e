import type { RuleText } from '../model/rule-text.js';

/**
 * What is found while files are read, before any rule looks at their content. The findings are made where the files
 * are read; their explanations stand here, beside the rules.
 */
export const READING_RULES: readonly RuleText[] = [
  {
    id: 'file/not-utf-8',
    why: 'Text that is not saved as UTF-8 comes out with wrong letters, in names above all.',
    wrong: 'A file saved as "ANSI" or "Windows-1252" or "Unicode (UTF-16)".',
    right: 'The same file, saved as "UTF-8".',
  },
  {
    id: 'file/nul-bytes',
    why: 'Bytes of value 0 do not occur in text: the file is something else, perhaps a document that was renamed.',
    wrong: 'hotline.docx renamed to hotline.md',
    right: 'The text of the document, copied into a new file hotline.md.',
  },
  {
    id: 'file/out-of-bounds',
    why: 'A contribution is a page or two. Far larger files, or endless lines and nestings, are accidents, and could stop the build.',
    wrong: 'A file of 300 KB, or a line of 25,000 characters.',
    right: 'One to three paragraphs.',
  },
  {
    id: 'file/link',
    why: 'A link in the folder can lead to any file of the computer that builds the issue, so links are never followed.',
    wrong: 'A shortcut or symbolic link to a text in another folder.',
    right: 'A copy of that text in the folder itself.',
  },
  {
    id: 'file/misplaced',
    why: "A file beside the members' folders belongs to nobody.",
    wrong: 'contributions/hotline.md',
    right: 'contributions/la-strada-md/hotline.md',
  },
  {
    id: 'file/unreadable',
    why: 'A file that cannot be opened would silently stay out of the issue.',
    wrong: 'A file that only one person may read.',
    right: 'The same file, with the rights of the others in the folder.',
  },
  {
    id: 'file/name',
    why: 'Invisible characters in a name hide what a file is, and break programs.',
    wrong: 'A name with a line break in it.',
    right: 'new-hotline.md',
  },
  {
    id: 'file/number-as-text',
    why: 'Markdown takes a number with a point at the beginning of a line for a list, and counts it from there: “18. Oktober” and “25. November” would become 18 and 19. Days, years and numbers that do not count up by one stay as they were written.',
    wrong: '18. Oktober: Konferenz\n\n25. November: Aktionstag',
    right: '18\\. Oktober: Konferenz\n\n25\\. November: Aktionstag',
  },
  {
    id: 'file/editorial-front-matter',
    why: 'The letter needs no front matter: its settings stand in issue.yaml.',
    wrong: 'editorial.md that begins with ---.',
    right: 'editorial.md that begins with the letter itself.',
  },
  {
    id: 'front-matter/absent',
    why: 'Without the lines between the two --- nobody knows the title.',
    wrong: 'A file that begins with its text.',
    right: '---\ntitle: New hotline\n---\n\nThe text.',
  },
  {
    id: 'front-matter/language',
    why: 'The first line is three hyphens. Anything behind them would ask for another language than YAML, and such languages can run.',
    wrong: '---js',
    right: '---',
  },
  {
    id: 'front-matter/unclosed',
    why: 'Without the second --- the whole text would count as front matter.',
    wrong: '---\ntitle: New hotline\n\nThe text.',
    right: '---\ntitle: New hotline\n---\n\nThe text.',
  },
  {
    id: 'front-matter/yaml',
    why: 'The lines between the two --- must be readable as "key: text".',
    wrong: 'title: Report: what we found',
    right: 'title: "Report: what we found"',
  },
  {
    id: 'front-matter/missing',
    why: 'Some keys are needed, the title above all.',
    wrong: 'Front matter without a line "title:".',
    right: 'title: New hotline in three languages',
  },
  {
    id: 'front-matter/value',
    why: 'Dates, addresses and names of sections are read by a program, so they have one way to be written.',
    wrong: 'date: 18.12.2020',
    right: 'date: 2020-12-18',
  },
  {
    id: 'front-matter/unknown-key',
    why: 'A key that is not known is mostly a slip of the pen, and what stands in it would be lost.',
    wrong: 'titel: New hotline',
    right: 'title: New hotline',
  },
  {
    id: 'picture/unreadable',
    why: 'A damaged picture would leave a hole in the issue; one of too many pixels could stop the build.',
    wrong: 'A photo whose upload was cut off.',
    right: 'The photo, saved again as JPEG.',
  },
  {
    id: 'picture/converted',
    why: 'A mail shows pictures that stand still, in the colours of screens. What was something else is changed, and somebody should look at it.',
    wrong: 'An animated GIF, or a photo in CMYK from a print shop.',
    right: 'A JPEG or PNG in RGB.',
  },
  {
    id: 'file/attachment-unsafe',
    why: 'A PDF can run programs, carry other files and send what is written into it. Readers trust what we publish.',
    wrong: 'A PDF with JavaScript, with the Word document inside, or with a password.',
    right: 'The document, exported once more as a plain PDF.',
  },
  {
    id: 'file/attachment-cleaned',
    why: 'Comments, their authors and links into an own network do not belong into a publication; they are taken out.',
    wrong: 'A PDF with yellow notes from the last meeting.',
    right: 'A PDF without them.',
  },
  {
    id: 'file/attachment-unread',
    why: 'The words of an attached file are looked through for names, numbers and addresses; in a scanned page nobody finds any.',
    wrong: 'A scanned letter.',
    right: 'A PDF whose text can be searched, or a scan that somebody has read through.',
  },
  {
    id: 'issue/settings-missing',
    why: 'Title and date of the issue stand in issue.yaml.',
    wrong: 'An issue without issue.yaml.',
    right: 'title: December 2020\ndate: 2020-12-18',
  },
  {
    id: 'issue/members-missing',
    why: 'The registry says whose each folder is.',
    wrong: 'A workspace without members.yaml.',
    right: 'members.yaml with an id, name, kind and country for every member.',
  },
  {
    id: 'issue/duplicate-member',
    why: 'Two members of one id would share a folder.',
    wrong: 'id: la-strada, twice',
    right: 'id: la-strada-pl and id: la-strada-md',
  },
  {
    id: 'issue/missing',
    why: 'issue.yaml, members.yaml and newsletter.yaml have a few keys without which nothing can be built.',
    wrong: 'issue.yaml without "date:".',
    right: 'date: 2020-12-18',
  },
  {
    id: 'issue/value',
    why: 'Dates, addresses and names of sections are read by a program, so they have one way to be written.',
    wrong: 'deadline: Wednesday evening',
    right: 'deadline: 2020-12-16T18:00',
  },
  {
    id: 'issue/yaml',
    why: 'The files of the secretariat must be readable as "key: text".',
    wrong: 'title: December: the last one',
    right: 'title: "December: the last one"',
  },
  {
    id: 'issue/unknown-key',
    why: 'A key that is not known is mostly a slip of the pen, and what stands in it would be lost.',
    wrong: 'deadlin: 2020-12-16T18:00',
    right: 'deadline: 2020-12-16T18:00',
  },
  {
    id: 'issue/secret-in-configuration',
    why: 'newsletter.yaml is copied, mailed and committed; a secret in it is soon no secret any more.',
    wrong: 'password: … in newsletter.yaml',
    right: 'The secret in .env, or in the environment.',
  },
  {
    id: 'issue/logo',
    why: "A funder's logo must be a picture inside the issue's folder, so that it is made safe like all others.",
    wrong: 'logo: https://www.example.org/logo.svg',
    right: 'logo: funders/eu-emblem.png',
  },
];
