/** What a longer address would go on with, before and behind; in UTF-16 read as bytes, a NUL stands between. */
const NO_MORE_BEFORE = '(?<![a-z0-9._+%\\-\\u0080-\\uffff]\\0?)';
const NO_MORE_BEHIND = '(?!\\0?[a-z0-9\\-]|\\0?\\.\\0?[a-z0-9])';

/** Finds one of some addresses in text, in capitals or not; `hanna@example.org` is not `anna@example.org`. */
export function addressPattern(spellings: readonly string[]): RegExp {
  const escaped = spellings.map((spelling) => spelling.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'));
  return new RegExp(`${NO_MORE_BEFORE}(?:${escaped.join('|')})${NO_MORE_BEHIND}`, 'i');
}
