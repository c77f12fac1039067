import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** Stands between a client and PostgreSQL and cuts a connection at the worst moment. */
export interface CuttingProxy {
  /** The database's address by way of the proxy. */
  readonly url: string;
  /** The next COMMIT is lost on its way (`before`), or is done and only its answer is lost (`after`). */
  cutNextCommit(when: 'before' | 'after'): void;
  cuts(): number;
  close(): Promise<void>;
}

/** The message that a client sends for `commit`: type, length, text, NUL. */
const COMMIT = Buffer.from('Q\0\0\0\u000bcommit\0', 'latin1');

export async function cuttingProxy(databaseUrl: string): Promise<CuttingProxy> {
  const target = new URL(databaseUrl);
  const open = new Set<Socket>();
  let next: 'before' | 'after' | null = null;
  let cuts = 0;
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    let isCutting = false;
    const cut = (): void => {
      cuts += 1;
      client.destroy();
      upstream.destroy();
    };
    client.on('data', (chunk) => {
      if (next && chunk.includes(COMMIT)) {
        const when = next;
        next = null;
        if (when === 'before') return cut();
        isCutting = true;
      }
      upstream.write(chunk);
    });
    upstream.on('data', (chunk) => (isCutting ? cut() : client.write(chunk)));
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      open.add(one);
      one.on('error', () => other.destroy()); // a cut connection says so on its other side
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    cutNextCommit: (when) => (next = when),
    cuts: () => cuts,
    close: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
