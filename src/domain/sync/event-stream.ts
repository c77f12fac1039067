/** One event of `text/event-stream`. */
export interface StreamEvent {
  readonly event: string;
  readonly data: string;
}

/** Writes an event as the stream carries it; with an id, it is what a client resumes after. */
export function writeEvent({ event, data }: StreamEvent, id?: number): string {
  return `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${data}\n\n`;
}

/** A line that means nothing and shows that the stream is alive. */
export const HEARTBEAT = ':\n\n';

/** Reads a stream in the pieces in which it comes, however they were cut. */
export class EventReader {
  #rest = '';

  /** The events that this piece completes. */
  read(piece: string): StreamEvent[] {
    const blocks = (this.#rest + piece).split('\n\n');
    this.#rest = blocks.pop()!;
    return blocks.flatMap(eventOf);
  }
}

function eventOf(block: string): StreamEvent[] {
  const lines = block.split('\n');
  const after = (name: string) => lines.filter((line) => line.startsWith(`${name}: `)).map((line) => line.slice(name.length + 2));
  const data = after('data');
  return data.length === 0 ? [] : [{ event: after('event')[0] ?? 'message', data: data.join('\n') }];
}
