import { useNotSaved, useShown } from '../store/hooks.ts';
import type { NotSaved } from '../store/command.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { nameIn } from './name-in.ts';
import { whySentence } from './refusal-sentence.ts';
import { useVerbSentence } from './use-verb-sentence.ts';

/** What the server refused, whole, until its author lets it go or tries it again. */
export function NotSavedDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { list, letGo, tryAgain } = useNotSaved();
  return (
    <Dialog title="Not saved" isOpen={isOpen} onClose={onClose} width="l">
      <p className="mb-3 text-ink-2">These changes are not in the workspace. Nothing of them is lost until you let them go.</p>
      <ul className="grid gap-2">
        {list.map((change) => (
          <li key={change.mutation} className="grid gap-2 rounded-panel border border-edge p-3">
            <Change change={change} />
            <span className="flex gap-2">
              {change.because === null && (
                <Button size="s" onClick={() => tryAgain(change.mutation)}>
                  Try again
                </Button>
              )}
              <Button size="s" variant="quiet" onClick={() => letGo(change.mutation)}>
                Let go
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function Change({ change }: { change: NotSaved }) {
  const view = useShown();
  const sentenceOf = useVerbSentence();
  const texts = change.calls.flatMap(({ input }) => longTextsOf(input));
  return (
    <>
      <strong className="font-semibold">{change.calls.map(({ verb }) => sentenceOf(verb)).join(' ')}</strong>
      <span className="text-ink-2">
        {change.because === null ? whySentence(change.why, nameIn(view)) : 'It was built on another change that was not saved.'}
      </span>
      {texts.map((text) => (
        <textarea key={text} readOnly aria-label="The text that was not saved" value={text} rows={6} className="field w-full px-2 py-1.5 font-mono text-s" />
      ))}
    </>
  );
}

/** Texts that somebody wrote at length, so that they can be copied out. */
function longTextsOf(input: unknown): string[] {
  return typeof input === 'object' && input !== null
    ? Object.values(input).filter((value): value is string => typeof value === 'string' && value.length > 60)
    : [];
}
