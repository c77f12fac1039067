import { z } from 'zod';

/**
 * What stands in an address or on a command line is text; the schema says what it is meant to be. Numbers and yes or no are read, a list is
 * given by repeating a name or with commas, anything with parts of its own as JSON. What can't be read stays as it is, for the schema to refuse.
 */
export function fromTexts(schema: z.core.$ZodType, texts: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const shape = shapeOf(schema);
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, Object.hasOwn(shape, name) ? valueOf(shape[name]!, text) : text]));
}

/** The fields of a schema for an object. */
export function shapeOf(schema: z.core.$ZodType): Readonly<Record<string, z.core.$ZodType>> {
  const inner = bare(schema);
  return inner instanceof z.ZodObject ? (inner.shape as Record<string, z.core.$ZodType>) : {};
}

/** A schema without the wrappings that say whether it may be left out or empty. */
export function bare(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) return bare(schema.unwrap());
  return schema;
}

function valueOf(schema: z.core.$ZodType, text: unknown): unknown {
  const inner = bare(schema);
  if (inner instanceof z.ZodArray) return listOf(text).map((one) => valueOf(inner.element, one));
  if (typeof text !== 'string') return text;
  if (text === 'null' && z.safeParse(schema, null).success && !z.safeParse(schema, text).success) return null;
  if (inner instanceof z.ZodNumber) return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
  if (inner instanceof z.ZodBoolean) return text === 'true' ? true : text === 'false' ? false : text;
  if (inner instanceof z.ZodString || inner instanceof z.ZodEnum) return text;
  return parsedOrText(text);
}

function listOf(text: unknown): unknown[] {
  if (Array.isArray(text)) return text;
  if (typeof text !== 'string') return [text];
  if (text.startsWith('[')) {
    const parsed = parsedOrText(text);
    return Array.isArray(parsed) ? parsed : [parsed];
  }
  return text === '' ? [] : text.split(',');
}

function parsedOrText(text: string): unknown {
  if (!/^[{[]/.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return text;
    throw error;
  }
}
