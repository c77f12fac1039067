import { z } from 'zod';

/** A reference to a record: how every id in a verb's input is declared, so that the kernel can find and check them all. Given as id, key or slug. */
export const ref = (collection: string) => z.string().min(1).max(64).meta({ ref: collection });

export interface Ref {
  readonly collection: string;
  readonly id: string;
}

/** Every reference that an input holds, wherever it stands in its schema. */
export function refsIn(schema: z.core.$ZodType, input: unknown): Ref[] {
  const refs: Ref[] = [];
  mapRefs(schema, input, (found) => {
    refs.push(found);
    return found.id;
  });
  return refs;
}

/** The input with every reference replaced by what `resolve` says; the rest is left as it is. */
export function mapRefs(schema: z.core.$ZodType, input: unknown, resolve: (ref: Ref) => string): unknown {
  if (input === null || input === undefined || !holdsRefs(schema)) return input;
  if (schema instanceof z.ZodString) {
    const collection = schema.meta()?.['ref'];
    return typeof collection === 'string' ? resolve({ collection, id: input as string }) : input;
  }
  if (schema instanceof z.ZodArray) return (input as unknown[]).map((element) => mapRefs(schema.element, element, resolve));
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return mapRefs(schema.unwrap(), input, resolve);
  if (schema instanceof z.ZodUnion) return mapRefs(optionFor(schema.options, input), input, resolve);
  if (schema instanceof z.ZodRecord) return mapEntries(input, (_, value) => mapRefs(schema.valueType, value, resolve));
  if (schema instanceof z.ZodObject) {
    const shape = schema.shape as Record<string, z.core.$ZodType>;
    return mapEntries(input, (name, value) => (shape[name] ? mapRefs(shape[name], value, resolve) : value));
  }
  return input;
}

const known = new WeakMap<z.core.$ZodType, boolean>();

/** Whether a schema names records anywhere: asked once for each, because looking through large inputs for nothing costs more than a small verb. */
function holdsRefs(schema: z.core.$ZodType): boolean {
  let holds = known.get(schema);
  if (holds === undefined) known.set(schema, (holds = isRef(schema) || within(schema).some(holdsRefs)));
  return holds;
}

const isRef = (schema: z.core.$ZodType): boolean => schema instanceof z.ZodString && typeof schema.meta()?.['ref'] === 'string';

function within(schema: z.core.$ZodType): readonly z.core.$ZodType[] {
  if (schema instanceof z.ZodArray) return [schema.element];
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return [schema.unwrap()];
  if (schema instanceof z.ZodUnion) return schema.options;
  if (schema instanceof z.ZodRecord) return [schema.valueType];
  return schema instanceof z.ZodObject ? Object.values(schema.shape as Record<string, z.core.$ZodType>) : [];
}

function optionFor(options: readonly z.core.$ZodType[], input: unknown): z.core.$ZodType {
  const option = options.find((candidate) => z.safeParse(candidate, input).success);
  if (!option) throw new Error('the input was not checked against its schema');
  return option;
}

function mapEntries(input: unknown, map: (name: string, value: unknown) => unknown): unknown {
  const mapped: Record<string, unknown> = { ...(input as Record<string, unknown>) };
  for (const name of Object.keys(mapped)) mapped[name] = map(name, mapped[name]);
  return mapped;
}
