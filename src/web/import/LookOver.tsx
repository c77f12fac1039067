import { useEffect, useRef, useState } from 'react';
import { DELIMITER_NAMES, DELIMITERS, type Delimiter } from '../../io/csv/delimiter.ts';
import { ENCODINGS, type Encoding } from '../../io/csv/encoding.ts';
import type { Mapping } from '../../io/mapping.ts';
import type { Hints } from '../../io/recognise.ts';
import type { DateOrder } from '../../io/values/date.ts';
import { Button } from '../ui/Button.tsx';
import { ColumnTable } from './ColumnTable.tsx';
import { DatesNote } from './DatesNote.tsx';
import { Part } from './Part.tsx';
import { PreviewRows } from './PreviewRows.tsx';
import { Problems } from './Problems.tsx';
import { ProductsPart } from './ProductsPart.tsx';
import { Select } from '../ui/Select.tsx';
import { StateTable } from './StateTable.tsx';
import { TypeTable } from './TypeTable.tsx';
import { useTakenBefore } from './use-taken-before.ts';
import { allInto, oneEach, type ImportStep, type Target } from './use-import.ts';
import { grouped } from '../ui/grouped.ts';

const ENCODING_NAMES: Record<Encoding, string> = { 'utf-8': 'UTF-8', 'utf-16le': 'UTF-16 LE', 'utf-16be': 'UTF-16 BE', 'windows-1252': 'Windows-1252' };
const DATE_NAMES: Record<DateOrder, string> = { dmy: 'day / month / year', mdy: 'month / day / year', ymd: 'year - month - day' };

export interface LookOverProps {
  readonly step: Extract<ImportStep, { at: 'look' }>;
  readonly product: Target;
  readonly onChange: (mapping: Mapping) => void;
  readonly onRecognise: (hints: Hints) => void;
  readonly onBegin: () => void;
  readonly onLeave: () => void;
}

/** What the file is, what becomes of its columns and states, the first rows as they will be, and what can't be taken. */
export function LookOver({ step, product, onChange, onRecognise, onBegin, onLeave }: LookOverProps) {
  const { brought, mapping, preview, isBeginning } = step;
  const { recognition } = brought;
  const [isEach, setIsEach] = useState(false);
  const before = useTakenBefore(product.key);
  const button = useRef<HTMLButtonElement>(null);
  // What was pressed to come here is gone: the next step is where the keyboard goes on.
  useEffect(() => button.current?.focus({ preventScroll: true }), []);
  const isDateOpen = recognition.questions.some(({ about }) => about === 'date-order') && mapping.dateOrder === null;
  const several = mapping.projects.length > 1;
  const lost = preview?.problems.filter(({ loses }) => loses === 'row' || loses === 'cell') ?? [];
  const taken = preview ? preview.counts.make + preview.counts.change : 0;
  return (
    <>
      <header className="flex flex-wrap items-start gap-3">
        <div className="min-w-0 flex-1 basis-70">
          <h2 className="truncate text-title font-semibold">{recognition.fileName}</h2>
          <p className="num text-ink-2">
            {mapping.format === 'jira' ? 'A Jira export' : 'A table'} of {grouped(recognition.records)} rows.{' '}
            {preview &&
              `${grouped(preview.counts.make)} would be made, ${grouped(preview.counts.change)} changed, ${grouped(preview.counts.keep)} are as they were.`}
          </p>
        </div>
        <span className="flex gap-2">
          <Button variant="quiet" onClick={onLeave}>
            Take nothing
          </Button>
          <Button
            ref={button}
            variant="primary"
            disabledReason={
              !preview || isBeginning
                ? 'Working out what becomes of it'
                : isDateOpen
                  ? 'Say first how its dates are written'
                  : taken === 0
                    ? 'There is nothing new in it'
                    : undefined
            }
            onClick={onBegin}
          >
            {beginLabel(
              preview ? taken : null,
              lost.some(({ loses }) => loses === 'row'),
            )}
          </Button>
        </span>
      </header>
      {recognition.questions.map((question) => (
        <p key={question.about} role="note" className="rounded-control bg-accent-soft px-3 py-2">
          {question.message}
        </p>
      ))}
      <div className="flex flex-wrap items-end gap-3">
        {(mapping.dateOrder !== null || isDateOpen) && (
          <Select
            label="Dates"
            value={mapping.dateOrder ?? ''}
            options={[
              ...(mapping.dateOrder === null ? [{ id: '', label: 'not decided' }] : []),
              ...Object.entries(DATE_NAMES).map(([id, label]) => ({ id, label })),
            ]}
            onChange={(order) => onChange({ ...mapping, dateOrder: order === '' ? null : (order as DateOrder) })}
          />
        )}
        <Select
          label="Encoding"
          value={mapping.encoding}
          options={ENCODINGS.map((id) => ({ id, label: ENCODING_NAMES[id] }))}
          onChange={(encoding) => onRecognise({ encoding: encoding as Encoding, delimiter: mapping.delimiter })}
        />
        <Select
          label="Separator"
          value={mapping.delimiter}
          options={DELIMITERS.map((id) => ({ id, label: DELIMITER_NAMES[id] }))}
          onChange={(delimiter) => onRecognise({ encoding: mapping.encoding, delimiter: delimiter as Delimiter })}
        />
        {several && (
          <Select
            label={`Its ${mapping.projects.length} projects become`}
            value={isEach ? 'each' : 'one'}
            options={[
              { id: 'one', label: `all one: ${product.name}` },
              { id: 'each', label: 'one product each' },
            ]}
            onChange={(how) => {
              setIsEach(how === 'each');
              onChange(how === 'each' ? oneEach(mapping, product, before) : allInto(mapping, product));
            }}
          />
        )}
      </div>
      <DatesNote dates={recognition.dates} order={mapping.dateOrder} />
      {preview && preview.products.length > 1 && <ProductsPart products={preview.products} projects={mapping.projects} here={product} />}
      {preview && lost.length > 0 && <Problems problems={preview.problems} />}
      <Part
        title="The first rows as they will be"
        note={preview?.rankFrom === 'file' ? 'in the order of the file' : preview ? `ranked by ${preview.rankFrom}` : ''}
        isOpen
      >
        <PreviewRows items={preview?.first ?? recognition.first} />
      </Part>
      {mapping.states.length > 0 && (
        <Part title="States" note={`${mapping.states.length} in the file`} isOpen={recognition.states.some(({ by }) => by !== 'name')}>
          <StateTable mapping={mapping} found={recognition.states} onChange={onChange} />
        </Part>
      )}
      <Part
        title="Columns"
        note={`${mapping.columns.filter(({ target }) => target !== null).length} of ${mapping.columns.length} taken`}
        isOpen={mapping.format === 'csv'}
      >
        <ColumnTable mapping={mapping} found={recognition.columns} onChange={onChange} />
      </Part>
      {recognition.types.length > 0 && (
        <Part title="Types" note={`${recognition.types.length} in the file`} isOpen={recognition.types.some(({ isKnown }) => !isKnown)}>
          <TypeTable mapping={mapping} found={recognition.types} onChange={onChange} />
        </Part>
      )}
      {preview && lost.length === 0 && preview.problems.length > 0 && (
        <Part title="Worth knowing" note={`${preview.problems.length}`} isOpen={false}>
          <Problems problems={preview.problems} />
        </Part>
      )}
    </>
  );
}

/** Before it is known how many there are, none are named. */
function beginLabel(count: number | null, isPartly: boolean): string {
  if (count === null) return 'Import';
  return isPartly ? `Take the other ${grouped(count)}` : `Import ${grouped(count)} ${count === 1 ? 'item' : 'items'}`;
}
