import { useState, type FormEvent } from 'react';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { TextField } from '../ui/TextField.tsx';
import { api } from './api.ts';
import { failureOf, type Failure } from './failure.ts';
import { useGo } from './use-go.ts';
import { forgetSession, type SessionWorkspace } from './session.ts';

/** Removes the example in one step. It can't be undone, so its name is asked for. */
export function RemoveExampleDialog({ workspace, isOpen, onClose }: { workspace: SessionWorkspace; isOpen: boolean; onClose: () => void }) {
  const go = useGo();
  const [typed, setTyped] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const isSure = typed.trim().toLowerCase() === workspace.name.toLowerCase();
  const remove = async (event: FormEvent) => {
    event.preventDefault();
    if (!isSure) return;
    try {
      await api('DELETE', `/workspaces/${workspace.id}`);
      forgetSession();
      onClose();
      go('/');
    } catch (error) {
      setFailure(failureOf(error));
    }
  };
  return (
    <Dialog title="Remove the example" isOpen={isOpen} onClose={onClose} width="s">
      <form onSubmit={(event) => void remove(event)} className="grid gap-4">
        <p>
          The workspace {workspace.name} goes with everything in it, for everybody. This cannot be undone; the example can be made anew at any time. Your other
          workspaces are untouched.
        </p>
        {failure && <ErrorNotice {...failure} />}
        <TextField label={`Type ${workspace.name} to remove it`} autoFocus autoComplete="off" value={typed} onChange={setTyped} />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Keep it</Button>
          <Button type="submit" variant="wrong" disabledReason={isSure ? undefined : `Type ${workspace.name} first.`}>
            Remove
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
