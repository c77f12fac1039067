import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router';
import { AppLink } from './AppLink.tsx';
import { LinkProvider } from '../ui/frame/link.tsx';
import { PageError } from './PageError.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { readSession } from './session.ts';
import { WorkspaceRoot } from './WorkspaceRoot.tsx';
import { WorkspaceSkeleton } from './WorkspaceSkeleton.tsx';
import { BacklogPage } from '../backlog/BacklogPage.tsx';

const root = createRootRoute({
  component: () => (
    <LinkProvider value={AppLink}>
      <Outlet />
    </LinkProvider>
  ),
  notFoundComponent: NotFoundPage,
  errorComponent: PageError,
});

/** Nobody sees a page of the workspace before they have signed in. */
const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  beforeLoad: async ({ location }) => {
    const session = await readSession();
    if (!session) throw redirect({ to: '/sign-in', search: { to: location.href } });
    return { session };
  },
  pendingComponent: WorkspaceSkeleton,
  pendingMs: 300,
});

const home = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  beforeLoad: ({ context: { session } }) => {
    const [first] = session.workspaces;
    if (!first) throw redirect({ to: '/start' });
    throw redirect({ to: '/$workspace', params: { workspace: first.slug } });
  },
});

const start = createRoute({
  getParentRoute: () => signedIn,
  path: '/start',
  validateSearch: (search: Record<string, unknown>): { in?: string } => (typeof search['in'] === 'string' ? { in: search['in'] } : {}),
  component: lazyRouteComponent(() => import('../first/StartPage.tsx'), 'StartPage'),
});
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { to?: string; link?: 'spent' } => ({
    ...(typeof search['to'] === 'string' ? { to: search['to'] } : {}),
    ...(search['link'] === 'spent' ? { link: 'spent' } : {}),
  }),
  // A link that was opened twice leads here: who is in already goes on.
  beforeLoad: async ({ search }) => {
    if (search.link === 'spent' && (await readSession())) throw redirect({ to: '/' });
  },
  component: lazyRouteComponent(() => import('../account/SignInPage.tsx'), 'SignInPage'),
});
const join = createRoute({
  getParentRoute: () => root,
  path: '/join/$token',
  component: lazyRouteComponent(() => import('../account/JoinPage.tsx'), 'JoinPage'),
});

/** The workspace's data is loaded here, once for all its pages. */
const workspace = createRoute({ getParentRoute: () => signedIn, path: '/$workspace', component: WorkspaceRoot });
const workspaceHome = createRoute({
  getParentRoute: () => workspace,
  path: '/',
  component: lazyRouteComponent(() => import('./WorkspaceHome.tsx'), 'WorkspaceHome'),
});
const members = createRoute({
  getParentRoute: () => workspace,
  path: '/-/members',
  component: lazyRouteComponent(() => import('../member/MembersPage.tsx'), 'MembersPage'),
});
const myWork = createRoute({
  getParentRoute: () => workspace,
  path: '/-/my-work',
  component: lazyRouteComponent(() => import('../mywork/MyWorkPage.tsx'), 'MyWorkPage'),
});
const teams = createRoute({
  getParentRoute: () => workspace,
  path: '/-/teams',
  component: lazyRouteComponent(() => import('../team/TeamsPage.tsx'), 'TeamsPage'),
});
const product = createRoute({ getParentRoute: () => workspace, path: '/$product' });
const backlog = createRoute({ getParentRoute: () => product, path: '/backlog', component: BacklogPage });
const importPage = createRoute({
  getParentRoute: () => product,
  path: '/import',
  component: lazyRouteComponent(() => import('../import/ImportPage.tsx'), 'ImportPage'),
});
const releases = createRoute({
  getParentRoute: () => product,
  path: '/releases',
  component: lazyRouteComponent(() => import('../release/ReleasesPage.tsx'), 'ReleasesPage'),
});
const release = createRoute({
  getParentRoute: () => product,
  path: '/releases/$release',
  component: lazyRouteComponent(() => import('../release/ReleasePage.tsx'), 'ReleasePage'),
});
const sprint = createRoute({
  getParentRoute: () => product,
  path: '/sprint',
  component: lazyRouteComponent(() => import('../sprint/SprintPage.tsx'), 'SprintPage'),
});
const roadmap = createRoute({
  getParentRoute: () => product,
  path: '/roadmap',
  component: lazyRouteComponent(() => import('../roadmap/RoadmapPage.tsx'), 'RoadmapPage'),
});

const funnel = createRoute({
  getParentRoute: () => product,
  path: '/funnel',
  component: lazyRouteComponent(() => import('../funnel/FunnelPage.tsx'), 'FunnelPage'),
});
const charts = createRoute({
  getParentRoute: () => product,
  path: '/charts',
  component: lazyRouteComponent(() => import('../charts/ChartsPage.tsx'), 'ChartsPage'),
});
const settings = createRoute({
  getParentRoute: () => product,
  path: '/settings',
  component: lazyRouteComponent(() => import('../product/SettingsPage.tsx'), 'SettingsPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    join,
    signedIn.addChildren([
      home,
      start,
      workspace.addChildren([
        workspaceHome,
        members,
        teams,
        myWork,
        product.addChildren([backlog, importPage, releases, release, sprint, roadmap, funnel, settings, charts]),
      ]),
    ]),
  ]),
  defaultPreload: 'intent',
  // The query is written by hand as plain words: ?view=tree&state=ready. Nothing in it is JSON.
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (search) => {
    const words = new URLSearchParams(
      Object.entries(search).flatMap(([name, value]) => (value === undefined || value === null || value === '' ? [] : [[name, String(value)]])),
    );
    return words.size > 0 ? `?${words}` : '';
  },
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
