import type { Configuration } from '../../model/settings/configuration.js';
import type { Finding } from '../../model/finding.js';
import { TRANSPORTS } from '../../transports/registry.js';
import { readConfiguration } from '../../workspace/settings/configuration.js';
import type { Environment } from '../../workspace/settings/environment.js';
import { locateWorkspace } from '../../workspace/locate.js';
import { closeDataFolder } from '../../workspace/private-folder.js';

/** Where a command runs, and what it was told about the workspace. */
export interface WorkspaceRequest {
  /** `--workspace`. */
  readonly workspace: string | undefined;
  /** The folder in which the command was started. */
  readonly from: string;
  readonly environment: Environment;
  /** Called with a sentence for people about what was fixed on the way. */
  readonly onNotice?: ((notice: string) => void) | undefined;
}

/** A workspace with a valid configuration. */
export interface Workspace {
  readonly configuration: Configuration;
  /** The findings about `newsletter.yaml`. */
  readonly findings: readonly Finding[];
}

/**
 * Finds the workspace and reads its configuration.
 *
 * @throws NewsletterError `workspace-missing`, `configuration-invalid`, `environment-invalid`, `database-unsupported`.
 */
export function openWorkspace(request: WorkspaceRequest): Workspace {
  const root = locateWorkspace(request.workspace, request.from);
  const workspace = readConfiguration(root, request.environment, TRANSPORTS);
  if (closeDataFolder(root)) {
    request.onNotice?.(
      'Others could read the folder data/, where addresses of readers lie. Now only you can (mode 0700).',
    );
  }
  return workspace;
}
