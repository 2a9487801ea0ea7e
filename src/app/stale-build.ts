import { digestOfInputs, templateFolders, templateInputs } from './build-inputs.js';
import { readManifest } from './build-manifest.js';
import { checkIssue } from './check-issue.js';
import type { Workspace } from './open-workspace.js';
import { outFolder } from './write-build.js';

/** In what the workspace differs from the build, in words; `undefined` where a new build would be the same. */
export async function staleness(workspace: Workspace, issue: string): Promise<string | undefined> {
  const { configuration } = workspace;
  const manifest = readManifest(outFolder(configuration.root, issue));
  if (manifest === undefined) return 'its manifest cannot be read';
  const checked = await checkIssue(workspace, {
    issue,
    pictures: 'cached',
    keepPassing: false,
    onProgress: () => undefined,
  });
  const inputs = [...checked.inputs, ...templateInputs(templateFolders(configuration.root))];
  if (digestOfInputs(inputs, configuration) === manifest.inputsDigest) return undefined;
  const now = new Map(inputs.map((input) => [input.path, input.sha256]));
  const then = new Map(manifest.inputs.map((input) => [input.path, input.sha256]));
  const changed = manifest.inputs.find((input) => now.has(input.path) && now.get(input.path) !== input.sha256);
  const gone = manifest.inputs.find((input) => !now.has(input.path));
  const added = inputs.find((input) => !then.has(input.path));
  if (changed !== undefined) return `${changed.path} has changed since`;
  if (gone !== undefined) return `${gone.path} has gone since`;
  if (added !== undefined) return `${added.path} has come since`;
  return 'the program or the public address has changed since';
}
