import { isOpenRelease, type Release } from '../../domain/release/release.ts';
import { Border } from './Border.tsx';
import { ReleaseCapacity } from './ReleaseCapacity.tsx';
import { Risks } from './Risks.tsx';
import { Milestones } from './Milestones.tsx';

/** What stands around a release: how ready it is, what speaks against it, what its teams can do, the days that it must keep to, and the work of others that it waits for. */
export function AroundRelease({ release, onOpen }: { release: Release; onOpen: (item: string) => void }) {
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto grid max-w-220 grid-cols-[minmax(0,1fr)] gap-8 p-6 max-tablet:p-4">
        {isOpenRelease(release) && <Risks release={release} onOpen={onOpen} />}
        <ReleaseCapacity release={release} />
        <Milestones release={release} />
        <Border release={release} onOpen={onOpen} />
      </div>
    </div>
  );
}
