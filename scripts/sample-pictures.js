/**
 * Draws the pictures of the sample issue 2020-12 and the emblem of its example funder block.
 *
 *     node scripts/sample-pictures.js            writes all of them
 *     node scripts/sample-pictures.js harbour    writes those whose path contains the word
 *
 * Every picture is an SVG string, rasterised by sharp. Nothing is random: the grain comes from feTurbulence with a fixed
 * seed and every "scattered" thing from a small seeded generator, so the same script gives the same picture.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

const ISSUE = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../issues/2020-12');
const W = 1600;
const H = 900;

const TEAL = '#0f4c5c';
const SAND = '#f4ede4';
const TERRACOTTA = '#c8553d';
const OCHRE = '#e0a458';
const INK = '#1b2a33';
const MIST = '#cfe0e0';

// ---------------------------------------------------------------- small tools

/** A colour between two colours; t from 0 (a) to 1 (b). */
function mix(a, b, t) {
  const at = (c, i) => parseInt(c.slice(1 + 2 * i, 3 + 2 * i), 16);
  const parts = [0, 1, 2].map((i) => Math.round(at(a, i) + (at(b, i) - at(a, i)) * t));
  return '#' + parts.map((v) => v.toString(16).padStart(2, '0')).join('');
}

/** Numbers from 0 to 1, always the same ones for the same seed. */
function numbers(seed) {
  let s = seed >>> 0;
  return () => {
    s = (Math.imul(s, 1664525) + 1013904223) >>> 0;
    return s / 4294967296;
  };
}

const range = (n) => Array.from({ length: n }, (_, i) => i);
const r1 = (v) => Math.round(v * 10) / 10;

/** A linear gradient. stops: [[offset, colour, opacity?], …]; by default from top to bottom. */
function linear(id, stops, [x1, y1, x2, y2] = [0, 0, 0, 1]) {
  return `<linearGradient id="${id}" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}">${stopList(stops)}</linearGradient>`;
}

function radial(id, stops, [cx, cy, r] = [0.5, 0.5, 0.5]) {
  return `<radialGradient id="${id}" cx="${cx}" cy="${cy}" r="${r}">${stopList(stops)}</radialGradient>`;
}

const stopList = (stops) =>
  stops.map(([o, c, a = 1]) => `<stop offset="${o}" stop-color="${c}" stop-opacity="${a}"/>`).join('');

/** A soft shadow, as if the shape were cut of paper and lay a little above what is behind it. */
function shadow(id, { dx = 0, dy = 10, blur = 14, opacity = 0.28 } = {}) {
  return `<filter id="${id}" x="-20%" y="-20%" width="140%" height="150%" color-interpolation-filters="sRGB">
    <feGaussianBlur in="SourceAlpha" stdDeviation="${blur}"/><feOffset dx="${dx}" dy="${dy}" result="b"/>
    <feFlood flood-color="${INK}" flood-opacity="${opacity}"/><feComposite in2="b" operator="in"/>
    <feMerge><feMergeNode/><feMergeNode in="SourceGraphic"/></feMerge></filter>`;
}

/** Turns the opacity of a shape into fine dots of one colour: the shading of a screen print. */
function stipple(id, colour, seed) {
  return `<filter id="${id}" x="0" y="0" width="${W}" height="${H}" filterUnits="userSpaceOnUse" color-interpolation-filters="sRGB">
    <feTurbulence type="fractalNoise" baseFrequency="0.55" numOctaves="2" seed="${seed}" result="n"/>
    <feColorMatrix in="n" values="0 0 0 0 0  0 0 0 0 0  0 0 0 0 0  3 0 0 0 -1" result="noise"/>
    <feComposite in="SourceAlpha" in2="noise" operator="arithmetic" k2="1" k3="-1" result="d"/>
    <feComponentTransfer in="d" result="dots"><feFuncA type="linear" slope="3.2"/></feComponentTransfer>
    <feFlood flood-color="${colour}"/><feComposite in2="dots" operator="in"/></filter>`;
}

/** The whole picture: what is drawn, under a veil of paper grain. */
function picture(defs, body, seed) {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${W}" height="${H}" viewBox="0 0 ${W} ${H}">
  <defs>${defs}
    ${shadow('paper')}${shadow('lift', { dy: 5, blur: 6, opacity: 0.22 })}${shadow('deep', { dy: 20, blur: 26, opacity: 0.34 })}
    <filter id="grain" x="0" y="0" width="100%" height="100%" color-interpolation-filters="sRGB">
      <feTurbulence type="fractalNoise" baseFrequency="0.7" numOctaves="2" seed="${seed}"/>
      <feColorMatrix values="0 0 0 0 0.1  0 0 0 0 0.16  0 0 0 0 0.2  2.4 0 0 0 -1.05"/></filter>
  </defs>
  ${body}
  <rect width="${W}" height="${H}" filter="url(#grain)" opacity="0.11"/>
</svg>`;
}

const ground = (fill) => `<rect width="${W}" height="${H}" fill="${fill}"/>`;

/** A smooth line through points, as cubic curves with level tangents: the edge of a hill or a wave. */
function edge(points) {
  return points
    .map(([x, y], i) => {
      if (i === 0) return `M${x} ${y}`;
      const [px, py] = points[i - 1];
      const m = (x - px) * 0.5;
      return `C${r1(px + m)} ${py} ${r1(x - m)} ${y} ${x} ${y}`;
    })
    .join('');
}

const hill = (points) => `${edge(points)}L${W + 60} ${H + 60}L-60 ${H + 60}Z`;

// ---------------------------------------------------------------- the pictures

/** Umbrellas that overlap in the rain; below them it is dry and warm. */
function umbrellas() {
  const next = numbers(17);
  const canopy = (id, cx, cy, r, base) => {
    const ry = r * 0.82;
    const n = 6;
    const joints = range(n + 1).map((i) => cx - r * Math.cos((Math.PI * i) / n));
    const meridian = (x, back) => {
      const rx = Math.max(Math.abs(x - cx), 0.1);
      const right = x > cx ? 1 : 0;
      return back
        ? `A${r1(rx)} ${r1(ry)} 0 0 ${1 - right} ${cx} ${r1(cy - ry)}`
        : `A${r1(rx)} ${r1(ry)} 0 0 ${right} ${r1(x)} ${cy}`;
    };
    const panels = range(n).map((i) => {
      const [a, b] = [joints[i], joints[i + 1]];
      const tone = mix(mix(base, SAND, [0.26, 0.14, 0.05, 0, 0, 0][i]), INK, [0, 0, 0, 0.05, 0.14, 0.24][i]);
      return `<path d="M${cx} ${r1(cy - ry)}${meridian(a)}Q${r1((a + b) / 2)} ${r1(cy - (b - a) * 0.3)} ${r1(b)} ${cy}${meridian(b, true)}Z" fill="${tone}"/>`;
    });
    const scallops = range(n)
      .map((i) => {
        const [a, b] = [joints[n - i], joints[n - i - 1]];
        return `Q${r1((a + b) / 2)} ${r1(cy - (a - b) * 0.3)} ${r1(b)} ${cy}`;
      })
      .join('');
    const w = r * 0.032;
    const foot = cy + r * 0.92;
    const hook = r * 0.13;
    return `<g filter="url(#deep)">
      <path d="M${cx} ${cy - ry - r * 0.1}V${r1(foot)}a${r1(hook)} ${r1(hook)} 0 0 1 ${r1(-2 * hook)} 0" fill="none" stroke="${INK}" stroke-width="${r1(w)}" stroke-linecap="round"/>
      ${panels.join('')}
      <circle cx="${cx}" cy="${r1(cy - ry)}" r="${r1(r * 0.035)}" fill="${INK}"/></g>
      <path d="M${cx - r} ${cy}A${r} ${r1(ry)} 0 0 1 ${cx + r} ${cy}${scallops}Z" fill="url(#canopyShade)" filter="url(#stippleInk)" opacity="0.3"/>`;
  };
  const rain = range(190).map(() => {
    const x = next() * 1900 - 120;
    const y = next() * 1000 - 60;
    const l = 26 + next() * 46;
    if (y > 400 && x > 322 && x < 1490) return ''; // dry under the umbrellas
    return `<path d="M${r1(x)} ${r1(y)}l${r1(-l * 0.3)} ${r1(l)}" stroke="${next() > 0.5 ? SAND : TEAL}" stroke-width="3.4" stroke-linecap="round" opacity="${r1(0.25 + next() * 0.4)}"/>`;
  });
  return picture(
    linear('sky', [
      [0, mix(TEAL, MIST, 0.42)],
      [0.62, MIST],
      [1, mix(MIST, SAND, 0.7)],
    ]) +
      linear(
        'canopyShade',
        [
          [0, INK, 0],
          [0.45, INK, 0],
          [1, INK, 0.75],
        ],
        [0, 0, 1, 0.5],
      ) +
      radial('shelter', [
        [0, mix(OCHRE, SAND, 0.75), 0.9],
        [0.5, mix(OCHRE, SAND, 0.7), 0.45],
        [1, SAND, 0],
      ]) +
      radial('pool', [
        [0, OCHRE, 0.95],
        [0.55, OCHRE, 0.45],
        [1, OCHRE, 0],
      ]) +
      linear('near', [
        [0, TEAL],
        [1, mix(TEAL, INK, 0.55)],
      ]) +
      stipple('stippleInk', INK, 5),
    `${ground('url(#sky)')}
    <path d="${hill([
      [-60, 640],
      [420, 560],
      [900, 650],
      [1660, 540],
    ])}" fill="${mix(MIST, TEAL, 0.28)}" filter="url(#paper)"/>
    <path d="${hill([
      [-60, 720],
      [520, 690],
      [1100, 640],
      [1660, 700],
    ])}" fill="${mix(MIST, TEAL, 0.55)}" filter="url(#paper)"/>
    ${rain.join('')}
    <ellipse cx="890" cy="700" rx="640" ry="230" fill="url(#shelter)"/>
    <path d="${hill([
      [-60, 800],
      [460, 772],
      [960, 768],
      [1660, 812],
    ])}" fill="url(#near)" filter="url(#paper)"/>
    <ellipse cx="890" cy="812" rx="620" ry="74" fill="url(#pool)"/>
    ${canopy('b', 560, 520, 250, OCHRE)}
    ${canopy('c', 1240, 540, 232, TEAL)}
    ${canopy('a', 890, 500, 360, TERRACOTTA)}`,
    3,
  );
}

/** One round table, seen through six windows. */
function windows() {
  const w = 416;
  const h = 330;
  const gap = 44;
  const x0 = (W - 3 * w - 2 * gap) / 2;
  const y0 = (H - 2 * h - gap) / 2;
  const cells = range(6).map((i) => ({ x: x0 + (i % 3) * (w + gap), y: y0 + Math.floor(i / 3) * (h + gap) }));
  const walls = [OCHRE, mix(MIST, TEAL, 0.2), TERRACOTTA, mix(TEAL, MIST, 0.32), mix(SAND, OCHRE, 0.35), MIST];
  const sheet = (x, y, a, c = SAND) =>
    `<g transform="translate(${x} ${y}) rotate(${a})" filter="url(#lift)"><rect x="-46" y="-32" width="92" height="64" rx="3" fill="${c}"/>
     ${range(4)
       .map(
         (i) =>
           `<rect x="-34" y="${-20 + i * 12}" width="${[62, 68, 54, 38][i]}" height="4" rx="2" fill="${mix(c, INK, 0.26)}"/>`,
       )
       .join('')}</g>`;
  const cup = (x, y, c) =>
    `<g filter="url(#lift)"><circle cx="${x}" cy="${y}" r="25" fill="${mix(c, SAND, 0.72)}"/><circle cx="${x}" cy="${y}" r="17" fill="${c}"/><circle cx="${x}" cy="${y}" r="11" fill="${mix(c, INK, 0.42)}"/></g>`;
  const chair = (x, y, a, c) =>
    `<g transform="translate(${x} ${y}) rotate(${a})" filter="url(#lift)"><rect x="-54" y="-44" width="108" height="104" rx="40" fill="${mix(c, SAND, 0.28)}"/><path d="M-70 10V-2A70 62 0 0 1 70 -2V10" fill="none" stroke="${c}" stroke-width="19" stroke-linecap="round"/></g>`;
  const scene = `
    <g>${chair(356, 246, -44, mix(TEAL, INK, 0.1))}${chair(800, 166, 0, TERRACOTTA)}${chair(1244, 246, 44, TEAL)}
    ${chair(356, 654, -136, TERRACOTTA)}${chair(800, 734, 180, TEAL)}${chair(1244, 654, 136, mix(OCHRE, TERRACOTTA, 0.5))}</g>
    <ellipse cx="800" cy="450" rx="520" ry="270" fill="url(#table)" filter="url(#deep)"/>
    <ellipse cx="800" cy="450" rx="488" ry="243" fill="none" stroke="${mix(OCHRE, SAND, 0.45)}" stroke-width="3"/>
    <ellipse cx="800" cy="450" rx="520" ry="270" fill="url(#tableShade)" filter="url(#stippleTable)" opacity="0.55"/>
    ${sheet(470, 356, -24)}${sheet(505, 374, -8, MIST)}${cup(408, 408, TEAL)}
    ${sheet(770, 296, 5)}${cup(886, 300, TERRACOTTA)}${cup(700, 350, mix(OCHRE, INK, 0.3))}
    ${sheet(1120, 352, 26, MIST)}${sheet(1080, 378, 12)}${cup(1196, 412, mix(TEAL, INK, 0.3))}
    ${cup(402, 514, TERRACOTTA)}${sheet(482, 552, 22)}
    ${sheet(790, 604, -6, MIST)}${sheet(826, 590, 8)}${cup(716, 596, TEAL)}
    ${sheet(1110, 552, -22)}${cup(1200, 508, OCHRE)}`;
  return picture(
    linear('wall', [
      [0, mix(TEAL, INK, 0.18)],
      [1, mix(TEAL, INK, 0.62)],
    ]) +
      linear('table', [
        [0, mix(SAND, OCHRE, 0.28)],
        [1, mix(SAND, OCHRE, 0.62)],
      ]) +
      radial('tableShade', [
        [0, INK, 0],
        [0.55, INK, 0.02],
        [1, INK, 0.62],
      ]) +
      radial('halo', [
        [0, mix(TEAL, MIST, 0.5), 0.8],
        [1, TEAL, 0],
      ]) +
      stipple('stippleTable', mix(OCHRE, TERRACOTTA, 0.55), 21) +
      cells
        .map(
          ({ x, y }, i) =>
            `<clipPath id="w${i}"><rect x="${x}" y="${y}" width="${w}" height="${h}" rx="20"/></clipPath>`,
        )
        .join(''),
    `${ground('url(#wall)')}<ellipse cx="800" cy="450" rx="900" ry="560" fill="url(#halo)"/>
    ${cells
      .map(
        (
          { x, y },
          i,
        ) => `<rect x="${x - 7}" y="${y - 7}" width="${w + 14}" height="${h + 14}" rx="26" fill="${mix(SAND, MIST, 0.3)}" filter="url(#deep)"/>
      <g clip-path="url(#w${i})"><rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${walls[i]}"/>${scene}</g>
      <circle cx="${x + w - 26}" cy="${y + 24}" r="7" fill="${SAND}" opacity="0.9"/>`,
      )
      .join('')}`,
    8,
  );
}

/** A door stands open; light and a path come in over the floor. */
function door() {
  return picture(
    linear(
      'wall',
      [
        [0, mix(TEAL, INK, 0.42)],
        [1, mix(TEAL, INK, 0.12)],
      ],
      [0, 0, 1, 0.3],
    ) +
      linear('floor', [
        [0, mix(TEAL, INK, 0.5)],
        [1, mix(TEAL, INK, 0.78)],
      ]) +
      linear('sky', [
        [0, mix(OCHRE, SAND, 0.7)],
        [0.6, mix(OCHRE, SAND, 0.25)],
        [1, OCHRE],
      ]) +
      linear(
        'leaf',
        [
          [0, mix(TERRACOTTA, INK, 0.28)],
          [1, TERRACOTTA],
        ],
        [0, 0, 1, 0],
      ) +
      linear('beam', [
        [0, mix(OCHRE, SAND, 0.55), 0.98],
        [1, OCHRE, 0.12],
      ]) +
      radial('glow', [
        [0, OCHRE, 0.42],
        [0.25, OCHRE, 0.26],
        [0.5, OCHRE, 0.12],
        [0.75, OCHRE, 0.04],
        [1, OCHRE, 0],
      ]) +
      linear(
        'wallShade',
        [
          [0, INK, 0.7],
          [0.5, INK, 0.05],
          [1, INK, 0],
        ],
        [0, 0, 1, 0],
      ) +
      stipple('stippleInk', INK, 31) +
      `<clipPath id="opening"><rect x="700" y="150" width="330" height="520"/></clipPath>`,
    `${ground('url(#wall)')}
    <rect width="${W}" height="670" fill="url(#wallShade)" filter="url(#stippleInk)" opacity="0.5"/>
    <ellipse cx="865" cy="450" rx="900" ry="640" fill="url(#glow)"/>
    <rect y="670" width="${W}" height="230" fill="url(#floor)"/>
    <path d="M700 670L1030 670L1330 900L420 900Z" fill="url(#beam)"/>
    <rect x="680" y="130" width="370" height="540" fill="${mix(SAND, OCHRE, 0.25)}" filter="url(#paper)"/>
    <g clip-path="url(#opening)"><rect x="700" y="150" width="330" height="520" fill="url(#sky)"/>
      <circle cx="905" cy="372" r="84" fill="${mix(SAND, '#ffffff', 0.35)}" filter="url(#lift)"/>
      <path d="M640 452C760 380 850 470 1100 400V700H640Z" fill="${mix(MIST, TEAL, 0.35)}" filter="url(#paper)"/>
      <path d="M640 540C780 470 900 540 1100 480V700H640Z" fill="${mix(MIST, TEAL, 0.68)}" filter="url(#paper)"/>
      <path d="M640 600C760 560 900 600 1100 570V700H640Z" fill="${TEAL}" filter="url(#paper)"/>
      <path d="M876 581C862 600 930 606 850 632C820 644 800 656 786 672H964C948 652 920 640 930 624C946 602 886 600 886 581Z" fill="${SAND}"/></g>
    <path d="M700 150L540 96V748L700 670Z" fill="url(#leaf)" filter="url(#deep)"/>
    <path d="M672 184L572 157V394L672 390ZM672 434L572 444V682L672 640Z" fill="${INK}" opacity="0.16"/>
    <circle cx="557" cy="424" r="10" fill="${OCHRE}" filter="url(#lift)"/>`,
    12,
  );
}

/** Hills of cut paper, one behind the other, and a path that finds its way to the horizon. */
function hills() {
  const layers = [
    {
      p: [
        [-60, 470],
        [240, 400],
        [560, 468],
        [900, 380],
        [1250, 462],
        [1660, 390],
      ],
      c: mix(MIST, SAND, 0.25),
    },
    {
      p: [
        [-60, 520],
        [330, 556],
        [700, 452],
        [1060, 540],
        [1400, 470],
        [1660, 520],
      ],
      c: mix(MIST, TEAL, 0.22),
    },
    {
      p: [
        [-60, 610],
        [260, 530],
        [640, 620],
        [980, 560],
        [1330, 622],
        [1660, 560],
      ],
      c: mix(MIST, TEAL, 0.48),
    },
    {
      p: [
        [-60, 640],
        [380, 712],
        [820, 640],
        [1240, 720],
        [1660, 640],
      ],
      c: mix(TEAL, MIST, 0.22),
    },
    {
      p: [
        [-60, 800],
        [420, 742],
        [900, 806],
        [1300, 770],
        [1660, 830],
      ],
      c: mix(TEAL, INK, 0.25),
    },
  ];
  // The path appears on one layer after the other, narrower and paler towards the horizon.
  const paths = [
    null,
    'M702 450C690 474 648 490 668 516C690 546 790 556 826 650H886C850 550 718 538 700 512C688 492 716 474 712 450Z',
    'M862 566C846 590 898 604 882 622C866 640 796 650 788 700H862C864 656 930 648 930 620C930 598 872 590 884 564Z',
    'M812 640C720 668 600 690 610 740C620 790 740 790 740 860H900C890 790 750 780 746 742C742 700 800 668 836 640Z',
    'M872 805C800 826 720 850 690 920H1010C990 868 930 842 912 806Z',
  ];
  const next = numbers(5);
  const birds = range(5).map((i) => {
    const [x, y, s] = [420 + i * 62 + next() * 26, 226 - i * 22 + next() * 26, 11 + next() * 6];
    return `<path d="M${r1(x - s)} ${r1(y - s * 0.45)}Q${r1(x - s * 0.35)} ${r1(y - s * 0.6)} ${r1(x)} ${r1(y)}Q${r1(x + s * 0.35)} ${r1(y - s * 0.6)} ${r1(x + s)} ${r1(y - s * 0.45)}" fill="none" stroke="${INK}" stroke-width="3" stroke-linecap="round" opacity="0.7"/>`;
  });
  return picture(
    linear('sky', [
      [0, mix(OCHRE, SAND, 0.72)],
      [0.5, SAND],
      [1, SAND],
    ]) +
      radial('sunGlow', [
        [0, OCHRE, 0.7],
        [0.4, OCHRE, 0.25],
        [1, OCHRE, 0],
      ]) +
      linear('sun', [
        [0, mix(TERRACOTTA, OCHRE, 0.35)],
        [1, TERRACOTTA],
      ]) +
      layers
        .map(
          ({ c }, i) =>
            linear(`h${i}`, [
              [0, mix(c, SAND, 0.16)],
              [1, mix(c, INK, 0.12)],
            ]) + `<clipPath id="c${i}"><path d="${hill(layers[i].p)}"/></clipPath>`,
        )
        .join('') +
      linear(
        'hShade',
        [
          [0, INK, 0],
          [0.3, INK, 0],
          [1, INK, 0.8],
        ],
        [0, 0, 0.7, 1],
      ) +
      stipple('stippleTeal', mix(TEAL, INK, 0.35), 14),
    `${ground('url(#sky)')}
    <circle cx="1090" cy="330" r="430" fill="url(#sunGlow)"/>
    <circle cx="1090" cy="330" r="142" fill="url(#sun)" filter="url(#lift)"/>
    ${birds.join('')}
    ${layers
      .map(
        ({ p }, i) => `<g filter="url(#paper)"><path d="${hill(p)}" fill="url(#h${i})"/></g>
      <path d="${hill(p)}" fill="url(#hShade)" filter="url(#stippleTeal)" opacity="${0.1 + i * 0.05}"/>
      ${paths[i] ? `<g clip-path="url(#c${i})"><path d="${paths[i]}" fill="${mix(SAND, OCHRE, 0.05 + i * 0.05)}"/></g>` : ''}`,
      )
      .join('')}`,
    6,
  );
}

/** A port at first light: a ship, containers and cranes as flat shapes. */
function harbour() {
  const box = (x, y, w, h, c) => {
    const n = Math.round(w / 13);
    return `<g><rect x="${x}" y="${y}" width="${w}" height="${h}" rx="2" fill="${c}"/>
      ${range(n - 1)
        .map(
          (i) =>
            `<rect x="${r1(x + ((i + 1) * w) / n - 1.5)}" y="${y + 6}" width="3" height="${h - 12}" fill="${INK}" opacity="0.11"/>`,
        )
        .join('')}
      <rect x="${x}" y="${y}" width="${w}" height="4" fill="${SAND}" opacity="0.3"/></g>`;
  };
  const colours = [
    TERRACOTTA,
    OCHRE,
    mix(TEAL, MIST, 0.35),
    SAND,
    mix(TERRACOTTA, OCHRE, 0.5),
    mix(MIST, TEAL, 0.22),
    mix(OCHRE, SAND, 0.5),
    mix(TERRACOTTA, INK, 0.25),
  ];
  const order = [0, 3, 1, 5, 7, 1, 2, 4, 3, 0, 6, 2, 5, 1, 0, 4, 3, 2, 1, 7, 5, 0, 6, 3];
  let k = 0;
  const stack = (x, floor, heights, w, h) =>
    heights
      .map((n, i) =>
        range(n)
          .map((j) => box(x + i * (w + 5), floor - (j + 1) * (h + 4), w, h, colours[order[k++ % order.length]]))
          .join(''),
      )
      .join('');
  const crane = (
    x,
    s,
    c,
  ) => `<g transform="translate(${x} 640) scale(${s})" fill="none" stroke="${c}" stroke-width="13" stroke-linejoin="round" stroke-linecap="round">
      <path d="M0 0L24 -330M150 0L126 -330M10 -140H140M14 -190L136 -140M24 -330H126M24 -330L75 -440L126 -330"/><path d="M-250 -330H290" stroke-width="17"/><path d="M75 -440L-240 -334M75 -440L280 -334" stroke-width="6"/>
      <path d="M-120 -330V-226" stroke-width="5"/><path d="M-160 -222H-80" stroke-width="12"/></g>`;
  const water = [0, 1, 2].map((i) => {
    const y = 716 + i * 62;
    const pts = range(13).map((j) => [-60 + j * 145, y + (j % 2 ? 11 : -11) * (1 + i * 0.25)].map(r1));
    return `<path d="${hill(pts)}" fill="${[mix(TEAL, MIST, 0.34), mix(TEAL, MIST, 0.12), mix(TEAL, INK, 0.3)][i]}" filter="url(#paper)"/>`;
  });
  const glints = (() => {
    const next = numbers(41);
    return range(26)
      .map(
        () =>
          `<rect x="${r1(150 + next() * 460)}" y="${r1(730 + next() * 140)}" width="${r1(26 + next() * 70)}" height="4" rx="2" fill="${OCHRE}" opacity="${r1(0.25 + next() * 0.45)}"/>`,
      )
      .join('');
  })();
  return picture(
    linear('sky', [
      [0, mix(MIST, TEAL, 0.12)],
      [0.55, SAND],
      [0.8, mix(SAND, OCHRE, 0.55)],
    ]) +
      radial('sunGlow', [
        [0, OCHRE, 0.8],
        [0.45, OCHRE, 0.25],
        [1, OCHRE, 0],
      ]) +
      linear('hull', [
        [0, mix(TEAL, INK, 0.15)],
        [0.68, mix(TEAL, INK, 0.5)],
        [0.681, TERRACOTTA],
        [1, mix(TERRACOTTA, INK, 0.3)],
      ]) +
      linear(
        'hullShade',
        [
          [0, INK, 0],
          [1, INK, 0.8],
        ],
        [0, 0, 1, 0.3],
      ) +
      stipple('stippleInk', INK, 27),
    `${ground('url(#sky)')}
    <circle cx="380" cy="520" r="430" fill="url(#sunGlow)"/><circle cx="380" cy="520" r="118" fill="${mix(OCHRE, SAND, 0.3)}"/>
    <path d="${hill([
      [-60, 640],
      [200, 610],
      [420, 640],
      [800, 596],
      [1180, 632],
      [1660, 590],
    ])}" fill="${mix(MIST, TEAL, 0.2)}" opacity="0.85"/>
    <g opacity="0.55">${crane(560, 0.62, mix(MIST, TEAL, 0.55))}${crane(240, 0.5, mix(MIST, TEAL, 0.45))}</g>
    <rect y="640" width="${W}" height="90" fill="${mix(MIST, TEAL, 0.5)}"/>
    <g filter="url(#paper)">${crane(1290, 1.18, mix(TEAL, INK, 0.25))}</g>
    <path d="M-60 660H366V676H350V760H-60Z" fill="${mix(TEAL, INK, 0.35)}" filter="url(#lift)"/><rect x="-60" y="660" width="426" height="5" fill="${MIST}" opacity="0.4"/>
    <g filter="url(#lift)">${stack(36, 664, [2, 1, 2], 96, 44)}</g>
    ${water[0]}
    <g filter="url(#deep)">
      <g>${stack(640, 624, [3, 4, 4, 5, 4, 5], 104, 52)}</g>
      <rect x="1322" y="382" width="118" height="246" rx="5" fill="${SAND}"/><rect x="1302" y="410" width="158" height="26" rx="4" fill="${mix(SAND, OCHRE, 0.35)}"/>
      ${range(3)
        .map((i) =>
          range(3)
            .map(
              (j) =>
                `<rect x="${1342 + i * 28}" y="${464 + j * 46}" width="18" height="22" rx="3" fill="${TEAL}" opacity="0.75"/>`,
            )
            .join(''),
        )
        .join('')}
      <rect x="1352" y="340" width="52" height="44" fill="${TERRACOTTA}"/><rect x="1352" y="350" width="52" height="10" fill="${SAND}"/>
      <path d="M560 590L616 628H1478L1500 600H1540L1482 806H690C640 770 596 690 560 590Z" fill="url(#hull)"/></g>
    <path d="M560 590L616 628H1478L1500 600H1540L1482 806H690C640 770 596 690 560 590Z" fill="url(#hullShade)" filter="url(#stippleInk)" opacity="0.5"/>
    ${water[1]}${water[2]}${glints}`,
    10,
  );
}

/** Sheets of paper, one over the other; through round openings in them one looks out to sea. */
function documents() {
  const cx = 1010;
  const cy = 450;
  const sheet = (i, x, y, w, h, a, r, fill) =>
    `<g transform="rotate(${a} ${cx} ${cy})"><path fill-rule="evenodd" d="M${x} ${y}h${w}v${h}h${-w}ZM${cx - r} ${cy}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z" fill="${fill}" filter="url(#deep)"/></g>`;
  const bars = (x, y, widths, c, h = 11, gap = 34) =>
    widths
      .map((w, i) =>
        w ? `<rect x="${x}" y="${y + i * gap}" width="${w}" height="${h}" rx="${h / 2}" fill="${c}"/>` : '',
      )
      .join('');
  return picture(
    linear(
      'bg',
      [
        [0, mix(TERRACOTTA, OCHRE, 0.25)],
        [1, mix(TERRACOTTA, INK, 0.22)],
      ],
      [0, 0, 1, 1],
    ) +
      linear('seaSky', [
        [0, mix(OCHRE, SAND, 0.6)],
        [1, OCHRE],
      ]) +
      linear(
        'top',
        [
          [0, '#fbf7f1'],
          [1, mix(SAND, OCHRE, 0.12)],
        ],
        [0, 0, 1, 1],
      ) +
      linear(
        'shade',
        [
          [0, INK, 0],
          [0.6, INK, 0],
          [1, INK, 0.5],
        ],
        [0, 0, 1, 1],
      ) +
      linear(
        'bgShade',
        [
          [0, INK, 0.75],
          [0.5, INK, 0.05],
          [1, INK, 0.5],
        ],
        [0, 0, 1, 1],
      ) +
      stipple('stippleDark', mix(TERRACOTTA, INK, 0.6), 44) +
      stipple('stippleOchre', mix(OCHRE, INK, 0.3), 45),
    `${ground('url(#bg)')}<rect width="${W}" height="${H}" fill="url(#bgShade)" filter="url(#stippleDark)" opacity="0.45"/>
    <circle cx="${cx}" cy="${cy}" r="330" fill="url(#seaSky)"/>
    <circle cx="${cx + 40}" cy="${cy + 10}" r="62" fill="${mix(SAND, '#ffffff', 0.5)}"/>
    <path d="M700 ${cy + 36}H1340V800H700Z" fill="${mix(MIST, TEAL, 0.3)}"/>
    <path d="${edge([
      [680, cy + 92],
      [780, cy + 72],
      [900, cy + 92],
      [1020, cy + 72],
      [1140, cy + 92],
      [1260, cy + 72],
      [1380, cy + 92],
    ])}V800H680Z" fill="${mix(TEAL, MIST, 0.48)}" filter="url(#lift)"/>
    <g transform="translate(${cx - 70} ${cy + 84})" filter="url(#lift)"><path d="M-44 0H50L34 24H-26Z" fill="${TERRACOTTA}"/><path d="M2 -6V-88L54 -14Z" fill="${SAND}"/><path d="M-4 -6V-70L-38 -14Z" fill="${mix(SAND, OCHRE, 0.35)}"/></g>
    <path d="${edge([
      [680, cy + 128],
      [800, cy + 150],
      [930, cy + 126],
      [1070, cy + 150],
      [1200, cy + 126],
      [1380, cy + 150],
    ])}V800H680Z" fill="${mix(TEAL, MIST, 0.22)}" filter="url(#lift)"/>
    ${sheet(0, 270, 142, 1120, 650, 7, 202, mix(TEAL, INK, 0.15))}
    ${sheet(1, 250, 112, 1120, 690, 2.5, 232, mix(MIST, TEAL, 0.28))}
    ${sheet(2, 240, 100, 1110, 700, -2, 262, OCHRE)}
    ${sheet(3, 240, 80, 1100, 730, -6, 292, 'url(#top)')}
    <g transform="rotate(-6 ${cx} ${cy})">
      ${bars(310, 160, [230], TEAL, 20)}
      ${bars(310, 218, [330, 300, 318, 262, 0, 296, 312, 268, 292, 180, 0, 300, 284, 306, 240], mix(SAND, INK, 0.22))}
      <circle cx="330" cy="744" r="20" fill="${TERRACOTTA}"/><circle cx="330" cy="744" r="9" fill="${SAND}"/>
      ${bars(370, 738, [120], mix(SAND, INK, 0.3))}
    </g>`,
    15,
  );
}

/** A lighthouse on a rock; its light lies over the water. */
function lighthouse() {
  const next = numbers(77);
  const snow = range(90).map(
    () =>
      `<circle cx="${r1(next() * W)}" cy="${r1(next() * 560)}" r="${r1(1 + next() * 2.4)}" fill="${SAND}" opacity="${r1(0.2 + next() * 0.6)}"/>`,
  );
  const glints = range(34).map(
    () =>
      `<rect x="${r1(40 + next() * 660)}" y="${r1(672 + next() * 56)}" width="${r1(24 + next() * 80)}" height="3.6" rx="1.8" fill="${OCHRE}" opacity="${r1(0.2 + next() * 0.5)}"/>`,
  );
  const tree = (x, y, s, c) => `<path d="M${x} ${y - s * 1.9}L${x + s * 0.52} ${y}H${x - s * 0.52}Z" fill="${c}"/>`;
  const wood = (x0, x1, y, c, seed, size = 34) => {
    const n = numbers(seed);
    return range(Math.round((x1 - x0) / 24))
      .map((i) => tree(r1(x0 + i * 24 + n() * 12), r1(y + n() * 8), r1(size * (0.6 + n() * 0.7)), c))
      .join('');
  };
  const wave = (y, a, c, shift) => {
    const pts = range(14).map((i) => [-120 + shift + i * 140, y + (i % 2 ? a : -a)]);
    return `<path d="${hill(pts)}" fill="${c}" filter="url(#paper)"/>`;
  };
  return picture(
    linear('sky', [
      [0, mix(TEAL, INK, 0.72)],
      [0.55, TEAL],
      [0.78, mix(TEAL, MIST, 0.42)],
    ]) +
      linear(
        'beamL',
        [
          [0, OCHRE, 0],
          [1, mix(OCHRE, SAND, 0.45), 0.85],
        ],
        [0, 0, 1, 0],
      ) +
      linear(
        'beamR',
        [
          [0, mix(OCHRE, SAND, 0.45), 0.85],
          [1, OCHRE, 0],
        ],
        [0, 0, 1, 0],
      ) +
      radial('lamp', [
        [0, '#fff6e2', 1],
        [0.25, mix(OCHRE, SAND, 0.4), 0.75],
        [1, OCHRE, 0],
      ]) +
      linear(
        'tower',
        [
          [0, SAND],
          [0.55, mix(SAND, MIST, 0.4)],
          [1, mix(MIST, TEAL, 0.4)],
        ],
        [0, 0, 1, 0],
      ) +
      linear(
        'band',
        [
          [0, mix(TERRACOTTA, SAND, 0.12)],
          [0.55, TERRACOTTA],
          [1, mix(TERRACOTTA, INK, 0.4)],
        ],
        [0, 0, 1, 0],
      ) +
      linear(
        'skyShade',
        [
          [0, INK, 0.8],
          [0.7, INK, 0],
        ],
        [0, 0, 0, 1],
      ) +
      linear(
        'towerShade',
        [
          [0, INK, 0],
          [0.5, INK, 0.06],
          [1, INK, 0.75],
        ],
        [0, 0, 1, 0],
      ) +
      stipple('stippleInk', mix(INK, TEAL, 0.2), 52) +
      `<clipPath id="body"><path d="M1008 300H1112L1146 690H974Z"/></clipPath>`,
    `${ground('url(#sky)')}<rect width="${W}" height="700" fill="url(#skyShade)" filter="url(#stippleInk)" opacity="0.5"/>
    ${snow.join('')}
    <path d="${hill([
      [-60, 600],
      [260, 572],
      [620, 606],
      [900, 616],
      [1300, 600],
      [1660, 566],
    ])}" fill="${mix(TEAL, MIST, 0.3)}"/>
    ${wood(-20, 560, 598, mix(TEAL, MIST, 0.22), 8)}${wood(1330, 1640, 596, mix(TEAL, MIST, 0.22), 4, 30)}
    <path d="M1060 232L-80 96V420Z" fill="url(#beamL)" opacity="0.8"/><path d="M1060 232L1700 150V330Z" fill="url(#beamR)" opacity="0.8"/>
    ${wave(660, 9, mix(TEAL, MIST, 0.18), 0)}
    ${glints.join('')}
    <path d="M690 800C780 690 890 664 960 650C1020 632 1130 630 1190 656C1270 680 1400 700 1480 800V900H690Z" fill="${mix(INK, TEAL, 0.25)}" filter="url(#deep)"/>
    <path d="M860 742C920 700 980 690 1040 676C1090 690 1110 720 1090 760H840Z" fill="${mix(INK, TEAL, 0.5)}"/>
    ${wood(1196, 1370, 700, mix(INK, TEAL, 0.12), 3, 40)}
    <g filter="url(#paper)"><path d="M1008 300H1112L1146 690H974Z" fill="url(#tower)"/></g>
    <g clip-path="url(#body)"><rect x="960" y="392" width="200" height="78" fill="url(#band)"/><rect x="960" y="548" width="200" height="78" fill="url(#band)"/>
      <rect x="960" y="300" width="200" height="400" fill="url(#towerShade)" filter="url(#stippleInk)" opacity="0.5"/></g>
    <path d="M1046 690V652a14 14 0 0 1 28 0V690Z" fill="${INK}"/><rect x="1051" y="500" width="18" height="28" rx="9" fill="${mix(TEAL, INK, 0.4)}"/><rect x="1052" y="346" width="16" height="26" rx="8" fill="${mix(TEAL, INK, 0.4)}"/>
    <g filter="url(#lift)"><rect x="988" y="284" width="144" height="18" rx="4" fill="${mix(INK, TEAL, 0.25)}"/><rect x="1018" y="196" width="84" height="90" fill="${mix(OCHRE, SAND, 0.5)}"/>
      <path d="M1006 198H1114L1060 140Z" fill="${TERRACOTTA}"/><rect x="1056" y="116" width="8" height="30" rx="4" fill="${INK}"/></g>
    ${[1018, 1046, 1074, 1098].map((x) => `<rect x="${x}" y="196" width="4" height="90" fill="${INK}" opacity="0.65"/>`).join('')}
    <circle cx="1060" cy="238" r="190" fill="url(#lamp)" opacity="0.85"/>
    ${wave(752, 12, TEAL, -50)}${wave(812, 14, mix(TEAL, INK, 0.35), 20)}${wave(868, 12, mix(TEAL, INK, 0.65), -30)}`,
    18,
  );
}

/** A folder that is shaped like a shield, with a keyhole; the dots of a record end at its edge. */
function folder() {
  const dots = [];
  const next = numbers(23);
  for (let j = 0; j < 19; j++) {
    for (let i = 0; i < 33; i++) {
      const x = 40 + i * 48;
      const y = 36 + j * 46;
      const d = Math.hypot(x - 800, (y - 470) * 1.1);
      const near = Math.max(0, Math.min(1, (d - 330) / 460));
      const c = [TEAL, mix(MIST, TEAL, 0.35), TERRACOTTA, OCHRE, mix(MIST, TEAL, 0.35)][Math.floor(next() * 5)];
      dots.push(
        `<circle cx="${x}" cy="${y}" r="${r1(2.5 + near * 9)}" fill="${mix(c, MIST, 0.55 - near * 0.4)}" opacity="${r1(0.25 + near * 0.6)}"/>`,
      );
    }
  }
  const front =
    'M508 330H1092A26 26 0 0 1 1118 356V520C1118 668 990 764 800 826C610 764 482 668 482 520V356A26 26 0 0 1 508 330Z';
  const back =
    'M508 214H700C724 214 730 262 756 262H1092A26 26 0 0 1 1118 288V520C1118 668 990 764 800 826C610 764 482 668 482 520V240A26 26 0 0 1 508 214Z';
  const key =
    'M800 462A50 50 0 0 1 828 553.5L848 652A10 10 0 0 1 838 664H762A10 10 0 0 1 752 652L772 553.5A50 50 0 0 1 800 462Z';
  const sheet = (
    x,
    y,
    a,
    c,
  ) => `<g transform="rotate(${a} 800 500)" filter="url(#lift)"><rect x="${x}" y="${y}" width="500" height="420" rx="6" fill="${c}"/>
      <rect x="${x + 40}" y="${y + 34}" width="150" height="13" rx="6" fill="${mix(c, TEAL, 0.55)}"/>${range(3)
        .map(
          (i) =>
            `<rect x="${x + 40}" y="${y + 68 + i * 26}" width="${[400, 372, 410][i]}" height="9" rx="4.5" fill="${mix(c, INK, 0.2)}"/>`,
        )
        .join('')}</g>`;
  return picture(
    radial(
      'bg',
      [
        [0, '#faf6f0'],
        [0.6, SAND],
        [1, mix(SAND, OCHRE, 0.22)],
      ],
      [0.5, 0.5, 0.75],
    ) +
      linear(
        'front',
        [
          [0, mix(TEAL, MIST, 0.16)],
          [0.5, TEAL],
          [1, mix(TEAL, INK, 0.4)],
        ],
        [0, 0, 0.6, 1],
      ) +
      linear(
        'frontShade',
        [
          [0, INK, 0],
          [0.45, INK, 0.04],
          [1, INK, 0.8],
        ],
        [0, 0, 0.9, 1],
      ) +
      radial('keyGlow', [
        [0, OCHRE, 0.6],
        [0.5, OCHRE, 0.15],
        [1, OCHRE, 0],
      ]) +
      linear('keyLight', [
        [0, '#fbe9c8'],
        [1, OCHRE],
      ]) +
      radial('clear', [
        [0, SAND, 1],
        [0.7, SAND, 0.85],
        [1, SAND, 0],
      ]) +
      stipple('stippleInk', INK, 61),
    `${ground('url(#bg)')}${dots.join('')}<ellipse cx="800" cy="500" rx="520" ry="470" fill="url(#clear)"/>
    <path d="${back}" fill="${mix(TEAL, INK, 0.45)}" filter="url(#deep)"/>
    ${sheet(556, 172, 3.5, mix(SAND, OCHRE, 0.4))}${sheet(546, 196, -3, MIST)}${sheet(550, 232, 0.6, '#fbf8f3')}
    <path d="${front}" fill="url(#front)" filter="url(#deep)"/>
    <path d="${front}" fill="url(#frontShade)" filter="url(#stippleInk)" opacity="0.55"/>
    <path d="M516 352H1084A14 14 0 0 1 1098 366V520C1098 654 980 742 800 803C620 742 502 654 502 520V366A14 14 0 0 1 516 352Z" fill="none" stroke="${MIST}" stroke-width="3" opacity="0.35"/>
    <circle cx="800" cy="560" r="230" fill="url(#keyGlow)"/>
    <path d="${key}" fill="url(#keyLight)" filter="url(#lift)"/>`,
    22,
  );
}

/** Loose threads from many sides that become one cloth. */
function threads() {
  const n = 10;
  const w = 54;
  const gap = 22;
  const top = (H - n * w - (n - 1) * gap) / 2;
  const left = 760;
  const colours = [
    TERRACOTTA,
    OCHRE,
    mix(TEAL, MIST, 0.3),
    SAND,
    mix(TERRACOTTA, OCHRE, 0.55),
    TEAL,
    mix(MIST, TEAL, 0.12),
    TERRACOTTA,
    mix(OCHRE, SAND, 0.45),
    mix(TEAL, MIST, 0.55),
  ];
  const starts = [-150, 330, -20, 520, 180, 700, 400, 1040, 640, 900];
  const y = (j) => top + j * (w + gap) + w / 2;
  const x = (i) => left + 40 + i * (w + gap) + w / 2;
  const weft = (j) =>
    `M-80 ${starts[j]}C${240 + (j % 3) * 60} ${starts[j]} ${360 - (j % 2) * 70} ${y(j)} ${left} ${y(j)}H${W + 80}`;
  const band = (j) => `<path d="${weft(j)}" fill="none" stroke="${colours[j]}" stroke-width="${w}" filter="url(#lift)"/>
    ${[-0.3, -0.1, 0.1, 0.3].map((o) => `<path d="${weft(j)}" transform="translate(0 ${r1(o * w)})" fill="none" stroke="${INK}" stroke-width="1.6" opacity="0.13"/>`).join('')}`;
  const warpColour = (i) => [mix(SAND, MIST, 0.2), mix(SAND, OCHRE, 0.18)][i % 2];
  const warps = range(12).map(
    (
      i,
    ) => `<g filter="url(#lift)"><rect x="${r1(x(i) - w / 2)}" y="-60" width="${w}" height="${H + 120}" fill="${warpColour(i)}"/></g>
    ${[-0.28, -0.1, 0.1, 0.28].map((o) => `<rect x="${r1(x(i) + o * w)}" y="-60" width="1.6" height="${H + 120}" fill="${INK}" opacity="0.1"/>`).join('')}`,
  );
  const over = range(n)
    .map((j) =>
      range(12)
        .map((i) =>
          (i + j) % 2
            ? ''
            : `
      <g filter="url(#lift)"><rect x="${r1(x(i) - w / 2 - 5)}" y="${r1(y(j) - w / 2)}" width="${w + 10}" height="${w}" fill="${colours[j]}"/></g>
      ${[-0.3, -0.1, 0.1, 0.3].map((o) => `<rect x="${r1(x(i) - w / 2 - 5)}" y="${r1(y(j) + o * w)}" width="${w + 10}" height="1.6" fill="${INK}" opacity="0.13"/>`).join('')}
      <rect x="${r1(x(i) - w / 2 - 5)}" y="${r1(y(j) - w / 2)}" width="${w + 10}" height="${w}" fill="url(#round)"/>`,
        )
        .join(''),
    )
    .join('');
  return picture(
    linear(
      'bg',
      [
        [0, mix(TEAL, INK, 0.25)],
        [1, mix(TEAL, INK, 0.62)],
      ],
      [0, 0, 1, 1],
    ) +
      linear(
        'round',
        [
          [0, INK, 0.2],
          [0.25, INK, 0],
          [0.5, '#ffffff', 0.12],
          [0.75, INK, 0],
          [1, INK, 0.22],
        ],
        [0, 0, 1, 0],
      ) +
      linear(
        'bgShade',
        [
          [0, INK, 0.1],
          [1, INK, 0.8],
        ],
        [1, 0, 0, 1],
      ) +
      linear(
        'vignette',
        [
          [0, INK, 0],
          [0.62, INK, 0],
          [1, INK, 0.16],
        ],
        [0, 0, 1, 0.25],
      ) +
      stipple('stippleInk', INK, 71),
    `${ground('url(#bg)')}<rect width="${W}" height="${H}" fill="url(#bgShade)" filter="url(#stippleInk)" opacity="0.5"/>
    ${[0, 2, 4, 6, 8, 1, 3, 5, 7, 9].map(band).join('')}
    ${warps.join('')}${over}
    <rect width="${W}" height="${H}" fill="url(#vignette)"/>`,
    26,
  );
}

/**
 * The European emblem, to its official geometry: a rectangle of 3:2, twelve upright five-pointed stars, their centres on a circle of
 * a third of the height, each in an invisible circle of an eighteenth of the height, placed like the hours on a clock.
 */
function europeanEmblem() {
  const height = 480;
  const width = 720;
  const star = (cx, cy) => {
    const outer = height / 18;
    const inner = outer * (Math.sin(Math.PI / 10) / Math.sin((7 * Math.PI) / 10));
    const points = range(10).map((i) => {
      const r = i % 2 ? inner : outer;
      const a = (Math.PI * i) / 5;
      return `${(cx + r * Math.sin(a)).toFixed(3)},${(cy - r * Math.cos(a)).toFixed(3)}`;
    });
    return `<polygon points="${points.join(' ')}"/>`;
  };
  const stars = range(12).map((i) =>
    star(
      width / 2 + (height / 3) * Math.sin((Math.PI * i) / 6),
      height / 2 - (height / 3) * Math.cos((Math.PI * i) / 6),
    ),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="#003399"/><g fill="#FFCC00">${stars.join('')}</g></svg>`;
}

// ---------------------------------------------------------------- what is written, and where

const pictures = {
  'contributions/secretariat/umbrellas.jpg': umbrellas,
  'contributions/secretariat/harbour.jpg': harbour,
  'contributions/secretariat/layered-documents.jpg': documents,
  'contributions/lefoe/six-windows.jpg': windows,
  'contributions/lefoe/open-door.jpg': door,
  'contributions/picum/hills-and-path.jpg': hills,
  'contributions/pro-tukipiste/lighthouse.jpg': lighthouse,
  'contributions/kok/folder-with-keyhole.jpg': folder,
  'contributions/la-strada-pl/woven-threads.jpg': threads,
  'funders/eu-emblem.png': europeanEmblem,
};

const wanted = process.argv.slice(2);
for (const [file, draw] of Object.entries(pictures)) {
  if (wanted.length > 0 && !wanted.some((word) => file.includes(word))) continue;
  const image = sharp(Buffer.from(draw()));
  const bytes = file.endsWith('.png')
    ? await image.flatten({ background: '#003399' }).png({ compressionLevel: 9, palette: false }).toBuffer()
    : await image.flatten({ background: SAND }).jpeg({ quality: 85, mozjpeg: true }).toBuffer();
  const target = path.join(ISSUE, file);
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, bytes);
  console.log(`${file}  ${Math.round(bytes.length / 1024)} KB`);
}
