import { digestOfInputs, templateFolders, templateInputs } from './build-inputs.js';
import { readManifest } from './build-manifest.js';
import { checkIssue } from '../issue/check/check-issue.js';
import type { Workspace } from '../workspace/open-workspace.js';
import { CONFIGURATION_FILE } from '../../workspace/locate.js';
import { outFolder } from './write-build.js';

/** Describes why the build is stale; `undefined` when a new build would be the same. */
export async function staleness(workspace: Workspace, issue: string): Promise<string | undefined> {
  const { configuration } = workspace;
  const manifest = readManifest(outFolder(configuration.root, issue));
  if (manifest === undefined) return 'its manifest cannot be read';
  const checked = await checkIssue(workspace, {
    issue,
    pictures: 'cached',
    keepPassing: false,
    writeNothing: true,
    onProgress: () => undefined,
  });
  const inputs = [...checked.inputs, ...templateInputs(templateFolders(configuration.root))];
  if (digestOfInputs(inputs, configuration) === manifest.inputsDigest) return undefined;
  const now = new Map(inputs.map((input) => [input.path, input.sha256]));
  const then = new Map(manifest.inputs.map((input) => [input.path, input.sha256]));
  const differing = manifest.inputs.filter((input) => now.has(input.path) && now.get(input.path) !== input.sha256);
  const changed = differing.find((input) => input.path !== CONFIGURATION_FILE);
  const gone = manifest.inputs.find((input) => !now.has(input.path));
  const added = inputs.find((input) => !then.has(input.path));
  if (changed !== undefined) return `${changed.path} has changed since`;
  if (gone !== undefined) return `${gone.path} has gone since`;
  if (added !== undefined) return `${added.path} has come since`;
  // Named last: its change may not matter to any edition.
  if (differing.length > 0) return `${CONFIGURATION_FILE} has changed since`;
  return 'the program or the public address has changed since';
}
