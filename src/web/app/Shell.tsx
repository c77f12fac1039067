import { useState, type ReactNode } from 'react';
import { useParams } from '@tanstack/react-router';
import { useNotePrinting } from '../first/roadmap-printed.ts';
import { useSyncState } from '../store/hooks.ts';
import { AppFrame, type AppFrameProps } from '../ui/frame/AppFrame.tsx';
import { KeyHelp } from '../ui/KeyHelp.tsx';
import { useKeys } from '../ui/use-keys.ts';
import { AccountMenu } from './AccountMenu.tsx';
import { Palette } from './Palette.tsx';
import { places, type At } from './places.ts';
import { ProductMenu } from './ProductMenu.tsx';
import { SyncMark } from './SyncMark.tsx';
import { useDocumentTitle } from './use-document-title.ts';
import { useGo } from './use-go.ts';
import { useSections } from './use-sections.tsx';
import { useUndoKeys } from './use-undo-keys.ts';

export type ShellProps = Pick<AppFrameProps, 'title' | 'back' | 'onRename' | 'views' | 'right' | 'bar' | 'panel' | 'roundAction' | 'banner' | 'children'>;

/** The frame of every page of a workspace: where one can go, what can be done from anywhere, and how it stands with the server. */
export function Shell({ right, ...page }: ShellProps) {
  const { workspace = '', product } = useParams({ strict: false });
  const [open, setOpen] = useState<'palette' | 'keys' | null>(null);
  const { sections, current, at } = useSections(workspace, product, () => setOpen('palette'));
  const { waiting } = useSyncState();
  const showKeys = () => setOpen('keys');
  useDocumentTitle(page.title, product);
  useNotePrinting(current === 'roadmap');
  useUndoKeys();
  useEverywhereKeys(workspace, at, { onPalette: () => setOpen('palette'), onKeys: showKeys });
  return (
    <>
      <AppFrame
        sidebarTop={<ProductMenu workspace={workspace} product={product} />}
        sections={sections}
        sidebarFoot={<AccountMenu workspace={workspace} waiting={waiting} onKeys={showKeys} />}
        phonePlaces={PHONE_PLACES.flatMap((id) => sections.flatMap((section) => section.places.filter((place) => place.id === id)))}
        right={<Right>{right}</Right>}
        {...page}
      />
      <Palette isOpen={open === 'palette'} onClose={() => setOpen(null)} workspace={workspace} at={at} onKeys={showKeys} />
      <KeyHelp isOpen={open === 'keys'} onClose={() => setOpen(null)} />
    </>
  );
}

/** What stands in a phone's bar; the rest is behind More. */
const PHONE_PLACES = ['backlog', 'roadmap', 'search', 'my-work'];

function Right({ children }: { children: ReactNode }) {
  return (
    <>
      <SyncMark />
      {children}
    </>
  );
}

function useEverywhereKeys(workspace: string, at: At | null, { onPalette, onKeys }: { onPalette: () => void; onKeys: () => void }): void {
  const go = useGo();
  const group = 'Everywhere';
  useKeys([
    { keys: 'Mod+K', description: 'Find anything, do anything', group, run: onPalette },
    { keys: '?', description: 'Show these keys', group, run: onKeys },
    { keys: 'G M', description: 'Go to my work', group, run: () => go(places.myWork({ workspace })) },
    ...(at === null
      ? []
      : [
          { keys: 'G B', description: 'Go to the backlog', group, run: () => go(places.backlog(at)) },
          { keys: 'G R', description: 'Go to the releases', group, run: () => go(places.releases(at)) },
          { keys: 'G S', description: 'Go to the sprint', group, run: () => go(places.sprint(at)) },
          { keys: 'G P', description: 'Go to the roadmap', group, run: () => go(places.roadmap(at)) },
          { keys: 'G F', description: 'Go to the funnel', group, run: () => go(places.funnel(at)) },
        ]),
  ]);
}
