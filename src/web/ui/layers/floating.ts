/** The ground of everything that floats over the page. */
export const floating = 'rounded-panel border border-edge bg-float text-m text-ink shadow-float outline-none';
