import { useEffect, useState } from 'react';
import { api } from '../app/api.ts';

const NONE: ReadonlySet<string> = new Set();

/** The keys of the products that a workspace has already; none for one that is yet to be made. */
export function useTakenKeys(workspace: string | undefined): ReadonlySet<string> {
  const [taken, setTaken] = useState(NONE);
  useEffect(() => {
    if (workspace === undefined) return;
    let isHere = true;
    void api<{ data: { key: string }[] }>('GET', `/workspaces/${encodeURIComponent(workspace)}/products?limit=500`).then(
      ({ data }) => isHere && setTaken(new Set(data.map(({ key }) => key))),
    );
    return () => {
      isHere = false;
    };
  }, [workspace]);
  return taken;
}
