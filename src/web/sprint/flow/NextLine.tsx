/** The replenishment line: above it stands what is pulled next, below it the queue is refilled. */
export function NextLine({ count, room, limit }: { count: number; room: number; limit: number }) {
  return (
    <div role="gridcell" data-line className="relative flex h-full items-center px-4">
      <span aria-hidden="true" className="absolute inset-x-0 top-1/2 border-t-2 border-accent" />
      <span className="num relative rounded-control bg-accent px-2 text-s leading-5 font-medium text-on-accent">{nextText(count, room, limit)}</span>
    </div>
  );
}

function nextText(count: number, room: number, limit: number): string {
  if (room <= 0)
    return room === 0 ? `The limit of ${limit} is reached: finish something first` : `${-room} more than the limit of ${limit}: finish something first`;
  return count < room ? `Room for ${room}: refill the queue` : `Next: ${count} until the limit of ${limit}`;
}
