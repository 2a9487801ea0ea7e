import type * as z from 'zod';
import type { CreateTransport } from '../../model/settings/configuration.js';
import type { Environment } from './environment.js';

/** A transport as the configuration sees it: which settings it has, and how it is made of them. */
export interface TransportDefinition {
  /** The name after `transport:`, and the key of its part of `newsletter.yaml`. */
  readonly name: string;
  /** The schema of that part; absent where the transport has no settings there. */
  readonly schema: z.ZodType | undefined;
  /** The environment variables that its settings are read from, each also as `…_FILE`. */
  readonly variables: readonly string[];
  /**
   * Reads the settings.
   *
   * @param written its part of `newsletter.yaml`, which its schema takes; `undefined` where there is none.
   * @throws NewsletterError `environment-invalid` when a variable has a value that the transport cannot take.
   */
  readonly configure: (written: unknown, environment: Environment) => CreateTransport;
}

/** The names of variables, each followed by that of the variable that names a file with its value. */
export function withFileVariables(names: readonly string[]): readonly string[] {
  return names.flatMap((name) => [name, `${name}_FILE`]);
}

/** The schemas of the parts of `newsletter.yaml` that belong to transports, by their keys. */
export function schemasOfTransports(transports: readonly TransportDefinition[]): Readonly<Record<string, z.ZodType>> {
  const schemas = transports.flatMap(({ name, schema }) => (schema === undefined ? [] : [[name, schema] as const]));
  return Object.fromEntries(schemas);
}

/**
 * Reads the settings of every transport, also of those that are not used: a mistake is found before a send.
 *
 * @param written the whole of `newsletter.yaml`, without unknown keys.
 * @throws NewsletterError `environment-invalid` when a variable has a value that a transport cannot take.
 */
export function configureTransports(
  transports: readonly TransportDefinition[],
  written: unknown,
  environment: Environment,
): ReadonlyMap<string, CreateTransport> {
  const parts = new Map<string, unknown>(
    typeof written === 'object' && written !== null ? Object.entries(written) : [],
  );
  return new Map(transports.map(({ name, configure }) => [name, configure(parts.get(name), environment)]));
}
