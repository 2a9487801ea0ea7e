import type { Socket } from 'node:net';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { SmtpServer } from '../../model/smtp.js';
import { dialFailure, loginNotOffered } from './dial-failure.js';
import type { DialFailure } from './dial-failure.js';
import { readExtensions } from './extensions.js';
import type { Extensions } from './extensions.js';
import { parseReply } from './replies.js';
import type { ServerText } from './server-text.js';
import { Session } from './session.js';
import type { SessionTimeouts } from './session.js';

/** What a connection is made with. */
export interface Dialling {
  readonly server: SmtpServer;
  /** How this program names itself: by the list's domain, since the name of a laptop is nobody's business. */
  readonly helloName: string;
  /** For each step until the connection is ready, in milliseconds. */
  readonly connectTimeout: number;
  readonly timeouts: SessionTimeouts;
  /** Authorities (PEM) to be trusted in place of the usual ones; only tests have any. */
  readonly authorities: string | undefined;
  readonly serverText: ServerText;
}

export type Dialled =
  { readonly kind: 'session'; readonly session: Session } | ({ readonly kind: 'failure' } & DialFailure);

/** Makes a connection, encrypts it and logs in; never in plain text, unless the server is on this machine. */
export async function dial(dialling: Dialling): Promise<Dialled> {
  const { server, serverText, timeouts } = dialling;
  const connection = new SMTPConnection(connectionOptions(dialling));
  try {
    const extensions = await handshake(connection, server, dialling.connectTimeout);
    if (extensions === 'no-login') {
      connection.close();
      return { kind: 'failure', ...loginNotOffered(server) };
    }
    return { kind: 'session', session: takeOver(connection, extensions, timeouts) };
  } catch (error) {
    connection.close();
    return { kind: 'failure', ...dialFailure(asError(error), server, serverText) };
  }
}

function connectionOptions({ server, helloName, connectTimeout, authorities }: Dialling): SMTPConnection.Options {
  const { host, port, encryption } = server;
  return {
    // Nobody may say by DNS that this name is another machine.
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

/** Everything until the first message; its answer to EHLO tells what the server offers. */
async function handshake(
  connection: SMTPConnection,
  { login }: SmtpServer,
  stepTimeout: number,
): Promise<Extensions | 'no-login'> {
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
      const finish = (value: Extensions | 'no-login') => {
        clearTimeout(timer);
        resolve(value);
      };
      if (login === undefined) finish(extensions);
      else if (!connection.allowsAuth) finish('no-login');
      else {
        connection.login({ user: login.user, pass: login.password }, (refused) => {
          if (refused === null) finish(extensions);
          else fail(refused);
        });
      }
    });
  });
}

/** From here on the dialogue is the session's; nodemailer's connection still looks after the end of the socket. */
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

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
