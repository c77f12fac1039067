import { useState } from 'react';
import { releaseChecklist } from '../../domain/checklist/checklist.ts';
import { isOpenRelease, releasesByDate, type Release } from '../../domain/release/release.ts';
import { releaseReport } from '../../domain/release/release-report.ts';
import { nameIn } from '../app/name-in.ts';
import { whySentence } from '../app/refusal-sentence.ts';
import { useCommand, useLook, useReading, useShown, useText } from '../store/hooks.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { focusHead } from '../ui/focus-after.ts';
import { NotesActs, NotesText } from './NotesText.tsx';
import { NOWHERE, Unfinished } from './Unfinished.tsx';

interface EndDialogProps {
  readonly release: Release;
  readonly how: 'ship' | 'cancel';
  readonly onClose: () => void;
}

/** The sheet that ends a release: where what is unfinished goes and, when it ships, what its notes say. */
export function EndDialog({ release, how, onClose }: EndDialogProps) {
  const command = useCommand();
  const view = useShown();
  const { unfinished, draft } = useReading(releaseReport, { release: release.id });
  const checklist = useReading(releaseChecklist, { release: release.id });
  const toDo = checklist.of - checklist.done;
  const written = useText(release.notes);
  const [places, setPlaces] = useState(NOWHERE);
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<string>();
  const others = useLook(
    (at) => [...at.list(releasesByDate, release.product)].filter((one) => one.id !== release.id && isOpenRelease(one)),
    [release.product, release.id],
  );
  const notes = typed ?? (release.notes === null ? draft : written.body);
  const leaving = { release: release.id, to: places.to, except: Array.from(places.except, ([item, to]) => ({ item, to })) };
  const end = () => {
    const done = command(how === 'ship' ? { verb: 'shipRelease', input: { ...leaving, notes } } : { verb: 'cancelRelease', input: leaving }, {
      toast: how === 'ship' ? `Shipped ${release.name}` : `Cancelled ${release.name}`,
      onRefused: (why) => setProblem(whySentence(why, nameIn(view))),
    });
    void done.shown.then(({ outcome }) => {
      if (outcome !== 'shown') return;
      onClose();
      focusHead();
    });
  };
  return (
    <Dialog
      title={how === 'ship' ? `Ship ${release.name}` : `Cancel ${release.name}`}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Leave it open</Button>
          <Button variant="primary" onClick={end} disabledReason={how === 'ship' && written.state !== 'ready' ? 'The notes are still on their way' : undefined}>
            {how === 'ship' ? `Ship ${release.name}` : `Cancel ${release.name}`}
          </Button>
        </>
      }
    >
      <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-5">
        {problem !== undefined && (
          <p role="alert" className="rounded-control bg-wrong-soft px-3 py-2 text-wrong">
            {problem}
          </p>
        )}
        {how === 'ship' && toDo > 0 && (
          <p className="text-ink-2">{toDo === 1 ? 'One step of its checklist is' : `${toDo} steps of its checklist are`} not done yet. They stay on it.</p>
        )}
        <Unfinished items={unfinished} releases={others} value={places} onChange={setPlaces} />
        {how === 'ship' && (
          <section aria-label="Notes" className="grid min-w-0 gap-2">
            <NotesText value={notes} onChange={setTyped} />
            <NotesActs name={release.name} text={notes} />
          </section>
        )}
      </div>
    </Dialog>
  );
}
