/** The columns of a row: grip, type, key, mark, title, epic, tags, readiness, estimate, finish, state, assignee. A narrow list keeps type, mark, title, state and estimate. */
export const columns =
  'grid h-full grid-cols-[16px_18px_62px_20px_minmax(0,1fr)_128px_minmax(0,144px)_18px_42px_62px_22px_24px] items-center gap-2 ps-2 pe-4 tablet:@max-5xl/main:grid-cols-[16px_18px_62px_20px_minmax(0,1fr)_18px_42px_22px_24px] max-tablet:grid-cols-[18px_20px_minmax(0,1fr)_24px_40px] max-tablet:px-3';

/** Cells that a narrow list leaves out. */
export const wideOnly = '@max-5xl/main:hidden max-tablet:hidden';
export const notOnPhone = 'max-tablet:hidden';
