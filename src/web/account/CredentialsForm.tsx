import { useState, type FormEvent } from 'react';
import { api } from '../app/api.ts';
import { failureOf, type Failure } from '../app/failure.ts';
import { forgetSession, readSession, type Session } from '../app/session.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { TextField } from '../ui/TextField.tsx';
import { toasts } from '../ui/toasts.ts';
import { passwordFault } from './password.ts';

/** Name, e-mail and password. Who came by the first link has neither of the last two yet, and sets both at once. */
export function CredentialsForm({ user, onDone }: { user: Session['user']; onDone: () => void }) {
  const [name, setName] = useState(user.name);
  const [email, setEmail] = useState(user.email ?? '');
  const [password, setPassword] = useState('');
  const [current, setCurrent] = useState('');
  const [isTried, setIsTried] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, setIsBusy] = useState(false);

  const wanted = {
    ...(name.trim() === user.name ? {} : { name: name.trim() }),
    ...(email.trim() === (user.email ?? '') ? {} : { email: email.trim() }),
    ...(password === '' ? {} : { password }),
  };
  const isProving = user.hasPassword && ('email' in wanted || 'password' in wanted);
  const faults = {
    name: name.trim() === '' ? 'How should others call you?' : undefined,
    email: !/.+@.+/.test(email) && (email !== '' || password !== '' || user.email !== null) ? 'You sign in with it.' : undefined,
    password: password !== '' || (!user.hasPassword && email !== '') ? passwordFault(password) : undefined,
    current: isProving && current === '' ? 'It is needed for a new e-mail or password.' : undefined,
  };
  const shown: Partial<typeof faults> = isTried ? faults : {};

  const save = async (event: FormEvent) => {
    event.preventDefault();
    setIsTried(true);
    if (isBusy || Object.keys(wanted).length === 0 || Object.values(faults).some((fault) => fault !== undefined)) return;
    setIsBusy(true);
    setFailure(null);
    try {
      await api('PATCH', '/me', { ...wanted, ...(isProving ? { currentPassword: current } : {}) });
      forgetSession();
      await readSession();
      toasts.show('password' in wanted ? 'Saved. Every other session of yours has ended.' : 'Saved');
      onDone();
    } catch (error) {
      setFailure(failureOf(error));
      setIsBusy(false);
    }
  };

  return (
    <form noValidate onSubmit={(event) => void save(event)} className="grid gap-4">
      {!user.hasPassword && (
        <p className="rounded-control bg-accent-soft px-3 py-2">
          You came by a link that works once. Set an e-mail and a password, and you can sign in again, here and on other devices.
        </p>
      )}
      {failure && <ErrorNotice {...failure} />}
      <TextField label="Name" autoComplete="name" value={name} onChange={setName} error={shown.name} maxLength={120} />
      <TextField label="E-mail" type="email" autoComplete="username" value={email} onChange={setEmail} error={shown.email} maxLength={254} />
      <TextField
        label={user.hasPassword ? 'New password' : 'Password'}
        type="password"
        autoComplete="new-password"
        value={password}
        onChange={setPassword}
        error={shown.password}
        hint={user.hasPassword ? 'Leave it empty to keep the one that you have.' : 'At least 10 characters; a few words do well.'}
      />
      {isProving && (
        <TextField label="Current password" type="password" autoComplete="current-password" value={current} onChange={setCurrent} error={shown.current} />
      )}
      <div className="flex justify-end">
        <Button type="submit" variant="primary" disabledReason={Object.keys(wanted).length === 0 ? 'Nothing has changed.' : undefined}>
          {isBusy ? 'Saving …' : 'Save'}
        </Button>
      </div>
    </form>
  );
}
