import { useCallback, useMemo, useState } from 'react';
import { Outlet, useParams, useRouterState } from '@tanstack/react-router';
import type { Why } from '../store/command.ts';
import { openStore } from '../store/open-store.ts';
import { StoreProvider } from '../store/StoreProvider.tsx';
import { toasts } from '../ui/toasts.ts';
import { nameIn } from './name-in.ts';
import { NotFoundPage } from './NotFoundPage.tsx';
import { PageError } from './PageError.tsx';
import { whySentence } from './refusal-sentence.ts';
import type { Session, SessionWorkspace } from './session.ts';
import { SignedOutPage } from './SignedOutPage.tsx';
import { useSession } from './use-session.ts';
import { WorkspaceSkeleton } from './WorkspaceSkeleton.tsx';

/** Loads a workspace once for all its pages. One that is not there, or not for this person, can't be told apart. */
export function WorkspaceRoot() {
  const { workspace } = useParams({ from: '/signed-in/$workspace' });
  const session = useSession();
  const [tries, setTries] = useState(1);
  if (!session) return <WorkspaceSkeleton />;
  const here = session.workspaces.find(({ slug, id }) => slug === workspace || id === workspace);
  return here ? (
    <Loaded key={`${here.id} ${tries}`} user={session.user} called={workspace} workspace={here} onAgain={() => setTries(tries + 1)} />
  ) : (
    <NotFoundPage />
  );
}

interface LoadedProps {
  readonly user: Session['user'];
  readonly workspace: SessionWorkspace;
  /** How the address calls it. */
  readonly called: string;
  readonly onAgain: () => void;
}

function Loaded({ user, workspace, called, onAgain }: LoadedProps) {
  const { view } = useMemo(() => openStore({ user: user.id, workspace: workspace.id, called }).store, [user.id, workspace.id, called]);
  const onRefused = useCallback((why: Why) => void toasts.show(whySentence(why, nameIn(view))), [view]);
  const path = useRouterState({ select: ({ location }) => location.href });
  return (
    <StoreProvider
      user={user.id}
      workspace={workspace.id}
      called={called}
      loading={<WorkspaceSkeleton />}
      failed={(failure) => <PageError happened="This workspace could not be opened." error={failure} reset={onAgain} />}
      ended={(phase) => (phase === 'signed-out' ? <SignedOutPage to={path} /> : <NotFoundPage />)}
      onRefused={onRefused}
    >
      <Outlet />
    </StoreProvider>
  );
}
