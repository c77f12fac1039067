import { useCallback, useEffect, useState } from 'react';
import { api, ApiError } from '../app/api.ts';

/** Until when the links of those who were invited and have not come yet let them in. */
export function useInvitations(workspace: string, mayManage: boolean): { readonly until: ReadonlyMap<string, string>; readonly reload: () => void } {
  const [until, setUntil] = useState<ReadonlyMap<string, string>>(new Map());
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    if (!mayManage) return;
    let isHere = true;
    void api<{ data: { member: string; expiresAt: string }[] }>('GET', `/workspaces/${encodeURIComponent(workspace)}/invitations`).then(
      ({ data }) => isHere && setUntil(new Map(data.map(({ member, expiresAt }) => [member, expiresAt]))),
      // Without the server the list stands, and only these days are missing from it.
      (error: unknown) => {
        if (!(error instanceof ApiError)) throw error;
      },
    );
    return () => {
      isHere = false;
    };
  }, [workspace, mayManage, asked]);
  return { until, reload: useCallback(() => setAsked((times) => times + 1), []) };
}
