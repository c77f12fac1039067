import { useParams, useSearch } from '@tanstack/react-router';
import { Shell } from '../app/Shell.tsx';
import { NotFoundPage } from '../app/NotFoundPage.tsx';
import { places, type At } from '../app/places.ts';
import { releaseChecklist } from '../../domain/checklist/checklist.ts';
import { releaseRisks } from '../../domain/readiness/release-risks.ts';
import { isOpenRelease, type Release } from '../../domain/release/release.ts';
import { contentsOf } from '../../domain/release/rows-in-release.ts';
import { useOpenItem } from '../backlog/use-open-item.ts';
import { itemBeside } from '../backlog/item-beside.tsx';
import { useCommand, useLook, useMay, useReading, useRecord } from '../store/hooks.ts';
import type { View } from '../ui/frame/place.ts';
import { Checklist } from '../checklist/Checklist.tsx';
import { AroundRelease } from './AroundRelease.tsx';
import { ReleaseActs } from './ReleaseActs.tsx';
import { ReleaseBacklog } from './ReleaseBacklog.tsx';
import { ReleaseFacts } from './ReleaseFacts.tsx';
import { ReleaseProgress } from './ReleaseProgress.tsx';
import { ReleaseNotes } from './ReleaseNotes.tsx';
import { Warnings } from './Warnings.tsx';

/** One release: its commitment, and its backlog in rank order with its own line across it. */
export function ReleasePage() {
  const { release: id } = useParams({ strict: false }) as { release: string };
  const release = useRecord('release', id);
  return release ? <Loaded key={id} release={release} /> : <NotFoundPage />;
}

type ReleaseView = 'backlog' | 'progress' | 'around' | 'checklist' | 'notes';

function Loaded({ release }: { release: Release }) {
  const { view = 'backlog' } = useSearch({ strict: false }) as { view?: ReleaseView };
  const at = useParams({ strict: false }) as At;
  const command = useCommand();
  const opened = useOpenItem();
  const views = useViews(release, view);
  const mayRename = useMay('plan-releases', { in: 'release', id: release.id }) && isOpenRelease(release);
  return (
    <Shell
      title={release.name}
      back={{ label: 'All releases', href: places.releases(at) }}
      onRename={
        mayRename ? (name) => command({ verb: 'updateRelease', input: { release: release.id, name } }, { toast: `The release is called ${name}` }) : undefined
      }
      views={views}
      right={<ReleaseActs release={release} />}
      bar={<ReleaseFacts release={release} />}
      panel={itemBeside(opened)}
    >
      <div className="flex h-full flex-col">
        <Warnings release={release.id} />
        <div className="min-h-0 flex-1">
          {view === 'notes' ? (
            <ReleaseNotes release={release} />
          ) : view === 'checklist' ? (
            <Checklist release={release} />
          ) : view === 'around' ? (
            <AroundRelease release={release} onOpen={opened.open} />
          ) : view === 'progress' ? (
            <ReleaseProgress release={release} onOpen={opened.open} />
          ) : (
            <ReleaseBacklog release={release} onOpen={opened.open} />
          )}
        </div>
      </div>
    </Shell>
  );
}

/** The looks at a release. */
function useViews(release: Release, current: ReleaseView): readonly View[] {
  const at = useParams({ strict: false }) as At;
  const items = useLook((view) => contentsOf(view, release.id).length, [release.id]);
  const risks = useReading(releaseRisks, { release: release.id }).risks.length;
  const { done, of } = useReading(releaseChecklist, { release: release.id });
  const place = places.release(at, release.id);
  const one = (id: ReleaseView, label: string, count?: number): View => ({
    id,
    label,
    href: id === 'backlog' ? place : `${place}?view=${id}`,
    isCurrent: id === current,
    count,
  });
  return [
    one('backlog', 'Backlog', items),
    one('progress', 'Progress'),
    one('around', 'Around', risks === 0 ? undefined : risks),
    one('checklist', 'Checklist', of === done ? undefined : of - done),
    one('notes', 'Notes'),
  ];
}
