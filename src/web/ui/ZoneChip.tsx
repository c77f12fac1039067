import { Chip } from './Chip.tsx';
import { ChoicePopover } from './ChoicePopover.tsx';
import { useOpener } from './use-opener.ts';

interface ZoneChipProps {
  /** What is set, said in full: `Time zone of Web`. */
  readonly name: string;
  /** IANA name, `Europe/Berlin`. */
  readonly value: string;
  readonly canEdit: boolean;
  readonly onChange: (zone: string) => void;
}

/** A time zone, chosen among all that the browser knows by typing a part of its name. */
export function ZoneChip({ name, value, canEdit, onChange }: ZoneChipProps) {
  const { opener, layer } = useOpener('listbox');
  if (!canEdit) return <span>{inWords(value)}</span>;
  return (
    <>
      <Chip {...opener} label="time zone" value={inWords(value)} hint={name} />
      <ChoicePopover {...layer} label={name} placeholder="A city near you" choices={layer.isOpen ? zones(value) : []} chosen={[value]} onChoose={onChange} />
    </>
  );
}

/** Those of the calendar, and the one that is set, which may have an older name. */
const zones = (value: string) => [...new Set([value, 'UTC', ...Intl.supportedValuesOf('timeZone')])].toSorted().map((id) => ({ id, label: inWords(id) }));

const inWords = (zone: string): string => zone.replaceAll('_', ' ');
