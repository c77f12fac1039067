import { useEffect } from 'react';
import { forgetAllUnsaved } from '../item/text/unsaved-text.ts';
import { EmptyPlace } from '../ui/EmptyPlace.tsx';
import { endSession } from './session.ts';
import { places } from './places.ts';
import { PlainPage } from './PlainPage.tsx';
import { useGo } from './use-go.ts';

/** The session ended while the page was open: nothing of the workspace is left here. */
export function SignedOutPage({ to }: { to: string }) {
  const go = useGo();
  // What the store kept is gone by now; what was typed and not saved goes with it.
  useEffect(() => forgetAllUnsaved(), []);
  const signIn = () => {
    endSession();
    go(`${places.signIn()}?to=${encodeURIComponent(to)}`);
  };
  return (
    <PlainPage title="Signed out" width="narrow">
      <EmptyPlace sentence="You are signed out, and nothing of the workspace is left in this browser." action={{ label: 'Sign in', run: signIn }} />
    </PlainPage>
  );
}
