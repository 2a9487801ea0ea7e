import { readFileSync } from 'node:fs';
import path from 'node:path';
import { domainToASCII, fileURLToPath } from 'node:url';
import {
  writtenConfigurationSchema,
  type Configuration,
  type WrittenConfiguration,
} from '../../model/settings/configuration.js';
import { NewsletterError } from '../../model/error.js';
import type { Finding } from '../../model/finding.js';
import { effectiveLimits } from '../../model/settings/sending-limits.js';
import { isEncryptedOrLocal } from '../../model/settings/loopback.js';
import { checkYaml } from '../../yaml/check-yaml.js';
import { createFinding, defineRule } from '../../model/rule.js';
import { effectiveEnvironment, secretFrom, type Environment } from './environment.js';
import { effectiveDesign, effectivePictures } from './design.js';
import { CONFIGURATION_FILE } from '../locate.js';
import { effectivePublish } from './publish-settings.js';
import { configureTransports, schemasOfTransports, type TransportDefinition } from './transport-definition.js';

/** Secrets belong to the environment. */
export const secretInConfiguration = defineRule({
  id: 'issue/secret-in-configuration',
  severity: 'error',
  why: 'newsletter.yaml is copied, mailed and committed; a secret in it is soon no secret any more.',
  wrong: 'password: … in newsletter.yaml',
  right: 'The secret in .env, or in the environment.',
});

const EXAMPLES = {
  name: 'name: Our newsletter',
  organisation: 'organisation: La Strada International',
  'sender.address': 'address: newsletter@example.org',
  'list.id': 'id: newsletter.example.org',
};

const SECRET_KEY = /pass(word|wd|phrase)?$|secret|api-?_?key|token|private/i;
const URL_WITH_PASSWORD = /^[a-z][a-z0-9+.-]*:\/\/[^/\s:@]*:[^/\s@]+@/i;

/** Secrets belong in the environment, because a configuration is copied, mailed and committed. */
function secretFindings(written: unknown, places: ReadonlyMap<string, { line: number; column: number }>): Finding[] {
  const findings: Finding[] = [];
  const visit = (value: unknown, keyPath: string) => {
    if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) visit(inner, keyPath === '' ? key : `${keyPath}.${key}`);
    } else if (typeof value === 'string' && (SECRET_KEY.test(keyPath) || URL_WITH_PASSWORD.test(value))) {
      findings.push(
        createFinding(secretInConfiguration, {
          file: CONFIGURATION_FILE,
          ...(places.get(keyPath) ?? { line: 1, column: 1 }),
          message: `"${keyPath}" looks like a secret.`,
          expected: 'secrets only in the environment, or in .env, which is never committed',
          actual: `a value of ${String(value.length)} characters`,
          help: 'Move it to .env, take it out here, and change the secret if this file was ever shared.',
        }),
      );
    }
  };
  visit(written, '');
  return findings;
}

/** Returns the public address without a slash at the end, or throws an error that says where it was written. */
function checkPublicUrl(value: string | undefined, where: string): string | undefined {
  if (value === undefined || value === '') return undefined;
  let url: URL | undefined;
  try {
    url = new URL(value);
  } catch {
    url = undefined;
  }
  const secure = url !== undefined && isEncryptedOrLocal(url);
  if (url === undefined || !secure || url.search !== '' || url.hash !== '' || url.username !== '') {
    throw new NewsletterError(where === CONFIGURATION_FILE ? 'configuration-invalid' : 'environment-invalid', {
      message: `The public address in ${where} is not right: "${value}".`,
      expected: 'an address such as https://newsletter.example.org (http: only for this machine itself)',
      help: `Correct it in ${where}, or leave it out as long as nothing of the newsletter is public.`,
    });
  }
  return url.href.replace(/\/+$/, '');
}

/** @throws NewsletterError `database-unsupported` for a scheme other than a file. */
function databasePath(root: string, url: string | undefined): string {
  if (url === undefined || url === '') return path.join(root, 'data', 'newsletter.db');
  if (url.startsWith('file://')) return fileURLToPath(url);
  if (url.startsWith('file:')) return path.resolve(root, url.slice('file:'.length));
  if (/^[a-z][a-z0-9+.-]+:/i.test(url)) {
    throw new NewsletterError('database-unsupported', {
      message: `NEWSLETTER_DATABASE_URL names a database of another kind ("${url.slice(0, url.indexOf(':'))}:").`,
      expected: 'a file, such as file:data/newsletter.db',
      help: 'Take NEWSLETTER_DATABASE_URL out of the environment to use data/newsletter.db in the workspace.',
    });
  }
  return path.resolve(root, url);
}

const DKIM_KEYS = [
  { algorithm: 'rsa', variable: 'NEWSLETTER_DKIM_KEY', selector: 'selector' },
  { algorithm: 'ed25519', variable: 'NEWSLETTER_DKIM_ED25519_KEY', selector: 'ed25519Selector' },
] as const;

/** This decides which keys sign; whether they can sign is found out when a send begins. */
function dkim(root: string, written: WrittenConfiguration, environment: Environment): Configuration['dkim'] {
  const domain = written.dkim?.domain ?? written.sender.address.slice(written.sender.address.lastIndexOf('@') + 1);
  const keys = DKIM_KEYS.flatMap(({ algorithm, variable, selector }) => {
    // The variable holds a path already, so with _FILE it means the same.
    const file = environment[variable] ?? environment[`${variable}_FILE`];
    if (file === undefined || file === '') return [];
    return [{ algorithm, variable, path: path.resolve(root, file), selector: written.dkim?.[selector] }];
  });
  return { domain: domainToASCII(domain), keys };
}

/** Where the effective configuration comes from. */
interface ConfigurationSource {
  readonly root: string;
  readonly written: WrittenConfiguration;
  /** All of `newsletter.yaml`, the parts of the transports too. */
  readonly known: unknown;
  readonly environment: Environment;
  readonly transports: readonly TransportDefinition[];
}

function effective({ root, written, known, environment, transports }: ConfigurationSource): Configuration {
  const domain = written.sender.address.slice(written.sender.address.lastIndexOf('@') + 1).toLowerCase();
  const owner = written.list?.owner ?? written.replyTo ?? written.sender.address;
  const fromEnvironment = environment['NEWSLETTER_PUBLIC_URL'];
  const publicUrl =
    fromEnvironment === undefined
      ? checkPublicUrl(written.publicUrl, CONFIGURATION_FILE)
      : checkPublicUrl(fromEnvironment, 'NEWSLETTER_PUBLIC_URL');
  return {
    root,
    name: written.name,
    organisation: written.organisation,
    description: written.description,
    language: written.language ?? 'en',
    sender: { name: written.sender.name ?? written.name, address: written.sender.address },
    replyTo: written.replyTo,
    list: { id: written.list?.id ?? `newsletter.${domain}`, owner, help: written.list?.help ?? owner },
    unsubscribeAddress: written.unsubscribe?.mailto ?? owner,
    publicUrl,
    contributions: written.contributions === undefined ? undefined : path.resolve(root, written.contributions),
    imprint: written.imprint ?? [],
    design: effectiveDesign(written.design),
    pictures: effectivePictures(written.pictures, publicUrl),
    publish: effectivePublish(root, written.publish, publicUrl),
    transport: written.transport ?? 'outbox',
    transports: configureTransports(transports, known, environment),
    dkim: dkim(root, written, environment),
    returnPath: { kind: written.returnPath ?? 'plain', address: written.bounces ?? written.sender.address },
    mailbox: { folders: mailFolders(written.mailbox?.folders ?? {}) },
    subscribers: {
      sharedAddresses: written.subscribers?.sharedAddresses ?? 'refuse',
      retention: {
        pendingDays: written.subscribers?.retention?.pendingDays ?? 30,
        proofYears: written.subscribers?.retention?.proofYears ?? 3,
      },
    },
    serve: {
      trustProxy: written.serve?.trustProxy ?? false,
      clientAddressHeader: (written.serve?.clientAddressHeader ?? 'X-Forwarded-For').toLowerCase(),
    },
    send: { undoSeconds: written.send?.undoSeconds ?? 60 },
    limits: effectiveLimits(written.limits),
    databasePath: databasePath(root, environment['NEWSLETTER_DATABASE_URL']),
    secrets: { tokenKey: secretFrom(environment, 'NEWSLETTER_TOKEN_KEY') },
  };
}

function mailFolders(written: Readonly<Record<string, string | undefined>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(written).flatMap(([kind, folder]) => (folder === undefined ? [] : [[kind, folder]])));
}

/** The effective configuration, and the findings about the written one. */
export interface ReadConfiguration {
  readonly configuration: Configuration;
  readonly findings: readonly Finding[];
}

/**
 * Reads `newsletter.yaml`, applies the environment and fills in every default.
 *
 * @param transports those of this program, which read their own settings.
 * @throws NewsletterError `configuration-invalid` when the file is wrong, `environment-invalid` when a variable is, and
 * `database-unsupported` when the URL of the database is of another kind.
 */
export function readConfiguration(
  root: string,
  processEnvironment: Environment,
  transports: readonly TransportDefinition[],
): ReadConfiguration {
  const text = readFileSync(path.join(root, CONFIGURATION_FILE), 'utf8');
  const checked = checkYaml(text, writtenConfigurationSchema(schemasOfTransports(transports)), {
    file: CONFIGURATION_FILE,
    family: 'issue',
    examples: EXAMPLES,
  });
  if (checked.value === undefined) {
    const first = checked.findings.find((finding) => finding.severity === 'error');
    throw new NewsletterError('configuration-invalid', {
      message: `${CONFIGURATION_FILE}:${String(first?.line ?? 1)}:${String(first?.column ?? 1)}: ${first?.message ?? 'cannot be read.'}`,
      expected: first?.expected ?? 'a configuration',
      help: first?.help ?? 'Compare it with the one that "newsletter init" writes.',
    });
  }
  const environment = effectiveEnvironment(root, processEnvironment);
  const { value: written, known } = checked;
  return {
    configuration: effective({ root, written, known, environment, transports }),
    findings: [...checked.findings, ...secretFindings(checked.written, checked.places)],
  };
}
