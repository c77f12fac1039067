import { definitionOf } from '../../domain/readiness/definition.ts';
import { useCommand, useLook, useMay } from '../store/hooks.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { AddCheck } from './AddCheck.tsx';
import { CheckRow } from './CheckRow.tsx';
import { checkLabel, TYPE_WORDS } from './check-words.ts';

/** A product's definition of ready: what is asked of an item before it is worked on. */
export function DefinitionDialog({ product, onClose }: { product: string; onClose: () => void }) {
  const checks = useLook((view) => definitionOf(view, product), [product]);
  const canEdit = useMay('edit-product', { in: 'product', id: product });
  const command = useCommand();
  const isOwn = checks.some(({ id }) => id !== null);
  const own = checks.flatMap((check) => (check.id === null ? [] : [{ ...check, id: check.id }]));
  return (
    <Dialog title="Definition of ready" isOpen onClose={onClose} width="m" actions={<Button onClick={onClose}>Done</Button>}>
      <div className="grid gap-3">
        <p className="text-ink-2">
          {isOwn ? 'What an item needs before it is ready to be worked on.' : 'These are the usual checks. They count until you have your own.'}
        </p>
        <ul aria-label="Checks" className="grid">
          {isOwn && canEdit
            ? own.map((check, at) => <CheckRow key={check.id} check={check} above={at === 0 ? undefined : (own[at - 2]?.id ?? null)} below={own[at + 1]?.id} />)
            : checks.map((check, at) => (
                <li key={check.id ?? at} className="flex min-h-8 items-center gap-2 border-b border-edge last:border-0">
                  <span className="min-w-0 flex-1 wrap-anywhere" dir="auto">
                    {checkLabel(check)}
                  </span>
                  <span className="text-s text-ink-2">{check.type === null ? 'All types' : TYPE_WORDS[check.type]}</span>
                </li>
              ))}
        </ul>
        {canEdit && !isOwn && (
          <Button className="justify-self-start" onClick={() => command({ verb: 'adoptReadyChecks', input: { product } })}>
            Make them ours, to change them
          </Button>
        )}
        {canEdit && <AddCheck product={product} />}
      </div>
    </Dialog>
  );
}
