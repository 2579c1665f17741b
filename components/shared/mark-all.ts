/** Marks all that the list stands for as read; the toast offers to take it back. */
export async function markAllRead(): Promise<void> {
  const { markListRead } = await import('./marking-all');
  await markListRead();
}
