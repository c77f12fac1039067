import { dayIn, type Day } from '../../domain/kernel/day.ts';
import { isOpenRelease, type Release } from '../../domain/release/release.ts';
import { progressOfRelease } from '../../domain/roadmap/progress.ts';
import { nameIn } from '../app/name-in.ts';
import { whySentence } from '../app/refusal-sentence.ts';
import { useNow } from '../app/use-now.ts';
import { useCommand, useLook, useMe, useRecord, useShown } from '../store/hooks.ts';
import { PersonChip } from '../member/PersonChip.tsx';
import { Avatar } from '../ui/Avatar.tsx';
import { DayChip } from '../ui/DayChip.tsx';
import { shortDay } from '../ui/format-day.ts';
import { InlineText } from '../ui/InlineText.tsx';
import { toasts } from '../ui/toasts.ts';
import { percentOf } from '../ui/percent.ts';
import { ReleaseLikely } from './ReleaseLikely.tsx';
import { STATE_NAMES } from './ReleaseRow.tsx';
import { TeamsChip } from './TeamsChip.tsx';

/** The release's commitment in one line: goal, dates, lead, and how far it is. */
export function ReleaseFacts({ release }: { release: Release }) {
  const view = useShown();
  const now = useNow();
  const { may } = useMe();
  const command = useCommand();
  const { today, done, of } = useLook(
    (at) => ({ today: dayIn(at.get('product', release.product).zone, now), ...progressOfRelease(at, release.id) }),
    [release.id, now],
  );
  const canPlan = may('plan-releases', { in: 'release', id: release.id }) && isOpenRelease(release);
  const update = (values: Partial<Pick<Release, 'name' | 'goal' | 'startOn' | 'dueOn' | 'lead' | 'confidence'>> & { teams?: string[] }, toast: string) =>
    command({ verb: 'updateRelease', input: { release: release.id, ...values } }, { toast, onRefused: (why) => toasts.show(whySentence(why, nameIn(view))) });
  return (
    <>
      <span className="flex min-w-0 items-center gap-1.5 max-tablet:shrink-0">
        <span className="shrink-0 text-ink-2">Release goal</span>
        <InlineText
          value={release.goal}
          label="Release goal"
          placeholder={canPlan ? 'What is this release for?' : 'none yet'}
          isReadOnly={!canPlan}
          onSave={(goal) => update({ goal }, 'Release goal saved')}
          problemOf={(text) => (text.length > 500 ? 'At most 500 characters' : undefined)}
          className="min-w-40 font-medium text-ink"
        />
      </span>
      <DayChip
        label="start"
        asks="Start"
        day={release.startOn}
        today={today}
        near={release.dueOn ?? today}
        max={release.dueOn ?? undefined}
        canEdit={canPlan}
        onChange={(startOn) => update({ startOn: startOn as Day | null }, startOn === null ? 'Start taken away' : `Starts ${shortDay(startOn, today)}`)}
      />
      <DayChip
        label="date"
        asks="Date that is promised"
        day={release.dueOn}
        today={today}
        min={release.startOn !== null && release.startOn > today ? release.startOn : today}
        canEdit={canPlan}
        onChange={(dueOn) =>
          update({ dueOn: dueOn as Day | null }, dueOn === null ? `${release.name} has no date` : `${release.name}: ${shortDay(dueOn, today)}`)
        }
      />
      <ReleaseLikely
        release={release}
        today={today}
        canEdit={canPlan}
        onChange={(confidence) => update({ confidence }, `${release.name} is to be ${percentOf(confidence)} sure`)}
      />
      <LeadChip
        release={release}
        canEdit={canPlan}
        onChange={(lead) => update({ lead }, lead === null ? 'No lead' : `${nameIn(view)('member', lead)} leads ${release.name}`)}
      />
      <TeamsChip
        release={release}
        canEdit={canPlan}
        onChange={(teams) => update({ teams: [...teams] }, teams.length === 0 ? `All teams work on ${release.name}` : `Set the teams of ${release.name}`)}
      />
      <span className="num ms-auto shrink-0 ps-3 whitespace-nowrap max-tablet:hidden">
        {STATE_NAMES[release.state]}
        {release.shippedOn !== null && ` ${shortDay(release.shippedOn, today)}`} · {done} of {of} done
      </span>
    </>
  );
}

function LeadChip({ release, canEdit, onChange }: { release: Release; canEdit: boolean; onChange: (lead: string | null) => void }) {
  const lead = useRecord('member', release.lead);
  if (!canEdit)
    return lead ? (
      <span className="flex shrink-0 items-center gap-1.5">
        <Avatar name={lead.name} isDecorative />
        {lead.name} leads
      </span>
    ) : null;
  return <PersonChip label="lead" listLabel="Lead" person={release.lead} nobody="nobody" onChoose={onChange} />;
}
