/** Quotes a word for a command that a person copies; an address may hold signs that mean something to a shell. */
export function shellWord(word: string): string {
  return /^[\w.+@-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
