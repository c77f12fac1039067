/** The part of the platform's decoder that is needed here: browsers, workers and Node have it, the language's own library does not name it. */
interface Decoder {
  decode(bytes?: Uint8Array, options?: { readonly stream?: boolean }): string;
}

declare const TextDecoder: new (label: string, options: { readonly fatal: boolean }) => Decoder;

/** A decoder that drops a byte order mark. A fatal one throws at bytes that are not of the encoding; another puts U+FFFD in their place. */
export const makeDecoder = (label: string, options: { readonly fatal: boolean }): Decoder => new TextDecoder(label, options);
