import type { Configuration } from '../model/configuration.js';
import type { Finding } from '../model/finding.js';
import { readConfiguration } from '../workspace/configuration.js';
import type { Environment } from '../workspace/environment.js';
import { locateWorkspace } from '../workspace/locate.js';

/** Where a command runs, and what it was told about the workspace. */
export interface WorkspaceRequest {
  /** `--workspace`. */
  readonly workspace: string | undefined;
  /** The folder in which the command was started. */
  readonly from: string;
  readonly environment: Environment;
}

/** A workspace whose configuration is right. */
export interface Workspace {
  readonly configuration: Configuration;
  /** What there is to remark about `newsletter.yaml`. */
  readonly findings: readonly Finding[];
}

/**
 * Finds the workspace and reads its configuration.
 *
 * @throws {NewsletterError} `workspace-missing`, `configuration-invalid`, `environment-invalid`, `database-unsupported`
 */
export function openWorkspace(request: WorkspaceRequest): Workspace {
  return readConfiguration(locateWorkspace(request.workspace, request.from), request.environment);
}
