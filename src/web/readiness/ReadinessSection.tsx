import { useState } from 'react';
import { Check, Circle } from 'lucide-react';
import type { Item } from '../../domain/backlog/item.ts';
import { readinessOf, type AskedCheck } from '../../domain/readiness/readiness.ts';
import { useCommand, useLook, useMay } from '../store/hooks.ts';
import { Checkbox } from '../ui/Checkbox.tsx';
import { checkLabel } from './check-words.ts';
import { DefinitionDialog } from './DefinitionDialog.tsx';
import { RingMark } from './RingMark.tsx';

/** What an item still lacks before it is ready; the team's own checks are ticked here. */
export function ReadinessSection({ item, canEdit }: { item: Item; canEdit: boolean }) {
  const readiness = useLook((view) => readinessOf(view, view.get('item', item.id)), [item.id]);
  const mayDefine = useMay('edit-product', { in: 'product', id: item.product });
  const [isDefining, setIsDefining] = useState(false);
  if (!readiness) return null;
  return (
    <section aria-label="Ready" className="grid gap-1">
      <div className="flex items-center gap-1.5 text-s text-ink-2">
        <h3 className="flex-1 font-semibold">Ready</h3>
        <RingMark met={readiness.met} of={readiness.of} />
        <span className="num">
          {readiness.met} of {readiness.of}
        </span>
      </div>
      <ul className="grid gap-0.5">
        {readiness.checks.map((check, at) => (
          <li key={check.id ?? at} className="flex items-center gap-2 py-0.5">
            <CheckLine item={item} check={check} canEdit={canEdit} />
          </li>
        ))}
      </ul>
      {mayDefine && (
        <button type="button" className="hit relative justify-self-start text-s text-ink-3 hover:text-ink" onClick={() => setIsDefining(true)}>
          Change what ready means
        </button>
      )}
      {isDefining && <DefinitionDialog product={item.product} onClose={() => setIsDefining(false)} />}
    </section>
  );
}

function CheckLine({ item, check, canEdit }: { item: Item; check: AskedCheck; canEdit: boolean }) {
  const command = useCommand();
  const { id } = check;
  if (id !== null && check.kind === 'own' && canEdit) {
    return (
      <Checkbox
        tone="done"
        isChecked={check.isMet}
        label={check.words}
        onChange={(done) => command({ verb: 'tickReadyCheck', input: { item: item.id, check: id, done } })}
      />
    );
  }
  return (
    <>
      {check.isMet ? (
        <Check aria-hidden="true" className="size-3.5 shrink-0 text-done" />
      ) : (
        <Circle aria-hidden="true" className="size-3.5 shrink-0 text-ink-3" />
      )}
      <span className={check.isMet ? 'text-ink-2' : ''} dir="auto">
        {checkLabel(check)}
      </span>
      <span className="sr-only">{check.isMet ? 'is there' : 'is missing'}</span>
    </>
  );
}
