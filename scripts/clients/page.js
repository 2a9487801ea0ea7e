// The wall as one HTML page: a row for each message, the programs side by side.

const escape = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

const STYLE = `body{margin:24px;font:15px/1.4 system-ui,sans-serif;background:#eceff0;color:#16242b}
h2{margin:32px 0 8px}.row{display:flex;gap:16px;overflow-x:auto;align-items:flex-start}
figure{margin:0;flex:0 0 420px;background:#fff;padding:8px}figure div{max-height:1200px;overflow-y:auto}
img{display:block;width:100%}figcaption{min-height:9em}.bad{color:#a3210f;font-weight:600}`;

/** @param {Map<string, { contrast: number, words: string }>} least */
const contrastLine = (least) =>
  [...least].map(([kind, { contrast }]) => `${kind}\u00a0${contrast.toFixed(1)}`).join(', ');

function figure({ program, version, look, least, failures, files, anchor }) {
  const judged =
    failures.length === 0 ? '' : `<div class="bad">${failures.map((failure) => escape(failure)).join('<br>')}</div>`;
  const jump = anchor === undefined ? '' : `; the contents lead to the news: ${escape(anchor)}`;
  const pictures = files.map((file) => `<a href="${file}"><img src="${file}" alt="" loading="lazy"></a>`).join('');
  return `<figure><figcaption><b>${escape(program)}</b> ${escape(version)}, ${escape(look)}<br>${contrastLine(least)}${jump}${judged}</figcaption><div>${pictures}</div></figure>`;
}

/**
 * @param {string} day
 * @param {readonly { message: string, program: string, version: string, look: string, least: Map<string, any>,
 *   failures: string[], files: string[], anchor?: string }[]} results
 */
export function wallPage(day, results) {
  const rows = [...new Set(results.map(({ message }) => message))].map((message) => {
    const figures = results.filter((result) => result.message === message).map(figure);
    return `<h2>${escape(message)}</h2><div class="row">${figures.join('\n')}</div>`;
  });
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>The newsletter in real mail programs, ${day}</title><style>${STYLE}</style>
<h1>The newsletter in real mail programs, ${day}</h1>
<p>Under each name the least contrast of each kind of words, measured on the picture. The small squares are marks by which the words are found.</p>
${rows.join('\n')}
</html>
`;
}
