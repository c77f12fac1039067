import { useRef, useState } from 'react';
import { Plus, X } from 'lucide-react';
import type { Item } from '../../../domain/backlog/item.ts';
import { linksFrom, linksTo } from '../../../domain/dependency/link.ts';
import { nameIn } from '../../app/name-in.ts';
import { whySentence } from '../../app/refusal-sentence.ts';
import type { Why } from '../../store/command.ts';
import { useLook, useShown } from '../../store/hooks.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { ItemLink } from '../item-links.tsx';
import { LINK_KINDS, LINK_NAMES, sideOf, type LinkKind } from '../link-kind.ts';
import { LinkPicker } from '../pickers/LinkPicker.tsx';
import { useItemChange } from '../use-item-change.ts';
import { Fact } from './Fact.tsx';

interface LinkFactsProps {
  readonly item: Item;
  readonly canEdit: boolean;
  /** The kind that somebody wants to add just now. */
  readonly added: LinkKind | null;
  readonly onDone: () => void;
}

/** Which items it waits for, and how else it stands to others. A circle is refused and named here. */
export function LinkFacts({ item, canEdit, added, onDone }: LinkFactsProps) {
  const sides = useLook(
    (view) => [...view.list(linksFrom, item.id), ...view.list(linksTo, item.id)].map((link) => ({ link: link.id, ...sideOf(link, item.id) })),
    [item.id],
  );
  const [why, setWhy] = useState<Why | null>(null);
  const view = useShown();
  const kinds = LINK_KINDS.filter((kind) => kind === added || sides.some((side) => side.kind === kind));
  return (
    <>
      {kinds.map((kind) => (
        <LinksOfKind
          key={kind}
          item={item}
          kind={kind}
          links={sides.filter((side) => side.kind === kind)}
          canEdit={canEdit}
          isAdding={kind === added}
          onDone={onDone}
          onRefused={setWhy}
        />
      ))}
      {why && (
        <div className="py-1.5">
          <dt className="sr-only">Not possible</dt>
          <dd>
            <ErrorNotice happened="This link was not made." remedy={whySentence(why, nameIn(view))} onDismiss={() => setWhy(null)} />
          </dd>
        </div>
      )}
    </>
  );
}

interface LinksOfKindProps extends Omit<LinkFactsProps, 'added'> {
  readonly kind: LinkKind;
  readonly links: readonly { readonly link: string; readonly other: string }[];
  readonly isAdding: boolean;
  readonly onRefused: (why: Why | null) => void;
}

function LinksOfKind({ item, kind, links, canEdit, isAdding, onDone, onRefused }: LinksOfKindProps) {
  const place = useRef<HTMLSpanElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const change = useItemChange([item.id]);
  const view = useShown();
  const remove = (link: string, other: string) =>
    change({ verb: 'removeLink', input: { link } }, `no longer ${LINK_NAMES[kind].toLowerCase()} ${nameIn(view)('item', other)}`);
  return (
    <Fact label={LINK_NAMES[kind]}>
      <ul aria-label={LINK_NAMES[kind]} className="grid min-w-0 max-tablet:gap-y-4">
        {links.map(({ link, other }, at) => (
          <li key={link} className="group/link-line flex min-h-6 min-w-0 items-center gap-1">
            <ItemLink id={other} />
            {canEdit && <IconButton label="Remove the link" size="s" icon={<X aria-hidden="true" />} onClick={() => remove(link, other)} className={quiet} />}
            {canEdit && at === links.length - 1 && (
              <IconButton
                label={`${LINK_NAMES[kind]} another`}
                size="s"
                icon={<Plus aria-hidden="true" />}
                aria-haspopup="dialog"
                onClick={() => setIsOpen(true)}
                className={quiet}
              />
            )}
          </li>
        ))}
      </ul>
      <span ref={place} className="block h-0 w-40" />
      {links.length === 0 && <span className="text-ink-3">Which one?</span>}
      {(isOpen || isAdding) && (
        <LinkPicker
          items={[item.id]}
          kind={kind}
          triggerRef={place}
          isOpen
          onOpenChange={(next) => {
            setIsOpen(next);
            if (!next) onDone();
          }}
          onChosen={() => onRefused(null)}
          onRefused={onRefused}
        />
      )}
    </Fact>
  );
}

const quiet = 'opacity-0 group-focus-within/link-line:opacity-100 group-hover/link-line:opacity-100 pointer-coarse:opacity-100';
