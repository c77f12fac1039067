import type { ReactNode } from 'react';

/** The funnel: as high over each stage as the square root of its count, with the heads of the stages in it. */
export function Bands({ counts, children }: { counts: readonly number[]; children: ReactNode }) {
  return (
    <div className="relative col-span-full mt-2 h-56">
      <svg aria-hidden="true" viewBox={`0 0 ${counts.length} 1`} preserveAspectRatio="none" className="absolute inset-0 size-full">
        <path d={bandPath(counts)} className="fill-accent-soft" />
      </svg>
      <div className="relative grid h-full grid-cols-5 items-center">{children}</div>
    </div>
  );
}

/** One shape through the middle of every stage, flat at both ends. */
function bandPath(counts: readonly number[]): string {
  const most = Math.max(1, ...counts);
  const halves = counts.map((count) => Math.sqrt(count / most) / 2);
  const side = (sign: 1 | -1) => halves.map((half, at): [number, number] => [at + 0.5, 0.5 + sign * half]);
  const [top, bottom] = [side(-1), side(1).toReversed()];
  return `M0 ${top[0]![1]} L${point(top[0]!)}${curve(top)} L${counts.length} ${top.at(-1)![1]} L${counts.length} ${bottom[0]![1]} L${point(bottom[0]!)}${curve(bottom)} L0 ${bottom.at(-1)![1]} Z`;
}

const point = ([x, y]: readonly [number, number]): string => `${x} ${y}`;

function curve(points: readonly (readonly [number, number])[]): string {
  return points
    .slice(1)
    .map(([x, y], at) => {
      const [beforeX, beforeY] = points[at]!;
      const middle = (beforeX + x) / 2;
      return ` C${middle} ${beforeY} ${middle} ${y} ${x} ${y}`;
    })
    .join('');
}
