import { useCallback, useEffect, useState, type FormEvent } from 'react';
import { ROLES, type Role } from '../../domain/kernel/permission.ts';
import { api } from '../app/api.ts';
import { dayOfInstant } from '../app/day-of-instant.ts';
import { failureOf, type Failure } from '../app/failure.ts';
import type { SessionWorkspace } from '../app/session.ts';
import { ROLE_NAMES } from '../member/role-names.ts';
import { RoleField } from '../member/RoleField.tsx';
import { Button } from '../ui/Button.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { TextField } from '../ui/TextField.tsx';
import { SecretText } from './SecretText.tsx';

interface Token {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly member: string;
  readonly createdAt: string;
  readonly lastUsedAt: string | null;
}

/** The tokens of a workspace: made here, shown once, ended here. */
export function TokenList({ workspace }: { workspace: SessionWorkspace }) {
  const path = `/workspaces/${workspace.id}/tokens`;
  const [tokens, setTokens] = useState<readonly Token[] | null>(null);
  const [fresh, setFresh] = useState<{ name: string; token: string } | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  const load = useCallback(
    () =>
      api<{ data: Token[] }>('GET', path).then(
        ({ data }) => setTokens(data),
        (error: unknown) => setFailure(failureOf(error)),
      ),
    [path],
  );
  useEffect(() => void load(), [load]);

  const attempt = async (act: () => Promise<void>) => {
    setFailure(null);
    try {
      await act();
      await load();
    } catch (error) {
      setFailure(failureOf(error));
    }
  };
  const make = (name: string, role: Role) => attempt(async () => setFresh(await api<{ name: string; token: string }>('POST', path, { name, role })));
  const revoke = (token: Token) => attempt(() => api('DELETE', `${path}/${token.id}`));

  return (
    <div className="grid gap-4">
      <p className="text-ink-2">A token lets a program do in {workspace.name} what its role may do. It is shown once; keep it like a password.</p>
      {failure && <ErrorNotice {...failure} />}
      <NewToken own={workspace.role} onMake={make} />
      {fresh && <SecretText label={`Token ${fresh.name}`} text={fresh.token} note="Copy it now: it is not shown again." />}
      {tokens === null && failure === null && <Skeleton className="h-16" />}
      {tokens !== null && tokens.length > 0 && (
        <ul aria-label="Tokens" className="grid">
          {tokens.map((token) => (
            <li key={token.id} className="flex min-h-10 items-center gap-3 border-t border-edge py-1.5">
              <span className="grid min-w-0 flex-1">
                <span className="truncate font-medium" title={token.name}>
                  {token.name}
                </span>
                <span className="truncate text-s text-ink-3">
                  {ROLE_NAMES[token.role]} · made {dayOfInstant(token.createdAt)} ·{' '}
                  {token.lastUsedAt === null ? 'never used' : `last used ${dayOfInstant(token.lastUsedAt)}`}
                </span>
              </span>
              <Button size="s" variant="wrong" aria-label={`Revoke ${token.name}`} onClick={() => void revoke(token)}>
                Revoke
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** A name for it, and at most one's own role. */
function NewToken({ own, onMake }: { own: Role; onMake: (name: string, role: Role) => Promise<void> }) {
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>(own);
  const make = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    await onMake(name.trim(), role);
    setName('');
  };
  return (
    <form onSubmit={(event) => void make(event)} className="flex items-end gap-2 max-tablet:flex-col max-tablet:items-stretch">
      <TextField label="What is it for?" placeholder="Nightly report" value={name} onChange={setName} maxLength={100} className="flex-1" />
      <RoleField label="Role" value={role} roles={ROLES.slice(ROLES.indexOf(own))} onChange={setRole} />
      <Button type="submit" variant="primary" className="h-8" disabledReason={name.trim() === '' ? 'Say what it is for.' : undefined}>
        Make a token
      </Button>
    </form>
  );
}
