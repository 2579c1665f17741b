/** Where an article's text will be. */
export function BodySkeleton() {
  return (
    <div class="body-skeleton" aria-hidden="true">
      {['96%', '91%', '98%', '84%', '93%', '47%'].map((width) => (
        <i key={width} style={{ inlineSize: width }} />
      ))}
    </div>
  );
}
