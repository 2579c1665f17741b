/** A page in the background paints nothing. */
const longestMs = 100;

/** Resolves after the next frame has been painted, so that what is not seen yet does not hold up what is. */
export function painted(): Promise<void> {
  return new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, longestMs);
  });
}
