import { z } from 'zod';

/**
 * One line of text as people write it: any language, emoji and bidirectional text included. Refused are NUL and other control characters,
 * lone surrogates (which no encoding can store) and more than `max` UTF-16 units. White space at the ends is dropped.
 */
export const textSchema = (max: number) => z.string().trim().min(1, 'must not be empty').max(max).refine(isStorable, NOT_STORABLE);

/** Like {@link textSchema}, and may be empty. */
export const optionalTextSchema = (max: number) => z.string().trim().max(max).refine(isStorable, NOT_STORABLE);

/** A long text: lines, tabs and everything that one line may hold. Nothing is trimmed: four spaces are Markdown. */
export const longTextSchema = (max = 200_000) => z.string().max(max).refine(isStorableLong, NOT_STORABLE);

/** A name as it is compared with others: whatever its case and how its accents are encoded. */
export const foldName = (name: string): string => name.normalize('NFKC').toLowerCase().trim();

const NOT_STORABLE = 'must not hold control characters or broken characters';

// eslint-disable-next-line no-control-regex -- finding control characters is what it is for
const CONTROL = /[\u0000-\u001f\u007f]/;
// eslint-disable-next-line no-control-regex -- as above, with tab, line feed and carriage return allowed
const CONTROL_BUT_LINES = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

const isStorable = (text: string): boolean => !CONTROL.test(text) && isWellFormed(text);
const isStorableLong = (text: string): boolean => !CONTROL_BUT_LINES.test(text) && isWellFormed(text);

/** Whether every surrogate has its other half. */
export const isWellFormed = (text: string): boolean => !/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(text);
