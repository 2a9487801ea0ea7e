import { createServer, type Server, type Socket } from 'node:net';
import { createSecureContext, TLSSocket } from 'node:tls';
import { LOOPBACK_CERTIFICATE, type TestCertificate } from './certificates.js';

/** Where a server can misbehave; `body` is while the message arrives, `end` after its final dot. */
export type Place =
  'greeting' | 'EHLO' | 'STARTTLS' | 'AUTH' | 'challenge' | 'MAIL' | 'RCPT' | 'DATA' | 'body' | 'end' | 'RSET' | 'QUIT';

/** A reply (without line end), or a fault. Undefined: as a good server would. */
export type Behaviour = string | { readonly fault: 'drop' | 'silence' | 'reset' } | undefined;

export interface Turn {
  readonly place: Place;
  /** The whole line of a command. */
  readonly line: string;
  /** The number of this connection, from 1. */
  readonly connection: number;
  /** How many messages this connection has brought. */
  readonly messages: number;
  /** The recipient of the message at hand. */
  readonly recipient: string;
}

export interface FaultServerOptions {
  readonly extensions?: readonly string[];
  /** TLS from the first byte. */
  readonly secure?: boolean;
  readonly startTls?: boolean;
  readonly certificate?: TestCertificate;
  readonly login?: { readonly user: string; readonly password: string };
  /** Takes tokens (XOAUTH2, OAUTHBEARER), those that are good just now. */
  readonly oauth?: OAuthLogin;
  readonly behave?: (turn: Turn) => Behaviour;
  /** Stops reading as soon as the message begins, so that no more of it leaves the client. */
  readonly deaf?: boolean;
}

export interface OAuthLogin {
  readonly user: string;
  readonly isGood: (token: string) => boolean;
  /** Both by default. */
  readonly mechanisms?: readonly string[];
  /** Google answers 334 with what it has against the token, Microsoft 535 at once. */
  readonly refusal: 'challenge' | 'plain';
  /** What stands at the end of a refusal. */
  readonly words?: string;
}

export interface TakenMessage {
  readonly mail: string;
  readonly recipient: string;
  readonly bytes: Buffer;
  readonly encrypted: boolean;
}

const GOOD_EXTENSIONS = ['PIPELINING', '8BITMIME', 'SMTPUTF8', 'DSN', 'SIZE 10000000'];
const END = Buffer.from('\r\n.\r\n');

/** An SMTP server that does what a test tells it, and keeps what it took. */
export class FaultServer {
  readonly taken: TakenMessage[] = [];
  readonly lines: string[] = [];
  /** When each message was begun, in milliseconds. */
  readonly begun: number[] = [];
  connections = 0;
  open = 0;
  mostOpen = 0;
  readonly options: FaultServerOptions;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  constructor(options: FaultServerOptions = {}) {
    this.options = options;
    this.#server = createServer({ noDelay: true }, (socket) => {
      this.#take(socket);
    });
  }

  async listen(port = 0): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, '127.0.0.1', resolve);
    });
    return this.port;
  }

  get port(): number {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('the server does not listen');
    return address.port;
  }

  /** Ends every connection; the server goes on. */
  dropAll(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  async close(): Promise<void> {
    this.dropAll();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #take(socket: Socket): void {
    this.connections += 1;
    this.open += 1;
    this.mostOpen = Math.max(this.mostOpen, this.open);
    this.#sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('close', () => {
      this.open -= 1;
      this.#sockets.delete(socket);
    });
    const encrypted = this.options.secure === true ? encrypt(socket, this.options) : socket;
    new Dialogue(this, socket, this.connections).begin(encrypted);
  }
}

function encrypt(socket: Socket, { certificate = LOOPBACK_CERTIFICATE }: FaultServerOptions): Socket {
  const encrypted = new TLSSocket(socket, { isServer: true, secureContext: createSecureContext({ ...certificate }) });
  encrypted.on('error', () => undefined);
  return encrypted;
}

/** One connection. */
class Dialogue {
  readonly #server: FaultServer;
  readonly #plain: Socket;
  readonly #connection: number;
  #socket: Socket;
  #received = Buffer.alloc(0);
  #inData = false;
  #encrypted: boolean;
  #messages = 0;
  #mail = '';
  #recipient = '';
  #over = false;
  /** The refusal that follows the answer to a challenge. */
  #challenged: string | undefined;

  constructor(server: FaultServer, socket: Socket, connection: number) {
    this.#server = server;
    this.#plain = socket;
    this.#socket = socket;
    this.#connection = connection;
    this.#encrypted = server.options.secure === true;
  }

  begin(socket: Socket): void {
    this.#listen(socket);
    this.#answer('greeting', '', '220 test.example.org ESMTP');
  }

  #listen(socket: Socket): void {
    this.#socket = socket;
    socket.on('data', (bytes: Buffer) => {
      this.#received = Buffer.concat([this.#received, bytes]);
      this.#work();
    });
  }

  #work(): void {
    while (!this.#over) {
      if (this.#inData) {
        if (!this.#readBody()) return;
        continue;
      }
      const end = this.#received.indexOf('\r\n');
      if (end < 0) return;
      const line = this.#received.subarray(0, end).toString('utf8');
      this.#received = this.#received.subarray(end + 2);
      this.#command(line);
    }
  }

  #readBody(): boolean {
    const behaviour = this.#behaviour('body', '');
    if (behaviour !== undefined) {
      this.#do(behaviour);
      return false;
    }
    // The line end before the dot belongs to the message; an empty one has only that of DATA.
    const end = Buffer.concat([Buffer.from('\r\n'), this.#received]).indexOf(END);
    if (end < 0) return false;
    const stuffed = this.#received.subarray(0, end).toString('latin1');
    this.#received = this.#received.subarray(end + 3);
    this.#inData = false;
    const answered = this.#answer('end', '', '250 2.0.0 taken');
    if (answered.startsWith('2')) {
      const bytes = Buffer.from(stuffed.replace(/(^|\r\n)\./g, '$1'), 'latin1');
      this.#server.taken.push({ mail: this.#mail, recipient: this.#recipient, bytes, encrypted: this.#encrypted });
    }
    this.#messages += 1;
    this.#mail = '';
    this.#recipient = '';
    return true;
  }

  #command(line: string): void {
    this.#server.lines.push(line);
    if (this.#challenged !== undefined) {
      const refusal = this.#challenged;
      this.#challenged = undefined;
      this.#answer('challenge', line, refusal);
      return;
    }
    const verb = line.split(/[ :]/)[0]?.toUpperCase() ?? '';
    const { startTls = false, login, oauth, extensions = GOOD_EXTENSIONS } = this.#server.options;
    const mechanisms = [
      ...(login === undefined ? [] : ['PLAIN']),
      ...(oauth === undefined ? [] : (oauth.mechanisms ?? ['XOAUTH2', 'OAUTHBEARER'])),
    ];
    if (verb === 'EHLO') {
      const offered = [
        'test.example.org',
        ...extensions,
        ...(startTls && !this.#encrypted ? ['STARTTLS'] : []),
        ...(mechanisms.length === 0 ? [] : [`AUTH ${mechanisms.join(' ')}`]),
      ];
      this.#answer(
        'EHLO',
        line,
        offered.map((text, index) => `250${index < offered.length - 1 ? '-' : ' '}${text}`).join('\r\n'),
      );
    } else if (verb === 'STARTTLS') this.#startTls(line, startTls);
    else if (verb === 'AUTH' && oauth !== undefined) this.#takeToken(line, oauth);
    else if (verb === 'AUTH')
      this.#answer('AUTH', line, login !== undefined && line === authLine(login) ? '235 2.7.0 ok' : '535 5.7.8 wrong');
    else if (verb === 'MAIL') {
      this.#server.begun.push(performance.now());
      if (this.#mail !== '') this.#reply('503 5.5.1 nested MAIL');
      else if (this.#answer('MAIL', line, '250 2.1.0 ok').startsWith('2')) this.#mail = line;
    } else if (verb === 'RCPT') {
      this.#recipient = /<(.*?)>/.exec(line)?.[1] ?? '';
      if (this.#mail === '') this.#reply('503 5.5.1 no MAIL');
      else if (!this.#answer('RCPT', line, '250 2.1.5 ok').startsWith('2')) this.#recipient = '';
    } else if (verb === 'DATA') {
      if (this.#recipient === '') this.#reply('554 5.5.1 no valid recipients');
      else if (this.#answer('DATA', line, '354 go ahead').startsWith('354')) {
        this.#inData = true;
        if (this.#server.options.deaf === true) this.#socket.pause();
      }
    } else if (verb === 'RSET') {
      this.#mail = '';
      this.#recipient = '';
      this.#answer('RSET', line, '250 2.0.0 ok');
    } else if (verb === 'QUIT') {
      this.#answer('QUIT', line, '221 2.0.0 bye');
      this.#over = true;
      this.#socket.end();
    } else this.#reply('500 5.5.2 what?');
  }

  #takeToken(line: string, { user, isGood, refusal, words = '5.7.8 not accepted' }: OAuthLogin): void {
    const [, mechanism = '', initial = ''] = line.split(' ');
    const [head = '', ...fields] = Buffer.from(initial, 'base64').toString('utf8').split('\x01');
    const named = mechanism === 'XOAUTH2' ? head === `user=${user}` : head === `n,a=${user},`;
    const token = /^auth=Bearer ([^\x01]+)$/.exec(fields[0] ?? '')?.[1] ?? '';
    const whole = fields.length === 3 && fields[1] === '' && fields[2] === '';
    if (named && whole && isGood(token)) this.#answer('AUTH', line, '235 2.7.0 Accepted');
    else if (refusal === 'plain') this.#answer('AUTH', line, `535 ${words}`);
    else {
      const errorStatus = { status: '400', schemes: 'Bearer', scope: 'https://mail.google.com/' };
      const challenge = `334 ${Buffer.from(JSON.stringify(errorStatus)).toString('base64')}`;
      if (this.#answer('AUTH', line, challenge).startsWith('334')) this.#challenged = `535 ${words}`;
    }
  }

  #startTls(line: string, offered: boolean): void {
    if (!this.#answer('STARTTLS', line, offered ? '220 go' : '502 5.5.1 not here').startsWith('220')) return;
    this.#plain.removeAllListeners('data');
    this.#encrypted = true;
    this.#listen(encrypt(this.#plain, this.#server.options));
  }

  #behaviour(place: Place, line: string): Behaviour {
    const [connection, messages, recipient] = [this.#connection, this.#messages, this.#recipient];
    return this.#server.options.behave?.({ place, line, connection, messages, recipient });
  }

  /** What was said, '' where nothing was. */
  #answer(place: Place, line: string, good: string): string {
    const behaviour = this.#behaviour(place, line) ?? good;
    this.#do(behaviour);
    return typeof behaviour === 'string' ? behaviour : '';
  }

  #do(behaviour: Exclude<Behaviour, undefined>): void {
    if (typeof behaviour === 'string') {
      this.#reply(behaviour);
      if (behaviour.startsWith('421')) {
        this.#over = true;
        this.#socket.end();
      }
      return;
    }
    this.#over = true;
    if (behaviour.fault === 'drop') this.#socket.destroy();
    if (behaviour.fault === 'reset') this.#plain.resetAndDestroy();
  }

  #reply(text: string): void {
    this.#socket.write(`${text}\r\n`);
  }
}

function authLine({ user, password }: { readonly user: string; readonly password: string }): string {
  return `AUTH PLAIN ${Buffer.from(`\0${user}\0${password}`).toString('base64')}`;
}
