import { exactDay, shortDay } from '../format-day.ts';
import { ChartFrame, type Shown } from './ChartFrame.tsx';
import { summaryOf, tableOf, type DayChart } from './day-chart.ts';
import { DayPlot } from './DayPlot.tsx';

/** Figures over days. */
export function Chart({ chart, ...shown }: { chart: DayChart } & Shown) {
  return (
    <ChartFrame
      title={chart.title}
      unit={chart.unit}
      summary={summaryOf(chart, exactDay)}
      table={tableOf(chart)}
      shown={shown}
      draw={(widthPx, svg) => <DayPlot ref={svg} chart={chart} widthPx={widthPx} dayText={(day) => shortDay(day, shown.today)} />}
    />
  );
}
