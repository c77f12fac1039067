import { exactDay, shortDay } from '../format-day.ts';
import { ChartFrame, type Shown } from './ChartFrame.tsx';
import { summaryOf, tableOf, type DayChart } from './day-chart.ts';
import { DayPlot } from './DayPlot.tsx';
import type { Opens } from './TableTwin.tsx';

/** Figures over days. */
export function Chart({ chart, ...shown }: { chart: DayChart } & Shown) {
  return (
    <ChartFrame
      title={chart.title}
      unit={chart.unit}
      summary={summaryOf(chart, exactDay)}
      table={tableOf(chart)}
      opens={opensOf(chart)}
      note={chart.note}
      shown={shown}
      draw={(widthPx, svg) => <DayPlot ref={svg} chart={chart} widthPx={widthPx} dayText={(day) => shortDay(day, shown.today)} />}
    />
  );
}

/** In the table a figure that is not nothing opens. */
function opensOf({ days, lines, onOpen }: DayChart): Opens | undefined {
  if (!onOpen) return undefined;
  return (row, column) => {
    const [day, line] = [days[row], lines[column - 1]];
    return day !== undefined && line?.values[row] ? () => onOpen(day, line.id) : null;
  };
}
