import { useState, type FormEvent } from 'react';
import { useSearch } from '@tanstack/react-router';
import { api } from '../app/api.ts';
import { failureOf, type Failure } from '../app/failure.ts';
import { PlainPage } from '../app/PlainPage.tsx';
import { forgetSession } from '../app/session.ts';
import { useGo } from '../app/use-go.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { TextField } from '../ui/TextField.tsx';
import { ownPath } from './own-path.ts';

/** Signing in with e-mail and password, and on to where one was going. */
export function SignInPage() {
  const { to, link } = useSearch({ from: '/sign-in' });
  const go = useGo();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const isReady = email.trim() !== '' && password !== '';

  const signIn = async (event: FormEvent) => {
    event.preventDefault();
    if (!isReady || isBusy) return;
    setIsBusy(true);
    setFailure(null);
    try {
      await api('POST', '/session', { email: email.trim(), password });
      forgetSession();
      go(ownPath(to, location.origin));
    } catch (error) {
      setFailure(failureOf(error));
      setIsBusy(false);
    }
  };

  return (
    <PlainPage title="Sign in" width="narrow">
      <form noValidate onSubmit={(event) => void signIn(event)} className="grid gap-4">
        <h1 className="text-title font-semibold">Sign in</h1>
        {link === 'spent' && failure === null && (
          <ErrorNotice
            happened="This link no longer lets anybody in."
            untouched="Each works once and for a short time."
            remedy="Sign in, or ask whoever sent it for a new one."
          />
        )}
        {failure && <ErrorNotice {...failure} />}
        <TextField label="E-mail" type="email" name="email" autoComplete="username" autoFocus value={email} onChange={setEmail} />
        <TextField label="Password" type="password" name="password" autoComplete="current-password" value={password} onChange={setPassword} />
        <Button type="submit" variant="primary" disabledReason={isReady ? undefined : 'E-mail and password are needed.'} className="mt-1">
          {isBusy ? 'Signing in …' : 'Sign in'}
        </Button>
        <p className="text-s text-ink-3">No account, or the password is lost? An admin of your workspace can send you a link.</p>
      </form>
    </PlainPage>
  );
}
