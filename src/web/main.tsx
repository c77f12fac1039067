import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from '@tanstack/react-router';
import { router } from './app/router.tsx';
import { readTheme, setTheme } from './app/theme.ts';
import { firstShown } from './store/open-store.ts';
import { fetchOnDemand } from './ui/on-demand.ts';
import './styles.css';

setTheme(readTheme());

const root = document.getElementById('root');
if (!root) throw new Error('The page has no root.');
createRoot(root).render(
  <StrictMode>
    <RouterProvider router={router} />
  </StrictMode>,
);

/** Pages and what opens on demand are fetched once nobody waits any more: the next click finds them, also without a connection. */
async function fetchTheRest(): Promise<void> {
  await fetchOnDemand();
  await Promise.all(Object.values(router.routesById).map(async (route) => router.loadRouteChunk(route)));
}

const later =
  'requestIdleCallback' in window ? (work: () => void) => requestIdleCallback(work, { timeout: 5000 }) : (work: () => void) => setTimeout(work, 1500);
/** A page without a workspace, for signing in say, has nothing to wait for. */
const longestWait = new Promise((resolve) => setTimeout(resolve, 4000));
void Promise.race([firstShown, longestWait]).then(() => later(() => void fetchTheRest()));
