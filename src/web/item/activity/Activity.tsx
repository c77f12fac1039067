import { useState } from 'react';
import { Undo2 } from 'lucide-react';
import type { Item } from '../../../domain/backlog/item.ts';
import { nameIn } from '../../app/name-in.ts';
import { useNow } from '../../app/use-now.ts';
import type { HistoryEntry, HistoryPage } from '../../store/server.ts';
import { useCommand, useItemHistory, useLook, useMay, useMe } from '../../store/hooks.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { ago, exactDay, exactMoment } from './ago.ts';
import { happenedOn } from './happened-on.ts';
import { entrySentence } from './entry-sentence.ts';
import { grouped } from '../../ui/grouped.ts';

const FIRST_SHOWN = 12;

/** What was done to an item, newest first, from the log. */
export function Activity({ item }: { item: Item }) {
  return (
    <Tabs label="About this item" tabs={[{ id: 'activity', label: 'Activity' }]} value="activity" onChange={() => undefined}>
      <History item={item} />
    </Tabs>
  );
}

function History({ item }: { item: Item }) {
  const { state, value: { data: entries, next } = NOTHING, loadOlder } = useItemHistory(item.id);
  const [isAll, setIsAll] = useState(false);
  const canEdit = useMay('edit-items', { in: 'item', id: item.id });
  const lines = useLook(
    (view) => entries.flatMap((entry) => lineOf(entry, { says: entrySentence(view, entry, item.id), name: nameIn(view) })),
    [entries, item.id],
  );
  if (state === 'loading') {
    return (
      <div role="status" aria-label="Loading the history" className="grid gap-2.5">
        <Skeleton className="h-3 w-3/5" />
        <Skeleton className="h-3 w-2/5" />
      </div>
    );
  }
  if (state === 'failed')
    return <p className="text-s text-ink-2">The history could not be loaded. It is safe on the server; open the item again when you are online.</p>;
  const shown = isAll ? lines : lines.slice(0, FIRST_SHOWN);
  return (
    <>
      <ol className="grid gap-1 text-s">
        {shown.map((line) => (
          <HistoryLine key={line.seq} line={line} canUndo={canEdit && line.isUndoable} />
        ))}
      </ol>
      {shown.length < lines.length && (
        <Button size="s" variant="quiet" className="mt-1 -ms-2" onClick={() => setIsAll(true)}>
          {grouped(lines.length - shown.length)} earlier
        </Button>
      )}
      {shown.length === lines.length && next !== null && <Older load={loadOlder} />}
    </>
  );
}

const NOTHING: HistoryPage = { data: [], next: null };

/** The history goes on beyond what is loaded. */
function Older({ load }: { load: () => Promise<boolean> }) {
  const [state, setState] = useState<'ready' | 'loading' | 'failed'>('ready');
  const more = async () => {
    setState('loading');
    setState((await load()) ? 'ready' : 'failed');
  };
  return (
    <>
      <Button
        size="s"
        variant="quiet"
        className="mt-1 -ms-2"
        disabledReason={state === 'loading' ? 'The older history is being loaded.' : undefined}
        onClick={() => void more()}
      >
        {state === 'loading' ? 'Loading…' : 'Show older'}
      </Button>
      {state === 'failed' && (
        <p role="alert" className="text-s text-ink-2">
          The older history could not be loaded. It is safe on the server; try again when you are online.
        </p>
      )}
    </>
  );
}

interface Line {
  readonly seq: number;
  readonly at: string;
  /** Where only the day is known: it happened before it came here. */
  readonly day: string | null;
  readonly actor: string | null;
  readonly who: string;
  readonly says: string;
  readonly reason: string | null;
  readonly isUndoable: boolean;
}

/** What brought many items in at once is not taken back from one of them. */
function lineOf(entry: HistoryEntry, { says, name }: { says: string | null; name: (collection: string, id: string) => string }): Line[] {
  if (says === null) return [];
  const { seq, at, actor, verb, reason, changes } = entry;
  const isUndoable = !verb.startsWith('import') && !changes.some(({ op, in: collection }) => op === 'create' && collection === 'item');
  return [{ seq, at, day: happenedOn(entry), actor, who: actor === null ? 'Cutline' : name('member', actor), says, reason, isUndoable }];
}

function HistoryLine({ line, canUndo }: { line: Line; canUndo: boolean }) {
  const now = useNow();
  const { member: me } = useMe();
  const command = useCommand();
  return (
    <li className="group/entry flex min-h-5 items-start gap-1">
      <span className="min-w-0 flex-1 text-ink-2 wrap-anywhere" dir="auto">
        <strong className="font-semibold text-ink">{line.actor === me ? 'You' : line.who}</strong> {line.says}
        {line.reason !== null && `: “${line.reason}”`} <span aria-hidden="true">·</span>{' '}
        <time dateTime={line.day ?? line.at} data-tip={line.day === null ? exactMoment(line.at) : exactDay(line.day)} className="num whitespace-nowrap">
          {ago(line.day === null ? line.at : `${line.day}T12:00:00.000Z`, now)}
        </time>
      </span>
      {canUndo && (
        <IconButton
          size="s"
          label="Take this change back"
          icon={<Undo2 aria-hidden="true" />}
          onClick={() => command({ verb: 'undoEntry', input: { entry: line.seq } }, { toast: 'Took the change back' })}
          className="-my-0.5 opacity-0 group-hover/entry:opacity-100 focus-visible:opacity-100 pointer-coarse:opacity-100"
        />
      )}
    </li>
  );
}
