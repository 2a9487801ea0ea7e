/** The text of a contribution, by default one without anything to remark. */
export function contributionText(
  frontMatter = 'title: A new hotline',
  body = 'The hotline is open day and night.',
): string {
  return `---\n${frontMatter}\n---\n\n${body}\n`;
}
