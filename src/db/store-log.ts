/** What pino offers, as far as the store speaks. */
export interface StoreLog {
  info(facts: object, text: string): void;
  warn(facts: object, text: string): void;
  error(facts: object, text: string): void;
}

/** For those who do not want to hear it. */
export const silent: StoreLog = { info: () => {}, warn: () => {}, error: () => {} };
