import type { ReactNode } from 'react';
import { cx } from '../cx.ts';
import { Kbd } from '../Kbd.tsx';
import { Link } from './link.tsx';
import type { Place, PlaceSection } from './place.ts';

/** Where one can go. The product's name stands on top. */
export function Sidebar({ top, sections, foot, onGo }: { top: ReactNode; sections: readonly PlaceSection[]; foot?: ReactNode; onGo: () => void }) {
  return (
    <nav
      aria-label="Main"
      className="flex h-full w-sidebar flex-col gap-px overflow-y-auto border-e border-edge bg-sunken px-2 py-2.5 pt-[max(10px,env(safe-area-inset-top))]"
    >
      <div className="pb-2">{top}</div>
      {sections.map((section) => (
        <div key={section.id} role="group" aria-labelledby={section.heading === undefined ? undefined : `nav-${section.id}`} className="grid gap-px">
          {section.heading !== undefined && (
            <h2 id={`nav-${section.id}`} className="px-2 pt-3.5 pb-1 text-xs font-medium text-ink-3">
              {section.heading}
            </h2>
          )}
          {section.places.map((place) => (
            <SidebarPlace key={place.id} place={place} onGo={onGo} />
          ))}
        </div>
      ))}
      {foot !== undefined && <div className="mt-auto pt-4">{foot}</div>}
    </nav>
  );
}

function SidebarPlace({ place, onGo }: { place: Place; onGo: () => void }) {
  const inside = (
    <>
      <span aria-hidden="true" className={cx('inline-grid shrink-0 [&_svg]:size-3.75', place.isCurrent === true ? 'text-accent' : 'text-ink-3')}>
        {place.icon}
      </span>
      <span className="min-w-0 flex-1 truncate text-start">{place.label}</span>
      {place.count !== undefined && (
        <span dir="ltr" className="num text-s font-normal text-ink-3">
          {place.count}
        </span>
      )}
      {place.keys !== undefined && (
        <span aria-hidden="true" className="contents pointer-coarse:hidden">
          <Kbd keys={place.keys} />
        </span>
      )}
    </>
  );
  const look = cx(
    'flex h-7 items-center gap-2.25 rounded-control px-2 max-desk:h-touch',
    place.isCurrent === true ? 'bg-surface font-medium text-ink ring-1 ring-edge' : 'text-ink-2 hover:bg-hover hover:text-ink',
  );
  if ('href' in place) {
    return (
      <Link href={place.href} aria-current={place.isCurrent === true ? 'page' : undefined} onClick={onGo} className={look}>
        {inside}
      </Link>
    );
  }
  return (
    <button
      type="button"
      onClick={() => {
        onGo();
        place.open();
      }}
      className={look}
    >
      {inside}
    </button>
  );
}
