import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import {
  networksOf,
  networksOfRequest,
  UNKNOWN,
  type ClientNetwork,
  type NetworkPrefix,
  type ProxyTrust,
} from './client-network.js';
/** The share of all connections that a network of each size may have at once. */
const SHARES: Readonly<Record<NetworkPrefix, number>> = { 64: 0.1, 56: 0.15, 48: 0.3, 24: 0.1, 16: 0.3 };
/** A client that needs longer reads slowly; before this time no client is cut off during an answer. */
const ANSWER_MS = 5000;

interface Connection {
  readonly socket: Socket;
  /** From narrow to wide; none while a proxy keeps it open for its next client. */
  networks: readonly ClientNetwork[];
  /** The request that it sends, or gets an answer to. */
  request: IncomingMessage | undefined;
  /** The time since when it sends a request, or waits; in milliseconds. */
  since: number;
}

export interface ConnectionsOptions {
  readonly trust: ProxyTrust;
  /** How many connections there may be at once. */
  readonly most: number;
  /** In milliseconds. */
  readonly now?: () => number;
}

/**
 * The open connections, by the networks that they come from. Where a network has more than its share, or all together
 * are too many, the network that has the most loses the one that has been slow for longest: idle, or half-way through a
 * request. Somebody who opens very many shuts out themselves.
 */
export class Connections {
  readonly #options: ConnectionsOptions;
  readonly #now: () => number;
  readonly #open = new Map<Socket, Connection>();
  readonly #byNetwork = new Map<string, Set<Connection>>();

  constructor(options: ConnectionsOptions) {
    this.#options = options;
    this.#now = options.now ?? (() => performance.now());
  }

  /** How many are open. */
  get size(): number {
    return this.#open.size;
  }

  /** Adds a new connection; another one may be closed for it. */
  add(socket: Socket): void {
    const connection: Connection = { socket, networks: [], request: undefined, since: this.#now() };
    this.#open.set(socket, connection);
    socket.once('close', () => {
      this.#remove(connection);
    });
    const address = socket.remoteAddress ?? '';
    if (!this.#isProxy(address)) this.#enter(connection, networksOf(address) ?? UNKNOWN);
    if (this.#open.size > this.#options.most) this.#cut(slowest(this.#largestGroup(), connection, this.#now()));
  }

  /**
   * Notes that a request came whose head is whole.
   *
   * @returns whether it is to be answered: behind a proxy, only now is it known from which network it comes.
   */
  begin(incoming: IncomingMessage, outgoing: ServerResponse): boolean {
    const connection = this.#open.get(incoming.socket);
    if (connection === undefined) return false;
    connection.request = incoming;
    connection.since = this.#now();
    const { trust } = this.#options;
    if (trust.trustProxy) this.#enter(connection, networksOfRequest(incoming, trust));
    outgoing.once('close', () => {
      if (connection.request !== incoming) return;
      connection.request = undefined;
      connection.since = this.#now();
      if (trust.trustProxy) this.#removeFromNetworks(connection);
    });
    return this.#open.has(incoming.socket);
  }

  /**
   * A proxy brings the readers of all networks. One on this machine is known as such even where the configuration does
   * not say so: then its connections count as of no network.
   */
  #isProxy(address: string): boolean {
    return this.#options.trust.trustProxy || /^(::1|(::ffff:)?127\.0\.0\.1)$/i.test(address);
  }

  #enter(connection: Connection, networks: readonly ClientNetwork[]): void {
    this.#removeFromNetworks(connection);
    connection.networks = networks;
    for (const { name } of networks) {
      const others = this.#byNetwork.get(name);
      if (others === undefined) this.#byNetwork.set(name, new Set([connection]));
      else others.add(connection);
    }
    for (const { name, prefix } of networks) {
      const members = this.#byNetwork.get(name);
      // The new connection itself was cut off.
      if (members?.has(connection) !== true) return;
      const share = Math.max(1, Math.floor(this.#options.most * SHARES[prefix]));
      if (members.size > share) this.#cut(slowest(members, connection, this.#now()));
    }
  }

  #removeFromNetworks(connection: Connection): void {
    for (const { name } of connection.networks) {
      const members = this.#byNetwork.get(name);
      members?.delete(connection);
      if (members?.size === 0) this.#byNetwork.delete(name);
    }
    connection.networks = [];
  }

  #remove(connection: Connection): void {
    this.#open.delete(connection.socket);
    this.#removeFromNetworks(connection);
  }

  #cut(connection: Connection): void {
    this.#remove(connection);
    connection.socket.destroy();
  }

  /** Of the widest network that has the most, the narrower one that has the most, and so on. */
  #largestGroup(): readonly Connection[] {
    let group: readonly Connection[] = [...this.#open.values()];
    for (const level of [1, 2, 3]) group = largest(group, ({ networks }) => networks.at(-level)?.name ?? '');
    return group;
  }
}

function largest(connections: readonly Connection[], keyOf: (one: Connection) => string): readonly Connection[] {
  const groups = new Map<string, Connection[]>();
  for (const connection of connections) {
    const key = keyOf(connection);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [connection]);
    else group.push(connection);
  }
  return [...groups.values()].reduce((most, group) => (group.length > most.length ? group : most), []);
}

/** Which connection goes: the one that has been slow for longest; then one that reads slowly; otherwise the newest. */
function slowest(connections: Iterable<Connection>, newest: Connection, now: number): Connection {
  let slow: Connection | undefined;
  let answered: Connection | undefined;
  for (const connection of connections) {
    if (connection === newest) continue;
    if (connection.request?.complete === true) answered = olderOf(answered, connection);
    else slow = olderOf(slow, connection);
  }
  if (slow !== undefined) return slow;
  return answered !== undefined && now - answered.since > ANSWER_MS ? answered : newest;
}

function olderOf(one: Connection | undefined, other: Connection): Connection {
  return one !== undefined && one.since <= other.since ? one : other;
}
