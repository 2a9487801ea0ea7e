/** Returns a member of a value that was read from YAML. */
export function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? new Map(Object.entries<unknown>({ ...value })).get(name)
    : undefined;
}
