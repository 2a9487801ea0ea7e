import path from 'node:path';
import type { Configuration } from '../../../model/settings/configuration.js';
import { NewsletterError } from '../../../model/error.js';
import { HOUSE_STYLE_FILE } from '../../../workspace/settings/house-style-file.js';
import { CONFIGURATION_FILE, locateWorkspace } from '../../../workspace/locate.js';
import { issueFolder } from '../../../workspace/issue/locate-issue.js';
import { MEMBERS_FILE } from '../../../workspace/registry.js';
import { openWorkspace, type WorkspaceRequest } from '../../workspace/open-workspace.js';
import { packageFolder } from '../../workspace/package-files.js';

/** Where everything lies that an issue is made from. All paths are absolute, and some may not exist. */
export interface WatchedPaths {
  /** Watched with everything in them. */
  readonly folders: readonly string[];
  /** Only these files of the workspace itself are watched. */
  readonly files: readonly string[];
}

/** The part of the configuration that says where something lies. */
type WatchedPathGroups = Pick<Configuration, 'root' | 'contributions'> & { readonly logo: string | undefined };

function pathsOf(request: WorkspaceRequest, root: string): WatchedPathGroups {
  try {
    const { contributions, design } = openWorkspace(request).configuration;
    return { root, contributions, logo: design.logo };
  } catch (error) {
    // While somebody fixes newsletter.yaml, the default places count.
    if (error instanceof NewsletterError) return { root, contributions: undefined, logo: undefined };
    throw error;
  }
}

/**
 * Says which folders and files to watch for an issue.
 *
 * @throws NewsletterError `workspace-missing`.
 */
export function watchedPaths(request: WorkspaceRequest, issue: string): WatchedPaths {
  const root = locateWorkspace(request.workspace, request.from);
  const places = pathsOf(request, root);
  const { path: own, contributions } = issueFolder(places, issue);
  const folders = [own, contributions, path.join(root, 'templates'), path.join(packageFolder(), 'templates')];
  return {
    folders: [...new Set(folders)],
    files: [
      CONFIGURATION_FILE,
      MEMBERS_FILE,
      HOUSE_STYLE_FILE,
      '.env',
      ...(places.logo === undefined ? [] : [places.logo]),
    ].map((name) => path.resolve(root, name)),
  };
}
