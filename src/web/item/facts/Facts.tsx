import { useState } from 'react';
import type { Item } from '../../../domain/backlog/item.ts';
import { StateMark } from '../../backlog/marks/StateMark.tsx';
import { teamEstimatesOf } from '../../../domain/estimation/team-estimate.ts';
import { teamsOf } from '../../../domain/backlog/team-of.ts';
import { useLook, useMay, useRecord } from '../../store/hooks.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { exactDay, shortDay } from '../../ui/format-day.ts';
import type { FactNotes } from '../ItemPanel.tsx';
import { estimateWords } from '../pickers/estimate-choices.ts';
import { categoryOfOne } from '../category-of-one.ts';
import { useToday } from '../use-today.ts';
import { AddFact, type AddedFact } from './AddFact.tsx';
import { DueFact } from './DueFact.tsx';
import { FinishFact } from './FinishFact.tsx';
import { Fact, PickFact } from './Fact.tsx';
import { LinkFacts } from './LinkFacts.tsx';
import { OtherTeamsFact } from './OtherTeamsFact.tsx';
import { ParentFact } from './ParentFact.tsx';
import { RetroFact } from './RetroFact.tsx';
import { PromiseFact } from './PromiseFact.tsx';
import { TagsFact } from './TagsFact.tsx';
import { TeamFact } from './TeamFact.tsx';

export interface FactsProps {
  readonly item: Item;
  readonly canEdit: boolean;
  readonly notes: FactNotes;
}

/** What is known of an item in short lines. What is empty and seldom filled hides behind `Add`. */
export function Facts({ item, canEdit, notes }: FactsProps) {
  const state = useRecord('state', item.state);
  const person = useRecord('member', item.assignee);
  const hasTeams = useLook((view) => teamsOf(view, item.product).length > 1, [item.product]);
  const [added, setAdded] = useState<AddedFact | null>(null);
  const needsOthers = useLook((view) => view.list(teamEstimatesOf, item.id).length > 0, [item.id]);
  const canPromise = useMay('promise-dates', { in: 'item', id: item.id }) && item.type === 'epic' && canEdit;
  return (
    <dl className="grid">
      <PickFact item={item.id} label="State" kind="state" canEdit={canEdit} says={state?.name ?? ''} empty="">
        <StateMark group={state?.group ?? 'backlog'} label="" />
        <span className="truncate">{state?.name}</span>
      </PickFact>
      <PickFact
        item={item.id}
        label="Estimate"
        kind="estimate"
        canEdit={canEdit}
        says={item.estimate && estimateWords(item.estimate)}
        empty="None"
        note={notes.estimate}
      >
        <span className="num">{item.estimate && estimateWords(item.estimate)}</span>
      </PickFact>
      <ParentFact item={item} canEdit={canEdit} />
      <RetroFact item={item} />
      <ReleaseFact item={item} canEdit={canEdit} note={notes.release} />
      <FinishFact item={item} />
      <SprintFact item={item} canEdit={canEdit} />
      <PickFact item={item.id} label="Assignee" kind="assignee" canEdit={canEdit} says={person?.name ?? null} empty="Nobody">
        {person && <Avatar name={person.name} isDecorative />}
        <span className="truncate" dir="auto">
          {person?.name}
        </span>
      </PickFact>
      {hasTeams && <TeamFact item={item} canEdit={canEdit} />}
      {hasTeams && (needsOthers || added === 'teams') && <OtherTeamsFact item={item} canEdit={canEdit} />}
      {item.category !== null && (
        <PickFact item={item.id} label="Category" kind="category" canEdit={canEdit} says={categoryOfOne(item.category)} empty="">
          {categoryOfOne(item.category)}
        </PickFact>
      )}
      {item.tags.length > 0 && <TagsFact item={item} canEdit={canEdit} />}
      {(item.dueOn !== null || added === 'due') && <DueFact item={item} canEdit={canEdit} isNew={added === 'due'} onDone={() => setAdded(null)} />}
      {(item.promisedOn !== null || added === 'promise') && (
        <PromiseFact item={item} canPromise={canPromise} isNew={added === 'promise'} onDone={() => setAdded(null)} />
      )}
      <LinkFacts
        item={item}
        canEdit={canEdit}
        added={added === 'due' || added === 'promise' || added === 'teams' ? null : added}
        onDone={() => setAdded(null)}
      />
      {canEdit && <AddFact item={item} canPromise={canPromise} canNeedTeams={hasTeams && !needsOthers && added !== 'teams'} onAdd={setAdded} />}
      <DaysFact item={item} />
    </dl>
  );
}

function ReleaseFact({ item, canEdit, note }: { item: Item; canEdit: boolean; note: React.ReactNode }) {
  const release = useRecord('release', item.release);
  const today = useToday(item.product);
  const date = release?.dueOn ?? null;
  return (
    <PickFact
      item={item.id}
      label="Release"
      kind="release"
      canEdit={canEdit}
      says={release?.name ?? null}
      empty="None"
      note={note ?? (release && (date === null ? 'no date' : <span data-tip={exactDay(date)}>{`promised ${shortDay(date, today)}`}</span>))}
    >
      <span className="truncate" dir="auto">
        {release?.name}
      </span>
    </PickFact>
  );
}

function SprintFact({ item, canEdit }: { item: Item; canEdit: boolean }) {
  const sprint = useRecord('sprint', item.sprint);
  const hasSprints = useLook((view) => teamsOf(view, item.product).some(({ works }) => works === 'sprints'), [item.product]);
  if (!sprint && !hasSprints) return null;
  return (
    <PickFact item={item.id} label="Sprint" kind="sprint" canEdit={canEdit} says={sprint?.name ?? null} empty="None">
      <span className="truncate" dir="auto">
        {sprint?.name}
      </span>
    </PickFact>
  );
}

/** When it came to be, and when it was closed. */
function DaysFact({ item }: { item: Item }) {
  const today = useToday(item.product);
  return (
    <Fact label="Created">
      <span className="text-ink-2">
        <span data-tip={exactDay(item.createdOn)}>{shortDay(item.createdOn, today)}</span>
        {item.closedOn !== null && (
          <>
            {', closed '}
            <span data-tip={exactDay(item.closedOn)}>{shortDay(item.closedOn, today)}</span>
          </>
        )}
      </span>
    </Fact>
  );
}
