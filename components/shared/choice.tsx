interface Props<T extends string> {
  legend: string;
  value: T;
  options: readonly { value: T; label: string }[];
  onChoose: (value: T) => void;
  /** What a choice is of, where another one on the page has the same words. */
  subject?: string;
}

/** One of a few, all in sight. */
export function Choice<T extends string>({ legend, value, options, onChoose, subject }: Props<T>) {
  return (
    <fieldset class="choice">
      <legend>{legend}</legend>
      <div class="segments">
        {options.map((option) => (
          <button
            key={option.value}
            type="button"
            aria-label={subject && `${option.label}: ${subject}`}
            aria-pressed={option.value === value}
            onClick={() => onChoose(option.value)}
          >
            {option.label}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
