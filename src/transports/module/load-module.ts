import { pathToFileURL } from 'node:url';
import * as z from 'zod';
import { withTimeout } from '../../time/with-timeout.js';
import type { Transport } from '../../model/send/outgoing-message.js';
import { effectiveEnvironment } from '../../workspace/settings/environment.js';
import { locateModule } from './locate-module.js';
import { moduleTransportSchema, type ModuleContext } from './module-interface.js';
import { moduleUnusable, errorText, timeoutOf } from './module-errors.js';
import { GuardedTransport } from './guarded-transport.js';

type CreateTransport = (context: ModuleContext) => unknown;

/** How long a module may take to load and to make its transport. */
const LOADING_SECONDS = 60;

/**
 * Makes a transport of a user's own module; `undefined` where the name is that of no file and no package.
 *
 * @throws NewsletterError `transport-unusable`, with the file and what is wrong with it.
 */
export async function loadModule(name: string, root: string): Promise<Transport | undefined> {
  const file = locateModule(name, root);
  if (file === undefined) return undefined;
  const namespace = await attempt(name, `${file} did not load`, () => import(pathToFileURL(file).href) as unknown);
  const create = findCreateTransport(namespace);
  if (create === undefined) {
    throw moduleUnusable(name, `${file} exports no function createTransport, and no function as its default`);
  }
  const context: ModuleContext = Object.freeze({
    workspace: root,
    environment: Object.freeze({ ...effectiveEnvironment(root, process.env) }),
  });
  const made = await attempt(name, `createTransport of ${file} failed`, () => create(context));
  const checked = moduleTransportSchema.safeParse(made);
  if (checked.success) return new GuardedTransport(name, checked.data, made);
  const [issue] = checked.error.issues;
  const place = issue === undefined || issue.path.length === 0 ? 'it' : `"${issue.path.join('.')}" of it`;
  throw moduleUnusable(name, `what createTransport of ${file} gave is no transport: ${place}: ${issue?.message ?? ''}`);
}

/** Runs code of the module; its errors name the module, so that they do not look like errors of this program. */
async function attempt(name: string, what: string, work: () => unknown): Promise<unknown> {
  try {
    return await withTimeout(timeoutOf(LOADING_SECONDS), work);
  } catch (error) {
    throw moduleUnusable(name, `${what}: ${errorText(error)}`, error);
  }
}

const isFunction = (value: unknown): value is CreateTransport => typeof value === 'function';
const namedSchema = z.looseObject({ createTransport: z.unknown(), default: z.unknown() }).partial();

/** `export function createTransport`, `export default function`, or CommonJS's `module.exports` of either. */
function findCreateTransport(namespace: unknown): CreateTransport | undefined {
  const named = namedSchema.safeParse(namespace).data;
  const inner = namedSchema.safeParse(named?.default).data;
  return [named?.createTransport, named?.default, inner?.createTransport].find(isFunction);
}
