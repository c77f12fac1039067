import { useRef, useState } from 'react';
import { criteriaOf } from '../../../domain/backlog/criterion.ts';
import type { Item } from '../../../domain/backlog/item.ts';
import type { NamedCall } from '../../../domain/verbs.ts';
import { AddLines } from '../../backlog/AddLines.tsx';
import { useCommand, useLook } from '../../store/hooks.ts';
import { placeBeside, placeStepped, type NewPlace } from '../../ui/row-order.ts';
import { useRowDrag, type RowDrag, type RowPlace } from '../../ui/use-row-drag.ts';
import { CriterionLine } from './CriterionLine.tsx';

const LONGEST = 1000;

/** Acceptance criteria: ticked off, edited, moved and removed where they stand; pasted lines become several. */
export function Criteria({ item, canEdit }: { item: Item; canEdit: boolean }) {
  const criteria = useLook((view) => [...view.list(criteriaOf, item.id)], [item.id]);
  const command = useCommand();
  const list = useRef<HTMLDivElement>(null);
  const [over, setOver] = useState<RowPlace | null>(null);
  const run = (call: NamedCall, toast?: string) => command(call, { toast });
  const move = (criterion: string, place: NewPlace | undefined) => place && run({ verb: 'moveCriterion', input: { criterion, after: place.after } });

  const drag: RowDrag = {
    canLift: () => true,
    onLift: () => 'Lifted a criterion',
    onOver: (place) => setOver(place),
    onDrop: (id, place) => {
      setOver(null);
      move(id, placeBeside(criteria, id, place));
    },
    onCancel: () => {
      setOver(null);
      return 'Everything is as it was';
    },
  };
  useRowDrag(list, canEdit ? drag : undefined, undefined);

  if (criteria.length === 0 && !canEdit) return null;
  const met = criteria.filter(({ done }) => done).length;
  return (
    <section aria-label="Acceptance criteria" className="grid gap-1">
      <div className="flex items-baseline justify-between text-s text-ink-2">
        <h3 className="font-semibold">Acceptance criteria</h3>
        {criteria.length > 0 && (
          <span className="num">
            {met} of {criteria.length}
          </span>
        )}
      </div>
      <div ref={list} role="list" className="grid">
        {criteria.map((criterion, at) => (
          <CriterionLine
            key={criterion.id}
            criterion={criterion}
            longest={LONGEST}
            canEdit={canEdit}
            edge={over?.row === criterion.id ? over.edge : null}
            isFirst={at === 0}
            isLast={at === criteria.length - 1}
            onTick={(done) => run({ verb: 'updateCriterion', input: { criterion: criterion.id, done } })}
            onWrite={(text) => run({ verb: 'updateCriterion', input: { criterion: criterion.id, text } })}
            onMove={(by) => move(criterion.id, placeStepped(criteria, criterion.id, by))}
            onRemove={() => run({ verb: 'removeCriterion', input: { criterion: criterion.id } }, 'Removed the criterion')}
          />
        ))}
      </div>
      {canEdit && (
        <AddLines
          label="Add a criterion"
          longest={LONGEST}
          onAdd={(texts) =>
            run({ verb: 'addCriteria', input: { item: item.id, texts: [...texts] } }, texts.length > 1 ? `Added ${texts.length} criteria` : undefined)
          }
        />
      )}
    </section>
  );
}
