/**
 * After a result is swapped in, whoever reads with the keyboard or a screen reader is taken to it.
 */
document.addEventListener('htmx:after:swap', () => {
  const title = document.getElementById('result-title');
  if (!title || document.activeElement === document.getElementById('hits')) return;
  title.focus({ preventScroll: true });
  title.closest('#result').scrollIntoView({ block: 'start' });
});
