import { useEffect, useState } from 'react';
import { useParams } from '@tanstack/react-router';
import { api, ApiError } from '../app/api.ts';
import { PageError } from '../app/PageError.tsx';
import { places } from '../app/places.ts';
import { PlainPage } from '../app/PlainPage.tsx';
import { readSession } from '../app/session.ts';
import { useGo } from '../app/use-go.ts';
import { Button } from '../ui/Button.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import type { Invitation } from './invitation.ts';
import { JoinForm } from './JoinForm.tsx';

type Found =
  | { readonly is: 'open'; readonly invitation: Invitation; readonly me: string | null }
  | { readonly is: 'spent' }
  | { readonly is: 'failed'; readonly error: unknown };

/** Where an invitation leads. */
export function JoinPage() {
  const { token } = useParams({ from: '/join/$token' });
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    let isHere = true;
    void lookUp(token).then((what) => isHere && setFound(what));
    return () => {
      isHere = false;
    };
  }, [token]);
  if (found?.is === 'failed') return <PageError error={found.error} reset={() => location.reload()} />;
  return (
    <PlainPage title="Invitation" width="narrow">
      {found === null && <Skeleton className="h-40" />}
      {found?.is === 'spent' && <Spent />}
      {found?.is === 'open' && <JoinForm invitation={found.invitation} token={token} me={found.me} />}
    </PlainPage>
  );
}

async function lookUp(token: string): Promise<Found> {
  try {
    const [invitation, session] = await Promise.all([api<Invitation>('GET', `/invitations/${encodeURIComponent(token)}`), readSession()]);
    return { is: 'open', invitation, me: session?.user.email ?? null };
  } catch (error) {
    return error instanceof ApiError && error.status === 404 ? { is: 'spent' } : { is: 'failed', error };
  }
}

function Spent() {
  const go = useGo();
  return (
    <div className="grid justify-items-start gap-3">
      <h1 className="text-title font-semibold">This invitation is used or has expired</h1>
      <p className="text-ink-2">An invitation works once, and for 14 days. Ask whoever sent it for a new one. If you have joined already, sign in.</p>
      <Button variant="primary" onClick={() => go(places.signIn())}>
        Sign in
      </Button>
    </div>
  );
}
