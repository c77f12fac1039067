import { z } from 'zod';
import type { Collections, View } from '../../src/domain/collections.ts';
import { addDays } from '../../src/domain/kernel/day.ts';
import type { Chance } from './chance.ts';
import { fixedId } from './cast.ts';

/** What inputs are made from. */
export interface Making {
  readonly chance: Chance;
  readonly view: View;
  /** The product that most references stay in. */
  readonly product: string;
  /** Everything that may be left out is there, and lists are never empty: for tests that look at every field. */
  readonly isFull?: boolean;
}

const WORDS = ['hike', 'Straße', 'مرحبا', '地図', 'café', '🥾 trail', '=1+1', 'a'.repeat(40), '  spaced  ', 'x'];
const ZONES = ['UTC', 'Europe/Berlin', 'Pacific/Kiritimati', 'America/Los_Angeles'];
/** Nobody has this id. */
export const NOBODY = fixedId(0xdead);

/** An input that a schema takes, its references drawn from what is there. Throws for a kind of schema that it does not know: then references in it would not be found either. */
export function inputFor(schema: z.core.$ZodType, making: Making): unknown {
  const { chance } = making;
  if (schema instanceof z.ZodOptional) return making.isFull || chance.often(0.6) ? inputFor(schema.unwrap(), making) : undefined;
  if (schema instanceof z.ZodDefault) return making.isFull || chance.often(0.6) ? inputFor(schema.unwrap(), making) : undefined;
  if (schema instanceof z.ZodNullable) return making.isFull || chance.often(0.7) ? inputFor(schema.unwrap(), making) : null;
  if (schema instanceof z.ZodString) return textFor(schema, making);
  if (schema instanceof z.ZodNumber) return numberFor(schema, chance);
  if (schema instanceof z.ZodBoolean) return chance.often(0.5);
  if (schema instanceof z.ZodEnum) return chance.pick(schema.options);
  if (schema instanceof z.ZodLiteral) return chance.pick([...schema.values]);
  if (schema instanceof z.ZodNull) return null;
  if (schema instanceof z.ZodArray) return Array.from({ length: chance.whole(making.isFull ? 1 : 0, 3) || 1 }, () => inputFor(schema.element, making));
  if (schema instanceof z.ZodUnion) return inputFor(chance.pick(schema.options), making);
  if (schema instanceof z.ZodRecord) return Object.fromEntries(['title', 'state'].map((name) => [name, inputFor(schema.valueType, making)]));
  if (schema instanceof z.ZodObject) return objectFor(schema, making);
  throw new Error(`no input can be made for ${schema._zod.def.type}`);
}

function objectFor(schema: z.ZodObject, making: Making): Record<string, unknown> {
  const fields = Object.entries(schema.shape as Record<string, z.core.$ZodType>).map(([name, field]) => [name, inputFor(field, making)] as const);
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
}

function textFor(schema: z.ZodString, { chance, view, product }: Making): string {
  const { ref, format } = (schema.meta() ?? {}) as { ref?: string; format?: string };
  if (ref !== undefined) return refFor(ref, { chance, view, product });
  if (format === 'date') return addDays('2026-03-02', chance.whole(-400, 400));
  const candidates = [
    ...WORDS,
    ...ZONES,
    `K${chance.whole(10, 999_999)}`,
    chance
      .whole(0, 2 ** 31)
      .toString(16)
      .padStart(64, '0'),
    `${chance.pick(WORDS)} ${chance.whole(1, 99)}`,
  ];
  const fitting = candidates.filter((text) => z.safeParse(schema, text).success);
  return chance.pick(fitting);
}

function refFor(collection: string, { chance, view, product }: Making): string {
  const all = [...view.all(collection as keyof Collections)];
  const near = all.filter((record) => record.id === product || productOf(view, record) === product);
  const pool = near.length > 0 && chance.often(0.85) ? near : all;
  return pool.length > 0 ? chance.pick(pool).id : NOBODY;
}

function productOf(view: View, record: object): unknown {
  if ('product' in record) return record.product;
  if ('item' in record) return view.find('item', record.item as string)?.product;
  if ('to' in record) return view.find('item', record.to as string)?.product;
  return undefined;
}

function numberFor(schema: z.ZodNumber, chance: Chance): number {
  const least = Math.max(schema.minValue ?? 0, -1_000_000);
  const most = Math.min(schema.maxValue ?? 1000, least + chance.pick([3, 20, 1000]));
  const whole = chance.whole(Math.ceil(least), Math.floor(most));
  return schema.isInt || chance.often(0.8) ? whole : Math.min(most, whole + 0.5);
}
