import { useRef, useState, type RefObject } from 'react';
import { Plus, Search } from 'lucide-react';
import { afterClosing } from '../item/after-closing.ts';
import { useShown } from '../store/hooks.ts';
import { Chip } from '../ui/Chip.tsx';
import { ChoicePopover } from '../ui/ChoicePopover.tsx';
import { Menu } from '../ui/Menu.tsx';
import { useKeys } from '../ui/use-keys.ts';
import { FIELD_NAMES, filterChoices, wordName } from './filter-choices.tsx';
import { FILTER_FIELDS, NO_WORDS, NONE, toggled, type FilterField } from './filter-query.ts';
import { SearchField } from './SearchField.tsx';
import { useFilterWords, type FilterInAddress } from './use-filter.ts';

/** The filter of a list in its bar: the text, a chip for every field that is filtered, and one to add another. `/` goes to the text. */
export function Filters({ product }: { product: string }) {
  const shown = useFilterWords();
  const { words, change } = shown;
  const [isSearching, setIsSearching] = useState(false);
  const [opened, setOpened] = useState<FilterField | 'menu' | null>(null);
  const add = useRef<HTMLButtonElement>(null);
  const active = FILTER_FIELDS.filter((field) => words[field].length > 0);
  useKeys([{ keys: '/', description: 'Search in the list', group: 'List', run: () => setIsSearching(true) }]);
  return (
    <div role="group" aria-label="Filter" className="ms-2 flex min-w-0 items-center gap-1.5 max-tablet:ms-0 max-tablet:min-w-max">
      {isSearching || words.q !== '' ? (
        <SearchField
          value={words.q}
          isFocused={isSearching}
          onChange={(q, isTyping) => change({ ...words, q }, { isTyping })}
          onLeave={() => {
            setIsSearching(false);
            document.querySelector<HTMLElement>('[data-row-scroller]')?.focus();
          }}
        />
      ) : (
        <Chip isOpenPlace icon={<Search aria-hidden="true" />} value="Search" hint="Search in the list" onClick={() => setIsSearching(true)} />
      )}
      {active.map((field) => (
        <FieldChip key={field} field={field} product={product} shown={shown} />
      ))}
      <Chip
        ref={add}
        isOpenPlace
        icon={<Plus aria-hidden="true" />}
        value="Filter"
        aria-haspopup="menu"
        aria-expanded={opened === 'menu'}
        onClick={() => setOpened('menu')}
      />
      <Menu
        triggerRef={add}
        isOpen={opened === 'menu'}
        onOpenChange={(isOpen) => setOpened((now) => (isOpen ? 'menu' : now === 'menu' ? null : now))}
        label="Filter by"
        entries={FILTER_FIELDS.map((field) => ({
          id: field,
          label: FIELD_NAMES[field],
          isChosen: active.includes(field),
          run: () => afterClosing(() => setOpened(field)),
        }))}
      />
      {opened !== null && opened !== 'menu' && <FieldChoices field={opened} product={product} shown={shown} triggerRef={add} onClose={() => setOpened(null)} />}
      {(active.length > 1 || (active.length > 0 && words.q !== '')) && (
        <button
          type="button"
          className="hit relative rounded-control px-1.5 text-s whitespace-nowrap text-ink-2 hover:bg-hover hover:text-ink"
          onClick={() => change(NO_WORDS)}
        >
          Clear
        </button>
      )}
    </div>
  );
}

interface OfField {
  readonly field: FilterField;
  readonly product: string;
  readonly shown: FilterInAddress;
}

function FieldChip({ field, product, shown }: OfField) {
  const chip = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const { words, change } = shown;
  return (
    <>
      <Chip
        ref={chip}
        label={FIELD_NAMES[field].toLowerCase()}
        value={words[field].map((word) => wordName(field, word)).join(', ')}
        aria-haspopup="listbox"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(true)}
        onRemove={() => change({ ...words, [field]: [] })}
      />
      {isOpen && <FieldChoices field={field} product={product} shown={shown} triggerRef={chip} onClose={() => setIsOpen(false)} />}
    </>
  );
}

function FieldChoices({ field, product, shown, triggerRef, onClose }: OfField & { triggerRef: RefObject<HTMLButtonElement | null>; onClose: () => void }) {
  const view = useShown();
  const { words, change } = shown;
  const [choices] = useState(() => filterChoices(view, product, field));
  const unknown = words[field].filter((word) => word !== NONE && !choices.some(({ id }) => id === word));
  return (
    <ChoicePopover
      triggerRef={triggerRef}
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      label={FIELD_NAMES[field]}
      isMany
      choices={[...choices, ...unknown.map((word) => ({ id: word, label: word }))]}
      chosen={words[field]}
      onChoose={(word) => change(toggled(words, field, word))}
    />
  );
}
