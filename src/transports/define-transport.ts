import type * as z from 'zod';
import type { CreateTransport } from '../model/settings/configuration.js';
import type { Transport } from '../model/send/outgoing-message.js';
import type { Environment } from '../workspace/settings/environment.js';
import { withFileVariables, type TransportDefinition } from '../workspace/settings/transport-definition.js';

/** How a transport reads its settings; the file `settings.ts` of its folder. */
export interface TransportSettings<Written, Settings> {
  /** The schema of its part of `newsletter.yaml`. Secrets have no place there: they come from the environment. */
  readonly schema: z.ZodType<Written>;
  /**
   * The environment variables that it reads, each also as `…_FILE`. `read` sees no others; the command under `publish`
   * never gets any of them.
   */
  readonly variables: readonly string[];
  /**
   * Lays the environment over what was written, and fills in every default. What is missing altogether is for `create`
   * to refuse: another transport may be used.
   *
   * @throws NewsletterError `environment-invalid` when a variable has a value that the transport cannot take.
   */
  readonly read: (written: Written | undefined, environment: Environment) => Settings;
}

type Workspace = Parameters<CreateTransport>[0];

/** A transport that needs no settings. */
export function transportWithoutSettings(name: string, create: CreateTransport): TransportDefinition {
  return { name, schema: undefined, variables: [], configure: () => create };
}

/** A transport with settings. `create` imports it only when it is called, so that no other command loads it. */
export function transportWithSettings<Written, Settings>(
  name: string,
  { schema, variables, read }: TransportSettings<Written, Settings>,
  create: (settings: Settings, workspace: Workspace) => Promise<Transport>,
): TransportDefinition {
  const part = schema.optional();
  return {
    name,
    schema: part,
    variables,
    configure: (written, environment) => {
      const settings = read(part.parse(written), declaredVariables(environment, variables));
      return (workspace) => create(settings, workspace);
    },
  };
}

/** An undeclared variable has no value, so that the list of what is kept from other programs cannot lack one. */
function declaredVariables(environment: Environment, variables: readonly string[]): Environment {
  return Object.fromEntries(withFileVariables(variables).map((name) => [name, environment[name]]));
}
