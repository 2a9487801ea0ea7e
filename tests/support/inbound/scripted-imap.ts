import { createServer, type Server, type Socket } from 'node:net';

/** What a scripted IMAP server does; what is left out, it does well. */
export interface ImapScript {
  readonly greeting?: string;
  /** Its capabilities, without IMAP4rev1. */
  readonly capabilities?: string;
  /** The answer to a log-in, without the tag; a list is used up one by one. */
  readonly login?: string[];
  /** The answers to opening the folder. */
  readonly select?: string[];
  /** Ends the connection instead of answering these commands, once each. */
  readonly dropAt?: string[];
  /** Answers with this instead of a mail, without the tag. */
  readonly fetchAnswer?: string;
  /** Called with each command, in upper case, and its rest. */
  readonly onCommand?: (command: string, rest: string) => void;
}

/** An IMAP server of ours on loopback, without encryption, for what a real one does not do when it is asked to. */
export class ScriptedImap {
  readonly commands: string[] = [];
  /** The mails in its INBOX, by UID. */
  readonly mails = new Map<number, string>();
  readonly #script: ImapScript;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  constructor(script: ImapScript = {}) {
    this.#script = script;
    this.#server = createServer((socket) => {
      this.#take(socket);
    });
  }

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('the server does not listen');
    return `imap://news%40example.org@127.0.0.1:${String(address.port)}/INBOX?tls=off`;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #take(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => this.#sockets.delete(socket));
    socket.write(`${this.#script.greeting ?? '* OK ready'}\r\n`);
    if (this.#script.greeting?.startsWith('* BYE') === true) socket.end();
    let waiting = '';
    let challenged = '';
    socket.on('data', (chunk) => {
      waiting += chunk.toString('latin1');
      for (let end = waiting.indexOf('\r\n'); end >= 0; end = waiting.indexOf('\r\n')) {
        const line = waiting.slice(0, end);
        waiting = waiting.slice(end + 2);
        if (challenged === '') challenged = this.#answer(socket, line);
        else {
          socket.write(`${challenged}\r\n`);
          challenged = '';
        }
      }
    });
  }

  /** @returns what is said after the client's next line, where that continues this command. */
  #answer(socket: Socket, line: string): string {
    const [tag = '', first = '', ...others] = line.split(' ');
    const isUid = first.toUpperCase() === 'UID';
    const command = (isUid ? `UID ${others.shift() ?? ''}` : first).toUpperCase();
    const rest = others.join(' ');
    this.commands.push(command);
    this.#script.onCommand?.(command, rest);
    const drop = this.#script.dropAt?.indexOf(command) ?? -1;
    if (drop >= 0) {
      this.#script.dropAt?.splice(drop, 1);
      socket.destroy();
      return '';
    }
    const say = (...lines: readonly string[]) => socket.write(`${lines.join('\r\n')}\r\n`, 'latin1');
    const { capabilities = 'IDLE AUTH=PLAIN AUTH=XOAUTH2 SASL-IR' } = this.#script;
    switch (command) {
      case 'CAPABILITY':
        say(`* CAPABILITY IMAP4rev1 ${capabilities}`, `${tag} OK done`);
        return '';
      case 'LOGIN':
        say(`${tag} ${this.#script.login?.shift() ?? 'OK welcome'}`);
        return '';
      case 'AUTHENTICATE':
        return this.#authenticate(say, tag, rest);
      case 'LIST':
        say('* LIST () "/" INBOX', `${tag} OK done`);
        return '';
      case 'SELECT':
      case 'EXAMINE':
        say(`* ${String(this.mails.size)} EXISTS`, '* OK [UIDVALIDITY 7] valid', '* OK [UIDNEXT 100] next');
        say(`${tag} ${this.#script.select?.shift() ?? 'OK [READ-ONLY] open'}`);
        return '';
      case 'UID SEARCH':
        say(`* SEARCH ${[...this.mails.keys()].join(' ')}`, `${tag} OK done`);
        return '';
      case 'UID FETCH':
        this.#fetch(say, tag, rest);
        return '';
      case 'IDLE':
        say('+ idling');
        return `${tag} OK idled`;
      case 'LOGOUT':
        say('* BYE', `${tag} OK bye`);
        socket.end();
        return '';
      default:
        say(`${tag} OK done`);
        return '';
    }
  }

  #authenticate(say: (...lines: readonly string[]) => void, tag: string, rest: string): string {
    const answer = this.#script.login?.shift() ?? 'OK welcome';
    if (rest.startsWith('PLAIN')) {
      say('+ ');
      return `${tag} ${answer}`;
    }
    if (answer.startsWith('OK')) {
      say(`${tag} ${answer}`);
      return '';
    }
    // XOAUTH2 tells first what is wrong with the token.
    say(`+ ${Buffer.from('{"status":"400"}').toString('base64')}`);
    return `${tag} ${answer}`;
  }

  #fetch(say: (...lines: readonly string[]) => void, tag: string, rest: string): void {
    const uids = (rest.split(' ')[0] ?? '').split(',').map(Number);
    for (const [index, uid] of uids.entries()) {
      const mail = this.mails.get(uid) ?? '';
      if (this.#script.fetchAnswer !== undefined && rest.includes('BODY')) say(this.#script.fetchAnswer);
      else if (rest.includes('BODY')) {
        say(`* ${String(index + 1)} FETCH (UID ${String(uid)} BODY[]<0> {${String(mail.length)}}`, `${mail})`);
      } else say(`* ${String(index + 1)} FETCH (UID ${String(uid)} RFC822.SIZE ${String(mail.length)})`);
    }
    say(`${tag} OK done`);
  }
}
