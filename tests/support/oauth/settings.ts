import { generateKeyPairSync } from 'node:crypto';
import type {
  GoogleRefreshToken,
  GoogleServiceAccount,
  MicrosoftClientCredentials,
  MicrosoftRefreshToken,
} from '../../../src/oauth/oauth-settings.js';

/** A key pair for tests, which each run makes again. */
export const KEYS = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});

export const USER = 'news@example.org';

/** Every secret of these settings and of the token server, to look for where none may stand. */
export const SECRETS = /a-secret|hunter2|PRIVATE KEY|eyJ/;

export function microsoftApp(tokenUrl: string): MicrosoftClientCredentials {
  return {
    provider: 'microsoft',
    grant: 'client-credentials',
    tokenUrl,
    scope: 'https://outlook.office365.com/.default',
    clientId: '00000000-0000-4000-8000-000000000001',
    clientSecret: 'Abc8Q~hunter2+/=%',
  };
}

export function microsoftPerson(tokenUrl: string): MicrosoftRefreshToken {
  return {
    provider: 'microsoft',
    grant: 'refresh-token',
    tokenUrl,
    scope: 'https://outlook.office.com/SMTP.Send offline_access',
    clientId: '00000000-0000-4000-8000-000000000001',
    clientSecret: undefined,
    refreshToken: 'refresh-0.a-secret',
  };
}

export function googlePerson(tokenUrl: string): GoogleRefreshToken {
  return {
    provider: 'google',
    grant: 'refresh-token',
    tokenUrl,
    scope: 'https://mail.google.com/',
    clientId: '1234-abc.apps.googleusercontent.com',
    clientSecret: 'GOCSPX-hunter2',
    refreshToken: '1//0refresh.a-secret',
  };
}

export function googleService(tokenUrl: string): GoogleServiceAccount {
  return {
    provider: 'google',
    grant: 'service-account',
    tokenUrl,
    scope: 'https://mail.google.com/',
    email: 'newsletter@project.iam.gserviceaccount.com',
    privateKey: KEYS.privateKey,
    privateKeyId: 'key-id-1',
  };
}
