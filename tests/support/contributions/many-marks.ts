const PIECES = [
  ['stars', '**a **b '],
  ['stars of both kinds', '*a *b_ '],
  ['brackets', '[a][b] (c)[www.a] '],
  ['bullets', '• a\n'],
  ['bullets in a line', ': • '],
  ['lines of dashes', '– a\n'],
  ['headings', '##a\n'],
  ['definitions', '[a]: b\n'],
  ['footnotes', '[^1] ^[a]\n'],
  ['codes', '{{ a }} [a b="c"] :a: &nbsp '],
  ['open codes', '{{< {% [[ == $$ '],
  ['rows', '| a | b\n'],
  ['tabs', 'ab\tcd\n'],
  ['indented lines', '    a few words here\n\n'],
  ['addresses', '(www.example.org) „https://example.org“ '],
] as const;

/** Texts of very many marks of one kind, with its name; how many, the bounds of a contribution say. */
export const MANY_MARKS = PIECES.map(([name, piece]) => {
  const marks = piece.match(/[*_~[\]()`<&|\\!]/g)?.length ?? 1;
  return [name, piece.repeat(Math.floor(600 / marks))] as const;
});
