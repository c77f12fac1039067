import { useState } from 'react';
import { useSession } from '../app/use-session.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { CredentialsForm } from './CredentialsForm.tsx';
import { TokenList } from './TokenList.tsx';

export type AccountTab = 'you' | 'tokens';

/** One's own name, e-mail and password, and the keys that programs use in this workspace. */
export function AccountDialog({ open, onClose, workspace }: { open: AccountTab | null; onClose: () => void; workspace: string | undefined }) {
  const session = useSession();
  const [chosen, setChosen] = useState<AccountTab | null>(null);
  const tab = chosen ?? open ?? 'you';
  const close = () => {
    setChosen(null);
    onClose();
  };
  const here = session?.workspaces.find(({ slug, id }) => slug === workspace || id === workspace);
  if (!session) return null;
  return (
    <Dialog title="Account" isOpen={open !== null} onClose={close} width="m">
      <Tabs
        label="Account"
        value={tab}
        onChange={(id) => setChosen(id === 'tokens' ? 'tokens' : 'you')}
        tabs={[{ id: 'you', label: 'You' }, ...(here ? [{ id: 'tokens', label: 'API tokens' }] : [])]}
      >
        {tab === 'you' ? <CredentialsForm user={session.user} onDone={close} /> : here && <TokenList workspace={here} />}
      </Tabs>
    </Dialog>
  );
}
