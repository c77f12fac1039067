import type { Criterion } from '../../../domain/backlog/criterion.ts';
import { CheckLine, type CheckLineProps } from '../../ui/CheckLine.tsx';
import { piecesOf } from './gherkin.ts';

type CriterionLineProps = Omit<CheckLineProps, 'id' | 'text' | 'words' | 'done' | 'noun'> & { readonly criterion: Criterion };

/** One acceptance criterion, with the words of Given, When and Then standing out. */
export function CriterionLine({ criterion: { id, text, done }, ...line }: CriterionLineProps) {
  const words = piecesOf(text).map((piece, at) =>
    piece.isStrong ? (
      <strong key={at} className="font-semibold">
        {piece.text}
      </strong>
    ) : (
      piece.text
    ),
  );
  return <CheckLine {...line} id={id} text={text} done={done} words={words} noun="Criterion" />;
}
