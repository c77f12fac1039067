import { useState, type FormEvent } from 'react';
import { ApiError, api } from '../app/api.ts';
import { failureOf, type Failure } from '../app/failure.ts';
import { places } from '../app/places.ts';
import { forgetSession } from '../app/session.ts';
import { useGo } from '../app/use-go.ts';
import { roleWithArticle } from '../member/role-names.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { TextField } from '../ui/TextField.tsx';
import type { Invitation } from './invitation.ts';
import { passwordFault } from './password.ts';

export interface JoinFormProps {
  readonly invitation: Invitation;
  readonly token: string;
  /** The e-mail of who is signed in here; null for nobody. */
  readonly me: string | null;
}

/** Who has an account joins with it; who has none makes one with a name and a password. */
export function JoinForm({ invitation, token, me }: JoinFormProps) {
  const go = useGo();
  const [isOther, setIsOther] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isKnown, setIsKnown] = useState(invitation.hasAccount);
  const [isBusy, setIsBusy] = useState(false);
  const mine = me !== null && !isOther && (invitation.email === null || invitation.email === me) ? me : null;

  const join = async (given: Record<string, string>) => {
    if (isBusy) return;
    setIsBusy(true);
    setFailure(null);
    try {
      await api('POST', `/invitations/${encodeURIComponent(token)}`, given);
      forgetSession();
      go(places.workspace(invitation.workspace.slug));
    } catch (error) {
      setIsKnown(error instanceof ApiError && error.code === 'has-account');
      setFailure(failureOf(error));
      setIsBusy(false);
    }
  };

  return (
    <div className="grid gap-4">
      <div className="grid gap-1">
        <h1 className="text-title font-semibold text-balance">Join {invitation.workspace.name}</h1>
        <p className="text-ink-2">
          {invitation.email ?? invitation.name} is invited as {roleWithArticle(invitation.role)}.
        </p>
      </div>
      {failure && <ErrorNotice {...failure} />}
      {mine !== null ? (
        <>
          <Button variant="primary" onClick={() => void join(invitation.email === null ? { email: mine } : {})}>
            {isBusy ? 'Joining …' : `Join as ${mine}`}
          </Button>
          {invitation.email === null && (
            <Button variant="quiet" onClick={() => setIsOther(true)}>
              Join with another e-mail
            </Button>
          )}
        </>
      ) : isKnown ? (
        <>
          <p>There is an account with this e-mail. Sign in with it, and you come back here.</p>
          <Button variant="primary" onClick={() => go(`${places.signIn()}?to=${encodeURIComponent(places.join(token))}`)}>
            Sign in
          </Button>
        </>
      ) : (
        <NewAccount invitation={invitation} isBusy={isBusy} onJoin={(given) => void join(given)} />
      )}
    </div>
  );
}

function NewAccount({ invitation, isBusy, onJoin }: { invitation: Invitation; isBusy: boolean; onJoin: (given: Record<string, string>) => void }) {
  const [name, setName] = useState(invitation.name);
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [isTried, setIsTried] = useState(false);
  const asksEmail = invitation.email === null;
  const faults = {
    name: name.trim() === '' ? 'How should others call you?' : undefined,
    email: asksEmail && !/^\S+@\S+\.\S+$/.test(email.trim()) ? 'You sign in with it.' : undefined,
    password: passwordFault(password),
  };
  const shown: Partial<typeof faults> = isTried ? faults : {};
  const join = (event: FormEvent) => {
    event.preventDefault();
    setIsTried(true);
    if (Object.values(faults).some((fault) => fault !== undefined)) return;
    onJoin({ name: name.trim(), password, ...(asksEmail ? { email: email.trim() } : {}) });
  };
  return (
    <form noValidate onSubmit={join} className="grid gap-4">
      <TextField label="Your name" name="name" autoComplete="name" autoFocus value={name} onChange={setName} error={shown.name} maxLength={120} />
      {asksEmail && (
        <TextField label="E-mail" type="email" name="email" autoComplete="username" value={email} onChange={setEmail} error={shown.email} maxLength={254} />
      )}
      <TextField
        label="Choose a password"
        type="password"
        name="password"
        autoComplete="new-password"
        value={password}
        onChange={setPassword}
        error={shown.password}
        hint="At least 10 characters; a few words do well."
      />
      <Button type="submit" variant="primary" className="mt-1">
        {isBusy ? 'Joining …' : `Join ${invitation.workspace.name}`}
      </Button>
    </form>
  );
}
