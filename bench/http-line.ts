import { connect } from 'node:net';
import { once } from 'node:events';

/** One connection that is kept open and asks one thing after the other. It does as little as can be, because it shares the machine with what it measures. */
export class HttpLine {
  readonly #socket;
  readonly #host: string;
  #waiting: ((answer: { status: number; body: string }) => void) | null = null;
  #text = '';

  private constructor(port: number) {
    this.#host = `127.0.0.1:${port}`;
    this.#socket = connect(port, '127.0.0.1').setNoDelay(true).setEncoding('utf8');
    this.#socket.on('data', (text: string) => this.#take(text));
  }

  static async open(port: number): Promise<HttpLine> {
    const line = new HttpLine(port);
    await once(line.#socket, 'connect');
    return line;
  }

  ask({ method, path, headers = '', body = '' }: { method: string; path: string; headers?: string; body?: string }): Promise<{ status: number; body: string }> {
    const type = body === '' ? '' : `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n`;
    this.#socket.write(`${method} ${path} HTTP/1.1\r\nhost: ${this.#host}\r\n${headers}${type}\r\n${body}`);
    return new Promise((resolve) => {
      this.#waiting = resolve;
    });
  }

  close(): void {
    this.#socket.destroy();
  }

  /** Answers are plain ASCII here, so that characters are bytes. */
  #take(text: string): void {
    this.#text += text;
    const end = this.#text.indexOf('\r\n\r\n');
    if (end < 0) return;
    const [, length] = /\r\ncontent-length: (\d+)/i.exec(this.#text.slice(0, end)) ?? [];
    const whole = end + 4 + Number(length ?? 0);
    if (this.#text.length < whole) return;
    const answer = { status: Number(this.#text.slice(9, 12)), body: this.#text.slice(end + 4, whole) };
    this.#text = this.#text.slice(whole);
    const told = this.#waiting;
    this.#waiting = null;
    told?.(answer);
  }
}
