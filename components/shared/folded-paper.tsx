/** A folded paper with one vermilion column: the picture of the first run. */
export function FoldedPaper() {
  return (
    <svg class="folded-paper" viewBox="0 0 120 96" aria-hidden="true" focusable="false">
      <path class="sheet" d="M14 18 60 10v72L14 88Z" />
      <path class="sheet back" d="M60 10l46 8v70l-46-6Z" />
      <path class="rule" d="m22 28 30-5M22 36l30-5" />
      <path class="accent" d="m22 47 13-2v28l-13 2Z" />
      <path
        class="rule"
        d="m40 44 12-2M40 52l12-2M40 60l12-2M40 68l12-2M68 23l30 5M68 34l30 5M68 42l30 5M68 50l30 5M68 58l30 4M68 66l18 3"
      />
    </svg>
  );
}
