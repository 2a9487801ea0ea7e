/** What a text says in JSON; `undefined` where it is none, such as a record of which a crash wrote half. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
