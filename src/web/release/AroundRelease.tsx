import type { Release } from '../../domain/release/release.ts';
import { Border } from './Border.tsx';
import { Milestones } from './Milestones.tsx';

/** What stands around a release: the days that it must keep to, and the work of others that it waits for. */
export function AroundRelease({ release, onOpen }: { release: Release; onOpen: (item: string) => void }) {
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto grid max-w-220 grid-cols-[minmax(0,1fr)] gap-8 p-6 max-tablet:p-4">
        <Milestones release={release} />
        <Border release={release} onOpen={onOpen} />
      </div>
    </div>
  );
}
