/** How the tables of the preview look. */
export const head = 'px-3 py-1.5 text-start text-xs font-normal whitespace-nowrap text-ink-3';
export const cell = 'px-3 py-1.5 align-middle';
