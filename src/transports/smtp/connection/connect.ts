import type { Socket } from 'node:net';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { SmtpServer } from './mail-server.js';
import { connectFailure, loginNotOffered, withoutToken, type ConnectFailure } from '../answers/connect-failure.js';
import { readExtensions, type Extensions } from './extensions.js';
import { parseReply } from '../answers/replies.js';
import type { ServerText } from '../answers/server-text.js';
import { Session, type SessionTimeouts } from './session.js';
import { isOffered, loginOf, tokenHandlers, type Credentials, type SignIn } from '../sign-in/sign-in.js';

/** The values that a connection needs. */
export interface ConnectOptions {
  readonly server: SmtpServer;
  readonly signIn: SignIn | undefined;
  /** How this program names itself: by the list's domain, because the name of a laptop is private. */
  readonly helloName: string;
  /** For each step until the connection is ready, in milliseconds. */
  readonly connectTimeout: number;
  readonly timeouts: SessionTimeouts;
  /** Authorities (PEM) to be trusted in place of the usual ones; only tests have any. */
  readonly authorities: string | undefined;
  readonly serverText: ServerText;
}

export type ConnectResult =
  { readonly kind: 'session'; readonly session: Session } | ({ readonly kind: 'failure' } & ConnectFailure);

/** Makes a connection, encrypts it and logs in; never in plain text, unless the server is on this machine. */
export async function connectSession(dialling: ConnectOptions): Promise<ConnectResult> {
  const { signIn } = dialling;
  if (signIn?.kind !== 'oauth') return (await connect(dialling, signIn)).dialled;
  const { user, tokens } = signIn;
  // The token comes before the connection, because a slow token server must not hold a connection open.
  const first = await tokens.get();
  if (first.kind === 'failure') return { kind: 'failure', ...withoutToken(first) };
  const attempt = await connect(dialling, { kind: 'token', user, token: first.token.value });
  if (!attempt.tokenRefused) return attempt.dialled;
  // Once: a token that was given a moment ago is as good as any other.
  const second = await tokens.renew(first.token);
  if (second.kind === 'failure') return { kind: 'failure', ...withoutToken(second) };
  return (await connect(dialling, { kind: 'token', user, token: second.token.value })).dialled;
}

/** One connection, and whether it failed because the server did not want the token. */
interface Attempt {
  readonly dialled: ConnectResult;
  readonly tokenRefused: boolean;
}

async function connect(dialling: ConnectOptions, credentials: Credentials | undefined): Promise<Attempt> {
  const { server, serverText, timeouts } = dialling;
  let challenged = false;
  const handlers = tokenHandlers(credentials, () => {
    challenged = true;
  });
  const connection = new SMTPConnection({ ...connectionOptions(dialling), customAuth: handlers });
  try {
    const extensions = await handshake(connection, credentials, dialling.connectTimeout);
    if ('offered' in extensions) {
      connection.close();
      return { dialled: { kind: 'failure', ...loginNotOffered(server, extensions.offered) }, tokenRefused: false };
    }
    return { dialled: { kind: 'session', session: takeOver(connection, extensions, timeouts) }, tokenRefused: false };
  } catch (error) {
    connection.close();
    const failure = connectFailure(toError(error), server, serverText);
    return { dialled: { kind: 'failure', ...failure }, tokenRefused: isTokenRefused(error, credentials, challenged) };
  }
}

/** A 535 (RFC 4954 §6), or anything but "not now" after the server had something to say against the token. */
function isTokenRefused(error: unknown, credentials: Credentials | undefined, challenged: boolean): boolean {
  if (credentials?.kind !== 'token') return false;
  const response = error instanceof Error && 'response' in error ? error.response : undefined;
  const code = typeof response === 'string' ? parseReply(response)?.code : undefined;
  return code === 535 || (challenged && (code === undefined || code < 400 || code >= 500));
}

function connectionOptions({ server, helloName, connectTimeout, authorities }: ConnectOptions): SMTPConnection.Options {
  const { host, port, encryption } = server;
  return {
    // DNS must not be able to say that this name is another machine.
    host: host === 'localhost' ? '127.0.0.1' : host,
    ...(host === 'localhost' ? { servername: host } : {}),
    port,
    secure: encryption === 'tls',
    requireTLS: encryption === 'starttls',
    ignoreTLS: encryption === 'none',
    name: helloName,
    connectionTimeout: connectTimeout,
    greetingTimeout: connectTimeout,
    dnsTimeout: connectTimeout,
    // Longer, so that the time-out that comes first tells what was waited for.
    socketTimeout: 2 * connectTimeout,
    tls: { minVersion: 'TLSv1.2', ...(authorities === undefined ? {} : { ca: authorities }) },
  };
}

/** A log-in is wanted, and the server offers other mechanisms, or none. */
interface NoLogin {
  readonly offered: readonly string[];
}

/** Everything until the first message; its answer to EHLO tells what the server offers. */
async function handshake(
  connection: SMTPConnection,
  credentials: Credentials | undefined,
  stepTimeout: number,
): Promise<Extensions | NoLogin> {
  return new Promise((resolve, reject) => {
    // A server that says a little now and then would keep each single step alive.
    const timer = setTimeout(() => {
      reject(Object.assign(new Error('the connection did not become ready'), { code: 'ETIMEDOUT' }));
    }, 3 * stepTimeout);
    const fail = (error?: Error | null) => {
      clearTimeout(timer);
      reject(error ?? new Error('the connection was closed'));
    };
    connection.on('error', fail);
    connection.once('end', fail);
    connection.connect((error) => {
      if (error !== undefined) {
        fail(error);
        return;
      }
      const hello = connection.lastServerResponse;
      const extensions = readExtensions(hello === false ? undefined : parseReply(hello));
      const finish = (value: Extensions | NoLogin) => {
        clearTimeout(timer);
        resolve(value);
      };
      const mechanisms = extensions.authMechanisms;
      if (credentials === undefined) finish(extensions);
      else if (!isOffered(credentials, connection, mechanisms)) finish({ offered: mechanisms });
      else {
        connection.login(loginOf(credentials, mechanisms), (refused) => {
          if (refused === null) finish(extensions);
          else fail(refused);
        });
      }
    });
  });
}

/** From here on the channel is the session's; nodemailer's connection still looks after the end of the socket. */
function takeOver(connection: SMTPConnection, extensions: Extensions, timeouts: SessionTimeouts): Session {
  const socket = openSocket(connection);
  socket.removeAllListeners('data');
  socket.setTimeout(0);
  const drop = () => {
    socket.destroy();
    connection.close();
  };
  return new Session({ socket, extensions, drop }, timeouts);
}

function openSocket(connection: SMTPConnection): Socket {
  const socket = connection._socket;
  if (socket === false || socket === null || socket.destroyed) throw new Error('the connection was closed');
  return socket;
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
