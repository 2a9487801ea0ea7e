import { readConfiguration } from '../../../src/workspace/settings/configuration.js';
import { transportWithSettings, type TransportSettings } from '../../../src/transports/define-transport.js';

type Environment = Readonly<Record<string, string>>;

/** The settings of a transport as they are read with the configuration of a workspace. */
export function readSettings<Written, Settings>(
  name: string,
  { schema, variables, read }: TransportSettings<Written, Settings>,
  { root, environment }: { readonly root: string; readonly environment: Environment },
): Settings {
  const found: Settings[] = [];
  const watched: TransportSettings<Written, Settings> = {
    schema,
    variables,
    read: (written, effective) => {
      const settings = read(written, effective);
      found.push(settings);
      return settings;
    },
  };
  const neverMade = () => Promise.reject(new Error(`${name} is not to be made`));
  readConfiguration(root, environment, [transportWithSettings(name, watched, neverMade)]);
  const [settings] = found;
  if (settings === undefined || found.length > 1) throw new Error(`${name} was read ${String(found.length)} times`);
  return settings;
}
