import { useId, type InputHTMLAttributes, type ReactNode, type Ref } from 'react';
import { FieldFrame, noteOf } from './FieldFrame.tsx';

export type TextFieldProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onChange' | 'size'> & {
  label: string;
  value: string;
  onChange: (value: string) => void;
  onEnter?: (() => void) | undefined;
  isLabelHidden?: boolean | undefined;
  hint?: string | undefined;
  error?: string | undefined;
  icon?: ReactNode;
  suffix?: ReactNode;
  ref?: Ref<HTMLInputElement> | undefined;
};

export function TextField({ label, value, onChange, onEnter, isLabelHidden, hint, error, icon, suffix, className, onKeyDown, ref, ...rest }: TextFieldProps) {
  const id = useId();
  return (
    <FieldFrame id={id} label={label} isLabelHidden={isLabelHidden} hint={hint} error={error} className={className}>
      <span
        aria-invalid={error === undefined ? undefined : true}
        className="field flex h-8 min-w-0 items-center gap-1.5 px-2 max-tablet:h-touch [&_svg]:size-3.5 [&_svg]:text-ink-3"
      >
        {icon}
        <input
          ref={ref}
          id={id}
          type="text"
          dir="auto"
          value={value}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={(event) => {
            onKeyDown?.(event);
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) onEnter?.();
          }}
          {...noteOf({ id, hint, error })}
          {...rest}
          className="min-w-0 flex-1 bg-transparent outline-none max-tablet:text-l"
        />
        {suffix}
      </span>
    </FieldFrame>
  );
}

export type TextAreaProps = Pick<TextFieldProps, 'label' | 'value' | 'onChange' | 'isLabelHidden' | 'hint' | 'error' | 'className' | 'placeholder'> & {
  rows?: number | undefined;
  ref?: Ref<HTMLTextAreaElement> | undefined;
};

/** Several lines; it grows with what is written in it. */
export function TextArea({ label, value, onChange, isLabelHidden, hint, error, className, placeholder, rows = 3, ref }: TextAreaProps) {
  const id = useId();
  return (
    <FieldFrame id={id} label={label} isLabelHidden={isLabelHidden} hint={hint} error={error} className={className}>
      <textarea
        ref={ref}
        id={id}
        dir="auto"
        rows={rows}
        value={value}
        placeholder={placeholder}
        onChange={(event) => onChange(event.target.value)}
        {...noteOf({ id, hint, error })}
        className="field field-sizing-content max-h-80 w-full resize-none px-2 py-1.5 max-tablet:text-l"
      />
    </FieldFrame>
  );
}
