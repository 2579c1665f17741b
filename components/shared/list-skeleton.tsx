const widths = ['88%', '64%', '94%', '71%', '82%', '58%', '90%'];

/** The shape of the list before its words: nothing jumps when they come. */
export function ListSkeleton() {
  return (
    <div class="skeleton" role="none" aria-hidden="true">
      {widths.map((width) => (
        <div class="skeleton-row" key={width}>
          <i style={{ inlineSize: '34%' }} />
          <b style={{ inlineSize: width }} />
          <i style={{ inlineSize: '76%' }} />
        </div>
      ))}
    </div>
  );
}
