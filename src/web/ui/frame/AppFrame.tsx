import { useEffect, useRef, type ReactNode } from 'react';
import { cx } from '../cx.ts';
import { ToastRegion } from '../ToastRegion.tsx';
import { TooltipLayer } from '../TooltipLayer.tsx';
import { useKeyListener } from '../use-keys.ts';
import { PhoneBar, RoundButton } from './PhoneBar.tsx';
import type { Place, PlaceSection, View } from './place.ts';
import { SidePanel, type SidePanelProps } from './SidePanel.tsx';
import { Sidebar } from './Sidebar.tsx';
import { TopBar, type TopBarProps } from './TopBar.tsx';
import { useMenuOpen } from './use-menu-open.ts';

export type AppFrameProps = {
  /** The product's name and switch, on top of the sidebar. */
  sidebarTop: ReactNode;
  sections: readonly PlaceSection[];
  /** Below the places: the person's own menu. */
  sidebarFoot?: ReactNode;
  /** The first four stand in the phone's bar. */
  phonePlaces: readonly Place[];
  title: string;
  back?: TopBarProps['back'];
  onRename?: TopBarProps['onRename'];
  views?: readonly View[] | undefined;
  right?: ReactNode;
  /** The line below the top bar: goal, filters, display. */
  bar?: ReactNode;
  /** Over everything: `Seen as Customers`. */
  banner?: ReactNode;
  panel?: (Omit<SidePanelProps, 'children'> & { content: ReactNode }) | undefined;
  /** The phone's round button. */
  roundAction?: { label: string; run: () => void } | undefined;
  children: ReactNode;
};

/** The frame round every page: places, top bar, the page itself, and what is open beside it. */
export function AppFrame(props: AppFrameProps) {
  const { sidebarTop, sections, sidebarFoot, phonePlaces, title, back, onRename, views, right, bar, banner, panel, roundAction, children } = props;
  const isMenuOpen = useMenuOpen((menu) => menu.isOpen);
  const setIsMenuOpen = useMenuOpen((menu) => menu.set);
  useKeyListener();
  return (
    <>
      <div data-frame className="flex h-full flex-col">
        <a href="#main" className="sr-only z-60 rounded-control bg-accent px-3 py-2 text-on-accent focus:not-sr-only focus:fixed focus:start-2 focus:top-2">
          Skip to the page
        </a>
        {banner !== undefined && (
          <div data-no-print className="shrink-0">
            {banner}
          </div>
        )}
        <div data-frame-column className="flex min-h-0 flex-1">
          <Drawer isOpen={isMenuOpen} onClose={() => setIsMenuOpen(false)}>
            <Sidebar top={sidebarTop} sections={sections} foot={sidebarFoot} onGo={() => setIsMenuOpen(false)} />
          </Drawer>
          <div data-frame-column inert={isMenuOpen} className="flex min-w-0 flex-1 flex-col bg-surface">
            <TopBar title={title} back={back} onRename={onRename} views={views} right={right} isMenuOpen={isMenuOpen} onMenu={() => setIsMenuOpen(true)} />
            {bar !== undefined && (
              <section
                aria-label={`About ${title}`}
                data-no-print
                className="flex min-h-bar shrink-0 items-center gap-1.5 border-b border-edge px-4 py-1 text-s text-ink-2 max-tablet:overflow-x-auto max-tablet:[scrollbar-width:none]"
              >
                {bar}
              </section>
            )}
            <div data-frame-column className="relative flex min-h-0 flex-1">
              <main id="main" tabIndex={-1} data-frame-main className="@container/main min-h-0 min-w-0 flex-1 overflow-hidden outline-none">
                {children}
              </main>
              {panel && (
                <SidePanel label={panel.label} widthPx={panel.widthPx} onWidthChange={panel.onWidthChange} isBeside={panel.isBeside}>
                  {panel.content}
                </SidePanel>
              )}
            </div>
            {roundAction && !panel && <RoundButton label={roundAction.label} onClick={roundAction.run} />}
            <PhoneBar places={phonePlaces} isMoreOpen={isMenuOpen} onMore={() => setIsMenuOpen(true)} />
          </div>
        </div>
      </div>
      <ToastRegion />
      <TooltipLayer />
    </>
  );
}

/** The sidebar's place: part of the page from 900 px, folded away below, where it opens over the page and keeps the focus. */
function Drawer({ isOpen, onClose, children }: { isOpen: boolean; onClose: () => void; children: ReactNode }) {
  const drawer = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    const opener = document.activeElement;
    drawer.current?.querySelector<HTMLElement>('a, button')?.focus();
    const pressed = (event: KeyboardEvent) => event.key === 'Escape' && onClose();
    // From 900 px on the sidebar is part of the page, and nothing must be held back behind it.
    const wide = matchMedia('(width >= 900px)');
    const widened = () => wide.matches && onClose();
    document.addEventListener('keydown', pressed);
    wide.addEventListener('change', widened);
    return () => {
      document.removeEventListener('keydown', pressed);
      wide.removeEventListener('change', widened);
      if (opener instanceof HTMLElement) setTimeout(() => opener.focus());
    };
  }, [isOpen, onClose]);
  return (
    <>
      {isOpen && <div aria-hidden="true" onClick={onClose} className="fixed inset-0 z-30 bg-scrim desk:hidden" />}
      <div
        ref={drawer}
        data-no-print
        className={cx(
          'min-h-0 shrink-0 max-desk:fixed max-desk:inset-y-0 max-desk:start-0 max-desk:z-40 max-desk:shadow-float',
          isOpen ? 'max-desk:animate-[slide-in_160ms_var(--ease)] max-desk:rtl:animate-none' : 'max-desk:hidden',
        )}
      >
        {children}
      </div>
    </>
  );
}
