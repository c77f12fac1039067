import icon from '../icon.svg';

/** Cutline's sign: rows, and the line across them. */
export function Mark() {
  return <img src={icon} alt="" className="size-5 shrink-0" />;
}
