/** Parses JSON; `undefined` for anything else, such as a record that a crash left half-written. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
