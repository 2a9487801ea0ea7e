/**
 * Draws the pictures of the sample issues 2020-11 and 2020-12 and the emblem of their example funder block.
 *
 *     node scripts/sample-pictures.js            writes all of them
 *     node scripts/sample-pictures.js harbour    writes those whose path contains the word (2020-11 for one issue)
 *
 * Every picture is an SVG string, rasterised by sharp. Nothing is random: the grain comes from feTurbulence with a fixed
 * seed and every "scattered" thing from a small seeded generator, so the same script gives the same picture.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

const ISSUES = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../issues');
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

/** A soft shadow, as if the shape were cut out of paper and lay a little above its background. */
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

/** The whole picture: the drawing under a veil of paper grain. */
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

/** A compass on a map of cut paper; routes come from all sides, and some stop where the land begins. */
function compass() {
  const cx = 1000;
  const cy = 450;
  const land = [
    'M-60 -60H640C600 40 470 60 430 150C396 232 470 300 400 372C330 440 180 400 120 470C60 540 -10 520 -60 560Z',
    'M-60 960V720C40 690 90 640 190 660C300 684 330 770 440 780C540 790 600 850 590 960Z',
    'M1660 -60V300C1580 330 1520 260 1440 240C1350 216 1330 120 1240 84C1180 60 1150 0 1150 -60Z',
    'M1660 960V620C1580 600 1530 660 1480 730C1430 800 1330 790 1290 850C1270 880 1270 920 1270 960Z',
  ];
  const inner = [
    'M-60 -60H500C470 20 350 50 316 140C290 214 350 270 290 320C220 376 120 340 60 400C20 440 -20 440 -60 456Z',
    'M-60 960V796C30 770 90 722 170 742C260 766 280 836 370 850C440 862 480 900 476 960Z',
    'M1660 -60V200C1590 220 1540 180 1480 150C1410 116 1390 50 1320 20C1290 6 1270 -20 1268 -60Z',
    'M1660 960V730C1610 720 1570 760 1540 800C1500 850 1440 850 1400 890C1390 910 1384 930 1384 960Z',
  ];
  const routes = [
    ['M150 180C330 240 500 520 800 470', TERRACOTTA, 150, 180],
    ['M220 770C380 640 520 690 800 560', OCHRE, 220, 770],
    ['M1500 80C1440 170 1400 190 1180 350', TERRACOTTA, 1500, 80],
    ['M1530 810C1480 700 1420 680 1180 540', OCHRE, 1530, 810],
    ['M60 330C200 360 260 500 440 560', 'url(#fade)', 60, 330],
    ['M330 60C470 120 560 190 700 214', 'url(#fade)', 330, 60],
  ].map(([d, c, x, y]) => {
    return `<path d="${d}" fill="none" stroke="${mix(TEAL, INK, 0.4)}" stroke-width="12" stroke-linecap="round" stroke-dasharray="0.1 29" opacity="${c.startsWith('url') ? 0.1 : 0.25}" transform="translate(0 4)"/>
      <path d="${d}" fill="none" stroke="${c}" stroke-width="12" stroke-linecap="round" stroke-dasharray="0.1 29"/>
      <g filter="url(#lift)"><circle cx="${x}" cy="${y}" r="21" fill="${c.startsWith('url') ? SAND : c}"/><circle cx="${x}" cy="${y}" r="9" fill="${mix(TEAL, INK, 0.4)}"/></g>`;
  });
  const ticks = range(72).map((i) => {
    const long = i % 6 === 0;
    return `<rect x="${cx - (long ? 3 : 1.5)}" y="${cy - 268}" width="${long ? 6 : 3}" height="${long ? 30 : 16}" rx="1.5" fill="${long ? TERRACOTTA : mix(SAND, INK, 0.5)}" transform="rotate(${i * 5} ${cx} ${cy})"/>`;
  });
  const point = (a, long, wide, light, dark) =>
    `<g transform="rotate(${a} ${cx} ${cy})"><path d="M${cx} ${cy - long}L${cx} ${cy}L${cx - wide} ${cy - wide}Z" fill="${light}"/><path d="M${cx} ${cy - long}L${cx} ${cy}L${cx + wide} ${cy - wide}Z" fill="${dark}"/></g>`;
  const waves = (() => {
    const next = numbers(63);
    return range(46)
      .map(() => {
        const [x, y] = [r1(next() * W), r1(next() * H)];
        return `<path d="M${x} ${y}q11 -9 22 0t22 0" fill="none" stroke="${mix(MIST, TEAL, 0.45)}" stroke-width="3" stroke-linecap="round" opacity="0.5"/>`;
      })
      .join('');
  })();
  return picture(
    linear(
      'sea',
      [
        [0, mix(MIST, TEAL, 0.1)],
        [1, mix(MIST, TEAL, 0.34)],
      ],
      [0, 0, 1, 1],
    ) +
      linear(
        'fade',
        [
          [0, SAND],
          [0.45, SAND],
          [0.95, SAND, 0],
        ],
        [0, 0, 1, 0.6],
      ) +
      linear(
        'rim',
        [
          [0, mix(OCHRE, SAND, 0.45)],
          [0.5, OCHRE],
          [1, mix(OCHRE, INK, 0.3)],
        ],
        [0, 0, 1, 1],
      ) +
      radial('face', [
        [0, '#fbf7f1'],
        [0.7, SAND],
        [1, mix(SAND, OCHRE, 0.3)],
      ]) +
      linear(
        'landShade',
        [
          [0, INK, 0],
          [1, INK, 0.7],
        ],
        [0, 0, 1, 1],
      ) +
      linear(
        'faceShade',
        [
          [0, INK, 0],
          [0.5, INK, 0],
          [1, INK, 0.5],
        ],
        [0, 0, 1, 1],
      ) +
      stipple('stippleInk', mix(INK, TEAL, 0.3), 81) +
      stipple('stippleOchre', mix(OCHRE, INK, 0.3), 82),
    `${ground('url(#sea)')}${waves}
    ${land.map((d) => `<path d="${d}" fill="${mix(TEAL, MIST, 0.3)}" filter="url(#paper)"/>`).join('')}
    ${inner.map((d) => `<path d="${d}" fill="${mix(TEAL, MIST, 0.06)}" filter="url(#paper)"/><path d="${d}" fill="url(#landShade)" filter="url(#stippleInk)" opacity="0.4"/>`).join('')}
    ${routes.join('')}
    <circle cx="${cx}" cy="${cy}" r="336" fill="url(#rim)" filter="url(#deep)"/>
    <circle cx="${cx}" cy="${cy}" r="306" fill="${mix(TEAL, INK, 0.3)}"/><circle cx="${cx}" cy="${cy}" r="288" fill="url(#face)" filter="url(#lift)"/>
    <circle cx="${cx}" cy="${cy}" r="288" fill="url(#faceShade)" filter="url(#stippleOchre)" opacity="0.5"/>
    ${ticks.join('')}<circle cx="${cx}" cy="${cy}" r="196" fill="none" stroke="${mix(SAND, TEAL, 0.35)}" stroke-width="3"/>
    ${[45, 135, 225, 315].map((a) => point(a, 186, 26, mix(MIST, TEAL, 0.15), mix(MIST, TEAL, 0.5))).join('')}
    ${[0, 90, 180, 270].map((a) => point(a, 214, 34, mix(TEAL, MIST, 0.25), TEAL)).join('')}
    <g transform="rotate(28 ${cx} ${cy})" filter="url(#lift)"><path d="M${cx} ${cy - 236}L${cx + 30} ${cy}H${cx - 30}Z" fill="${TERRACOTTA}"/><path d="M${cx} ${cy - 236}L${cx + 30} ${cy}H${cx}Z" fill="${mix(TERRACOTTA, INK, 0.25)}"/>
      <path d="M${cx} ${cy + 236}L${cx + 30} ${cy}H${cx - 30}Z" fill="#fffaf2"/><path d="M${cx} ${cy + 236}L${cx + 30} ${cy}H${cx}Z" fill="${mix(SAND, OCHRE, 0.45)}"/></g>
    <circle cx="${cx}" cy="${cy}" r="25" fill="${OCHRE}" filter="url(#lift)"/><circle cx="${cx}" cy="${cy}" r="10" fill="${INK}"/>`,
    31,
  );
}

/** The end of a trunk: one ring for every year from 1995 to 2020, and green shoots that come after them. */
function rings() {
  const cx = 800;
  const cy = 452;
  const next = numbers(25);
  const waves = [3, 5, 7, 11].map((n) => ({ n, a: (0.5 + next()) * (0.018 / Math.sqrt(n / 3)), p: next() * 6.283 }));
  const outline = (r) => {
    const calm = Math.min(1, 0.25 + r / 380);
    return `M${range(120)
      .map((i) => {
        const t = (Math.PI * i) / 60;
        const bump = waves.reduce((sum, { n, a, p }) => sum + a * Math.sin(n * t + p), 0) * calm;
        const rr = r * (1 + bump);
        return `${r1(cx + rr * 1.06 * Math.cos(t) - (360 - r) * 0.09)} ${r1(cy + rr * 0.97 * Math.sin(t) + (360 - r) * 0.03)}`;
      })
      .join('L')}Z`;
  };
  const widths = range(25).map(() => 0.6 + next() * 0.9);
  const all = widths.reduce((a, b) => a + b, 0);
  const tones = [
    mix(OCHRE, SAND, 0.55),
    mix(OCHRE, SAND, 0.2),
    mix(SAND, OCHRE, 0.2),
    mix(TERRACOTTA, OCHRE, 0.6),
    mix(OCHRE, SAND, 0.7),
    OCHRE,
    mix(TERRACOTTA, OCHRE, 0.25),
  ];
  const order = [6, 4, 5, 0, 2, 1, 3, 0, 5, 2, 1, 4, 6, 0, 2, 5, 1, 3, 4, 0, 5, 2, 1, 4, 0];
  let sum = 0;
  const radii = widths.map((w) => (sum += (w / all) * 340));
  const discs = radii
    .map(
      (r, i) =>
        `<path d="${outline(r)}" fill="${tones[order[i]]}" stroke="${mix(TERRACOTTA, INK, 0.35)}" stroke-width="2.4" stroke-opacity="0.55"/>`,
    )
    .reverse();
  const cracks = [
    [14, 150, 348],
    [141, 226, 348],
    [258, 196, 348],
    [318, 262, 348],
  ].map(([a, r0, r1_]) => {
    const t = (a * Math.PI) / 180;
    const at = (r, o) =>
      [cx + r * 1.05 * Math.cos(t + o) - (360 - r) * 0.09, cy + r * 0.97 * Math.sin(t + o) + (360 - r) * 0.03]
        .map(r1)
        .join(' ');
    return `<path d="M${at(r0, 0)}L${at((r0 + r1_) / 2, 0.018)}L${at(r1_, 0.03)}L${at(r1_, -0.03)}L${at((r0 + r1_) / 2, -0.004)}Z" fill="${mix(TERRACOTTA, INK, 0.55)}" opacity="0.75"/>`;
  });
  const leaf = (x, y, a, s, c) =>
    `<g transform="translate(${r1(x)} ${r1(y)}) rotate(${a}) scale(${s})" filter="url(#lift)"><path d="M0 0C14 -38 62 -48 104 -20C70 16 26 24 0 0Z" fill="${c}"/><path d="M0 0C30 -14 60 -20 104 -20C70 16 26 24 0 0Z" fill="${mix(c, INK, 0.22)}"/></g>`;
  // A shoot: a curved stem with leaves alternately on its left and right.
  const shoot = (x, y, bend, height, n, c, s) => {
    const at = (t) => [x + bend * t * t, y - height * t];
    const [ex, ey] = at(1);
    return `<path d="M${x} ${y}Q${x} ${r1(y - height * 0.5)} ${r1(ex)} ${r1(ey)}" fill="none" stroke="${mix(c, INK, 0.3)}" stroke-width="${r1(9 * s)}" stroke-linecap="round"/>
      ${range(n)
        .map((i) => {
          const t = 0.25 + (0.72 * i) / (n - 1);
          const [lx, ly] = at(t);
          const size = s * (1.15 - t * 0.45);
          return i % 2
            ? leaf(lx, ly, -28, size, c)
            : `<g transform="translate(${r1(2 * lx)} 0) scale(-1 1)">${leaf(lx, ly, -28, size, mix(c, SAND, 0.14))}</g>`;
        })
        .join('')}${leaf(ex, ey, bend > 0 ? -62 : -104, s * 0.72, mix(c, SAND, 0.22))}`;
  };
  const bark = outline(366);
  return picture(
    radial(
      'bg',
      [
        [0, mix(TEAL, MIST, 0.42)],
        [0.55, TEAL],
        [1, mix(TEAL, INK, 0.55)],
      ],
      [0.5, 0.42, 0.72],
    ) +
      linear(
        'bark',
        [
          [0, mix(TERRACOTTA, INK, 0.45)],
          [1, mix(TERRACOTTA, INK, 0.75)],
        ],
        [0, 0, 1, 1],
      ) +
      linear(
        'ringShade',
        [
          [0, INK, 0],
          [0.5, INK, 0.02],
          [1, INK, 0.6],
        ],
        [0, 0, 1, 1],
      ) +
      linear('bgShade', [
        [0, INK, 0.05],
        [1, INK, 0.75],
      ]) +
      linear('earth', [
        [0, mix(TEAL, INK, 0.5)],
        [1, mix(TEAL, INK, 0.78)],
      ]) +
      stipple('stippleBark', mix(TERRACOTTA, INK, 0.55), 91) +
      stipple('stippleInk', INK, 92),
    `${ground('url(#bg)')}<rect width="${W}" height="${H}" fill="url(#bgShade)" filter="url(#stippleInk)" opacity="0.4"/>
    ${shoot(240, 900, 60, 430, 6, mix(TEAL, MIST, 0.34), 1.25)}${shoot(1390, 900, -40, 500, 7, mix(TEAL, MIST, 0.34), 1.2)}
    ${shoot(90, 900, -30, 300, 5, mix(TEAL, MIST, 0.5), 1)}${shoot(1530, 900, 40, 320, 5, mix(TEAL, MIST, 0.5), 1)}
    <path d="${bark}" fill="url(#bark)" filter="url(#deep)"/>
    ${discs.join('')}${cracks.join('')}
    <path d="${outline(340)}" fill="url(#ringShade)" filter="url(#stippleBark)" opacity="0.55"/>
    <path d="${hill([
      [-60, 838],
      [300, 800],
      [700, 834],
      [1080, 806],
      [1660, 840],
    ])}" fill="url(#earth)" filter="url(#paper)"/>
    ${shoot(380, 930, 70, 340, 5, mix(MIST, TEAL, 0.28), 0.95)}${shoot(1215, 930, -50, 300, 5, mix(MIST, TEAL, 0.28), 0.95)}${shoot(500, 930, -40, 200, 4, mix(OCHRE, SAND, 0.1), 0.8)}${shoot(1120, 930, 40, 180, 4, mix(OCHRE, SAND, 0.1), 0.75)}`,
    33,
  );
}

/** A hall with pictures on its walls; at its end a window like an open eye. */
function exhibition() {
  const [vx, vy] = [800, 430];
  // The end wall, and a point on a side wall: t from 0 (near) to 1 (the end wall), v from 0 (ceiling) to 1 (floor).
  const end = { x0: 480, x1: 1120, y0: 170, y1: 640 };
  const near = { x0: -260, x1: 1860, y0: -373, y1: 921 };
  const wall = (left, t, v) => {
    const x = left ? near.x0 + (end.x0 - near.x0) * t : near.x1 + (end.x1 - near.x1) * t;
    const top = near.y0 + (end.y0 - near.y0) * t;
    const foot = near.y1 + (end.y1 - near.y1) * t;
    return [r1(x), r1(top + (foot - top) * v)];
  };
  const quad = (left, t0, t1, v0, v1) =>
    `M${[wall(left, t0, v0), wall(left, t1, v0), wall(left, t1, v1), wall(left, t0, v1)].map((p) => p.join(' ')).join('L')}Z`;
  const art = (left, i, t0, t1, [a, b, c]) => {
    const inset = (t1 - t0) * 0.09;
    const [u0, u1] = [t0 + inset, t1 - inset];
    const um = (u0 + u1) / 2;
    const id = `art${left ? 'l' : 'r'}${i}`;
    const p = (t, v) => wall(left, t, v).join(' ');
    const motif = [
      `<path d="M${p(u0, 0.62)}L${p(um, 0.46)}L${p(u1, 0.58)}V900H${left ? 0 : W}Z" fill="${b}"/><ellipse cx="${wall(left, um + (u1 - u0) * 0.16, 0.4)[0]}" cy="${wall(left, um, 0.4)[1]}" rx="${r1(Math.abs(wall(left, u1, 0)[0] - wall(left, u0, 0)[0]) * 0.14)}" ry="${r1((wall(left, um, 0.05)[1] - wall(left, um, 0)[1]) * 0.95)}" fill="${c}"/>`,
      `<path d="${quad(left, u0, u0 + (u1 - u0) * 0.36, 0.2, 0.8)}" fill="${b}"/><path d="${quad(left, u0 + (u1 - u0) * 0.52, u0 + (u1 - u0) * 0.74, 0.2, 0.8)}" fill="${c}"/>`,
      `<path d="M${p(u0, 0.7)}L${p(u1, 0.3)}L${p(u1, 0.74)}L${p(u0, 0.74)}Z" fill="${b}"/><path d="M${p(u0, 0.28)}L${p(um, 0.28)}L${p(u0, 0.56)}Z" fill="${c}"/>`,
      `<path d="M${p(u0, 0.5)}Q${p(um, 0.28)} ${p(u1, 0.5)}Q${p(um, 0.72)} ${p(u0, 0.5)}Z" fill="${b}"/><ellipse cx="${wall(left, um, 0.5)[0]}" cy="${wall(left, um, 0.5)[1]}" rx="${r1(Math.abs(wall(left, u1, 0)[0] - wall(left, u0, 0)[0]) * 0.13)}" ry="${r1((wall(left, um, 0.06)[1] - wall(left, um, 0)[1]) * 0.9)}" fill="${c}"/>`,
    ][i % 4];
    return `<clipPath id="${id}"><path d="${quad(left, u0, u1, 0.28, 0.74)}"/></clipPath>
      <path d="${quad(left, t0, t1, 0.24, 0.78)}" fill="${mix(TEAL, INK, 0.45)}"/>
      <path d="${quad(left, t0 + inset * 0.4, t1 - inset * 0.4, 0.257, 0.763)}" fill="#fbf7f1"/>
      <path d="${quad(left, u0, u1, 0.28, 0.74)}" fill="${a}"/><g clip-path="url(#${id})">${motif}</g>`;
  };
  const spans = [
    [0.39, 0.62],
    [0.69, 0.82],
    [0.865, 0.945],
  ];
  const paint = [
    [mix(MIST, SAND, 0.2), TEAL, TERRACOTTA],
    [OCHRE, TERRACOTTA, mix(SAND, OCHRE, 0.2)],
    [mix(TEAL, MIST, 0.3), SAND, OCHRE],
  ];
  const paintRight = [
    [TERRACOTTA, SAND, TEAL],
    [mix(MIST, TEAL, 0.2), OCHRE, TEAL],
    [mix(OCHRE, SAND, 0.5), TERRACOTTA, TEAL],
  ];
  const ex = 800;
  const ey = 392;
  const eye = `M${ex - 250} ${ey}C${ex - 150} ${ey - 150} ${ex + 150} ${ey - 150} ${ex + 250} ${ey}C${ex + 150} ${ey + 150} ${ex - 150} ${ey + 150} ${ex - 250} ${ey}Z`;
  const rays = range(21)
    .map((k) => k + 2)
    .map(
      (i) =>
        `<rect x="${ex - 2.5}" y="${ey - 142}" width="5" height="30" rx="2.5" fill="${OCHRE}" opacity="0.85" transform="rotate(${i * 15} ${ex} ${ey})"/>`,
    );
  const floorLine = (x) =>
    `<path d="M${r1(vx + (x - vx) * 0.464)} 640L${x} 921" stroke="${INK}" stroke-width="2.5" opacity="0.12"/>`;
  return picture(
    linear(
      'wallL',
      [
        [0, mix(SAND, TEAL, 0.42)],
        [1, mix(SAND, OCHRE, 0.15)],
      ],
      [0, 0, 1, 0],
    ) +
      linear(
        'wallR',
        [
          [0, mix(SAND, OCHRE, 0.15)],
          [1, mix(SAND, TEAL, 0.42)],
        ],
        [0, 0, 1, 0],
      ) +
      linear('ceiling', [
        [0, mix(TEAL, INK, 0.3)],
        [1, mix(TEAL, MIST, 0.35)],
      ]) +
      linear('floor', [
        [0, mix(OCHRE, SAND, 0.3)],
        [0.5, mix(OCHRE, TERRACOTTA, 0.35)],
        [1, mix(TERRACOTTA, INK, 0.45)],
      ]) +
      radial(
        'endWall',
        [
          [0, mix(TEAL, MIST, 0.2)],
          [1, mix(TEAL, INK, 0.12)],
        ],
        [0.5, 0.45, 0.7],
      ) +
      linear('eyeSky', [
        [0, mix(OCHRE, SAND, 0.75)],
        [1, '#fff4df'],
      ]) +
      radial('iris', [
        [0, mix(OCHRE, SAND, 0.4)],
        [0.5, OCHRE],
        [1, TERRACOTTA],
      ]) +
      radial('glow', [
        [0, OCHRE, 0.55],
        [0.45, OCHRE, 0.2],
        [1, OCHRE, 0],
      ]) +
      linear('pool', [
        [0, '#fff1d6', 0.95],
        [1, mix(OCHRE, SAND, 0.4), 0.05],
      ]) +
      linear(
        'wallShadeL',
        [
          [0, INK, 0.7],
          [0.6, INK, 0],
        ],
        [0, 0, 1, 0],
      ) +
      linear(
        'wallShadeR',
        [
          [0.4, INK, 0],
          [1, INK, 0.7],
        ],
        [0, 0, 1, 0],
      ) +
      stipple('stippleInk', mix(INK, TEAL, 0.35), 101) +
      `<clipPath id="eye"><path d="${eye}"/></clipPath>`,
    `${ground(SAND)}
    <path d="M-260 -373L480 170H1120L1860 -373Z" fill="url(#ceiling)"/>
    <path d="M-260 921L480 640H1120L1860 921Z" fill="url(#floor)"/>
    ${[-260, 5, 270, 535, 800, 1065, 1330, 1595, 1860].map(floorLine).join('')}
    <path d="M640 640H960L1180 921H420Z" fill="url(#pool)"/>
    <rect x="480" y="170" width="640" height="470" fill="url(#endWall)"/>
    <path d="M-260 -373L480 170V640L-260 921Z" fill="url(#wallL)"/><path d="M1860 -373L1120 170V640L1860 921Z" fill="url(#wallR)"/>
    <path d="M-260 -373L480 170V640L-260 921Z" fill="url(#wallShadeL)" filter="url(#stippleInk)" opacity="0.35"/><path d="M1860 -373L1120 170V640L1860 921Z" fill="url(#wallShadeR)" filter="url(#stippleInk)" opacity="0.35"/>
    <circle cx="${ex}" cy="${ey}" r="460" fill="url(#glow)"/>
    <path d="${eye}" fill="#fbf7f1" stroke="${mix(SAND, OCHRE, 0.3)}" stroke-width="26" stroke-linejoin="round" filter="url(#deep)"/>
    <g clip-path="url(#eye)"><path d="${eye}" fill="url(#eyeSky)"/>${rays.join('')}
      <circle cx="${ex}" cy="${ey}" r="94" fill="${TERRACOTTA}" filter="url(#lift)"/><circle cx="${ex}" cy="${ey}" r="64" fill="url(#iris)"/><circle cx="${ex}" cy="${ey}" r="30" fill="#fffaf2"/>
      <path d="M520 ${ey + 40}C620 ${ey + 16} 700 ${ey + 66} 800 ${ey + 52}S980 ${ey + 16} 1080 ${ey + 34}V${ey + 160}H520Z" fill="${mix(MIST, TEAL, 0.3)}" filter="url(#lift)"/>
      <path d="M520 ${ey + 78}C660 ${ey + 50} 740 ${ey + 100} 860 ${ey + 76}S1010 ${ey + 74} 1080 ${ey + 60}V${ey + 160}H520Z" fill="${mix(TEAL, MIST, 0.3)}" filter="url(#lift)"/></g>
    <g filter="url(#paper)">${spans.map(([a, b], i) => art(true, i, a, b, paint[i])).join('')}</g><g filter="url(#paper)">${spans.map(([a, b], i) => art(false, i + 1, a, b, paintRight[i])).join('')}</g>
    <ellipse cx="800" cy="806" rx="215" ry="18" fill="${INK}" opacity="0.22"/>
    <g filter="url(#lift)"><path d="M640 752H664V806H640ZM936 752H960V806H936Z" fill="${mix(TEAL, INK, 0.6)}"/><path d="M628 716H972L1004 744H596Z" fill="${mix(TEAL, MIST, 0.22)}"/><path d="M596 744H1004V764H596Z" fill="${mix(TEAL, INK, 0.3)}"/></g>`,
    37,
  );
}

/** Stacks of coins that rise along a line to a shelf, where bread lies before the sun. */
function wages() {
  const coin = (cx, y, i, rx, tone) => {
    const ry = rx * 0.24;
    const h = 26;
    const edgePath = `M${cx - rx} ${y}V${y + h}A${rx} ${r1(ry)} 0 0 0 ${cx + rx} ${y + h}V${y}Z`;
    const notches = range(15).map((k) => {
      const t = Math.PI * (0.06 + (0.88 * k) / 14);
      return `<rect x="${r1(cx - rx * Math.cos(t) - 1.2)}" y="${r1(y + ry * Math.sin(t) + 5)}" width="2.4" height="${h - 9}" fill="${INK}" opacity="0.13"/>`;
    });
    return `<path d="${edgePath}" fill="url(#edge${tone})"/>${notches.join('')}<ellipse cx="${cx}" cy="${y}" rx="${rx}" ry="${r1(ry)}" fill="${mix([OCHRE, mix(TERRACOTTA, OCHRE, 0.4), mix(SAND, OCHRE, 0.35)][tone], SAND, 0.35)}"/>
      <ellipse cx="${cx}" cy="${y}" rx="${r1(rx * 0.74)}" ry="${r1(ry * 0.72)}" fill="none" stroke="${INK}" stroke-width="2.5" opacity="0.16"/>`;
  };
  const floor = 800;
  const heights = [3, 5, 8, 12, 16];
  const xs = [170, 372, 574, 776, 978];
  const offsets = numbers(13);
  const stack = (k) =>
    `<ellipse cx="${xs[k] + 14}" cy="${floor + 6}" rx="108" ry="28" fill="${INK}" opacity="0.28"/><g filter="url(#lift)">${range(
      heights[k],
    )
      .map((i) =>
        coin(r1(xs[k] + (offsets() - 0.5) * 12), floor - 26 - i * 28, i, 84, [0, 0, 1, 0, 2][(i * 3 + k * 2) % 5]),
      )
      .join('')}</g>`;
  const tops = xs.map((x, k) => [x, floor - 26 - (heights[k] - 1) * 28 - 92]);
  const line = edgeThrough([[20, 668], ...tops, [1150, 176]]);
  const loafX = 1340;
  const loafY = 377;
  const loaf = `M${loafX - 196} ${loafY}C${loafX - 236} ${loafY - 90} ${loafX - 150} ${loafY - 156} ${loafX} ${loafY - 156}C${loafX + 150} ${loafY - 156} ${loafX + 236} ${loafY - 90} ${loafX + 196} ${loafY}Q${loafX} ${loafY + 14} ${loafX - 196} ${loafY}Z`;
  const cuts = [-108, -36, 36, 108].map(
    (o) =>
      `<path d="M${loafX + o - 26} ${loafY - 40 + Math.abs(o) * 0.1}Q${loafX + o - 8} ${loafY - 116 + Math.abs(o) * 0.18} ${loafX + o + 34} ${loafY - 132 + Math.abs(o) * 0.24}Q${loafX + o + 22} ${loafY - 84} ${loafX + o - 26} ${loafY - 40 + Math.abs(o) * 0.1}Z" fill="${mix(SAND, OCHRE, 0.3)}"/>`,
  );
  const ear = (x, y, a, s) =>
    `<g transform="translate(${x} ${y}) rotate(${a}) scale(${s})"><path d="M0 0V-250" stroke="${mix(OCHRE, INK, 0.15)}" stroke-width="7" stroke-linecap="round"/>${range(
      6,
    )
      .map(
        (i) =>
          `<g transform="translate(0 ${-110 - i * 26})"><ellipse cx="-17" cy="0" rx="10" ry="23" transform="rotate(-26 -17 0)" fill="${OCHRE}"/><ellipse cx="17" cy="0" rx="10" ry="23" transform="rotate(26 17 0)" fill="${mix(OCHRE, INK, 0.16)}"/></g>`,
      )
      .join('')}<ellipse cx="0" cy="-278" rx="11" ry="25" fill="${mix(OCHRE, SAND, 0.25)}"/></g>`;
  return picture(
    linear(
      'bg',
      [
        [0, mix(TEAL, INK, 0.35)],
        [0.6, TEAL],
        [1, mix(TEAL, MIST, 0.25)],
      ],
      [0, 0, 1, 0.4],
    ) +
      linear(
        'bgShade',
        [
          [0, INK, 0.7],
          [0.6, INK, 0],
        ],
        [0, 0, 1, 0.5],
      ) +
      radial('sunGlow', [
        [0, OCHRE, 0.65],
        [0.5, OCHRE, 0.2],
        [1, OCHRE, 0],
      ]) +
      linear('sun', [
        [0, mix(SAND, OCHRE, 0.25)],
        [1, mix(OCHRE, SAND, 0.3)],
      ]) +
      [OCHRE, mix(TERRACOTTA, OCHRE, 0.4), mix(SAND, OCHRE, 0.35)]
        .map((c, i) =>
          linear(
            `edge${i}`,
            [
              [0, mix(c, INK, 0.1)],
              [0.3, mix(c, SAND, 0.25)],
              [0.6, c],
              [1, mix(c, INK, 0.4)],
            ],
            [0, 0, 1, 0],
          ),
        )
        .join('') +
      linear('loaf', [
        [0, mix(OCHRE, TERRACOTTA, 0.35)],
        [1, mix(TERRACOTTA, INK, 0.32)],
      ]) +
      linear(
        'loafShade',
        [
          [0, INK, 0],
          [0.4, INK, 0],
          [1, INK, 0.7],
        ],
        [0, 0, 1, 1],
      ) +
      linear('table', [
        [0, mix(TERRACOTTA, INK, 0.2)],
        [1, mix(TERRACOTTA, INK, 0.55)],
      ]) +
      stipple('stippleInk', mix(INK, TEAL, 0.25), 111) +
      stipple('stippleBrown', mix(TERRACOTTA, INK, 0.6), 112),
    `${ground('url(#bg)')}<rect width="${W}" height="${H}" fill="url(#bgShade)" filter="url(#stippleInk)" opacity="0.5"/>
    <path d="${line}" fill="none" stroke="${INK}" stroke-width="9" opacity="0.25" transform="translate(0 8)"/><path d="${line}" fill="none" stroke="${SAND}" stroke-width="7" stroke-linecap="round"/>
    <circle cx="${loafX}" cy="270" r="440" fill="url(#sunGlow)"/><circle cx="${loafX}" cy="250" r="206" fill="url(#sun)" filter="url(#lift)"/>
    <g filter="url(#lift)">${ear(1486, 392, 8, 0.94)}${ear(1500, 392, 17, 0.78)}</g>
    ${tops.map(([x, y]) => `<g filter="url(#lift)"><circle cx="${x}" cy="${y}" r="15" fill="${SAND}"/><circle cx="${x}" cy="${y}" r="7" fill="${TERRACOTTA}"/></g>`).join('')}
    <rect y="772" width="${W}" height="140" fill="url(#table)"/><rect y="772" width="${W}" height="5" fill="${OCHRE}" opacity="0.5"/>
    ${range(5).map(stack).join('')}
    <g filter="url(#deep)"><rect x="1112" y="376" width="430" height="26" rx="5" fill="${SAND}"/><path d="M1150 402H1504V790H1150Z" fill="${mix(TEAL, MIST, 0.3)}"/></g>
    <path d="M1150 402H1504V424H1150Z" fill="${INK}" opacity="0.18"/>
    ${[0, 1].map((j) => `<rect x="${1178 + j * 156}" y="452" width="142" height="306" rx="6" fill="none" stroke="${mix(TEAL, INK, 0.2)}" stroke-width="5" opacity="0.6"/><circle cx="${j ? 1352 : 1302}" cy="606" r="9" fill="${OCHRE}"/>`).join('')}
    <path d="${loaf}" fill="url(#loaf)" filter="url(#paper)"/><path d="${loaf}" fill="url(#loafShade)" filter="url(#stippleBrown)" opacity="0.55"/>${cuts.join('')}`,
    39,
  );
}

/** A line through points without corners, which keeps rising when the points do. */
function edgeThrough(points) {
  const slope = (i) => {
    const [a, b] = [points[Math.max(0, i - 1)], points[Math.min(points.length - 1, i + 1)]];
    return (b[1] - a[1]) / (b[0] - a[0]);
  };
  return points
    .map(([x, y], i) => {
      if (i === 0) return `M${x} ${y}`;
      const [px, py] = points[i - 1];
      const third = (x - px) / 3;
      return `C${r1(px + third)} ${r1(py + third * slope(i - 1))} ${r1(x - third)} ${r1(y - third * slope(i))} ${x} ${y}`;
    })
    .join('');
}

/** Three thick reports under a lamp, one for each time that progress was reported. */
function reports() {
  const next = numbers(61);
  const book = (x, y, w, h, cover, markers) => {
    const pages = range(Math.round((h - 34) / 7)).map(
      (i) =>
        `<rect x="${x + 34}" y="${r1(y + 20 + i * 7)}" width="${r1(w - 46 - next() * 5)}" height="2" fill="${INK}" opacity="${r1(0.1 + next() * 0.12)}"/>`,
    );
    const tabs = markers.map(
      ([dy, c, l]) => `<path d="M${x + w - 14} ${y + dy}h${l}l-12 9l12 9h${-l}Z" fill="${c}" filter="url(#lift)"/>`,
    );
    return `<g filter="url(#paper)"><rect x="${x + 18}" y="${y + 8}" width="${w - 28}" height="${h - 16}" fill="#fbf5ea"/>${pages.join('')}</g>
      <rect x="${x + 18}" y="${y + 8}" width="${w - 28}" height="${h - 16}" fill="url(#pageShade)"/>${tabs.join('')}
      <g filter="url(#lift)"><path d="M${x + w} ${y}H${x + 30}A30 ${h / 2} 0 0 0 ${x + 30} ${y + h}H${x + w}V${y + h - 16}H${x + 40}A20 ${h / 2 - 16} 0 0 1 ${x + 40} ${y + 16}H${x + w}Z" fill="${cover}"/>
      <path d="M${x + 30} ${y}A30 ${h / 2} 0 0 0 ${x + 30} ${y + h}H${x + 96}V${y + h - 16}H${x + 40}A20 ${h / 2 - 16} 0 0 1 ${x + 40} ${y + 16}H${x + 96}V${y}Z" fill="${mix(cover, INK, 0.18)}"/></g>
      <rect x="${x + 30}" y="${y + 3}" width="${w - 36}" height="3.5" fill="${SAND}" opacity="0.35"/>`;
  };
  const leaf = (x, y, a, s, c) =>
    `<g transform="translate(${x} ${y}) rotate(${a}) scale(${s})" filter="url(#lift)"><path d="M0 0C-46 -60 -40 -170 0 -230C40 -170 46 -60 0 0Z" fill="${c}"/><path d="M0 0C40 -60 46 -170 0 -230Z" fill="${mix(c, INK, 0.25)}"/></g>`;
  return picture(
    linear(
      'wall',
      [
        [0, mix(OCHRE, SAND, 0.5)],
        [1, mix(OCHRE, TERRACOTTA, 0.2)],
      ],
      [0, 0, 1, 1],
    ) +
      linear(
        'wallShade',
        [
          [0, INK, 0],
          [0.45, INK, 0],
          [1, INK, 0.6],
        ],
        [0, 0, 1, 0.6],
      ) +
      linear('table', [
        [0, mix(TEAL, INK, 0.12)],
        [1, mix(TEAL, INK, 0.6)],
      ]) +
      linear(
        'pageShade',
        [
          [0, INK, 0.24],
          [0.25, INK, 0],
          [0.8, INK, 0],
          [1, INK, 0.14],
        ],
        [0, 0, 1, 0],
      ) +
      linear('cone', [
        [0, '#fff6e2', 0.85],
        [0.7, '#fff6e2', 0.3],
        [1, '#fff6e2', 0],
      ]) +
      linear(
        'shade',
        [
          [0, mix(TEAL, MIST, 0.25)],
          [0.5, TEAL],
          [1, mix(TEAL, INK, 0.4)],
        ],
        [0, 0, 1, 0],
      ) +
      radial('pool', [
        [0, mix(MIST, SAND, 0.4), 0.65],
        [1, TEAL, 0],
      ]) +
      linear(
        'pot',
        [
          [0, TERRACOTTA],
          [1, mix(TERRACOTTA, INK, 0.4)],
        ],
        [0, 0, 1, 0],
      ) +
      stipple('stippleBrown', mix(OCHRE, INK, 0.45), 121),
    `${ground('url(#wall)')}<rect width="${W}" height="730" fill="url(#wallShade)" filter="url(#stippleBrown)" opacity="0.5"/>
    <path d="M520 214H780L1140 730H180Z" fill="url(#cone)"/>
    <rect y="722" width="${W}" height="190" fill="url(#table)"/><rect y="722" width="${W}" height="5" fill="${MIST}" opacity="0.4"/>
    <ellipse cx="680" cy="770" rx="640" ry="70" fill="url(#pool)"/>
    <g filter="url(#paper)"><path d="M200 760L200 330Q200 120 400 96L640 84" fill="none" stroke="${mix(TEAL, INK, 0.55)}" stroke-width="17" stroke-linecap="round"/></g>
    <g filter="url(#lift)"><ellipse cx="200" cy="770" rx="108" ry="20" fill="${mix(TEAL, INK, 0.45)}"/><rect x="92" y="752" width="216" height="18" fill="${mix(TEAL, INK, 0.55)}"/><ellipse cx="200" cy="752" rx="108" ry="20" fill="${mix(TEAL, MIST, 0.12)}"/></g>
    <ellipse cx="650" cy="216" rx="130" ry="22" fill="#fff6e2"/>
    <path d="M612 70H688L784 214A134 26 0 0 1 516 214Z" fill="url(#shade)" filter="url(#paper)"/><rect x="622" y="52" width="56" height="24" rx="8" fill="${mix(TEAL, INK, 0.5)}"/>
    <ellipse cx="760" cy="790" rx="470" ry="24" fill="${INK}" opacity="0.35"/>
    ${book(330, 636, 800, 146, TEAL, [
      [30, OCHRE, 62],
      [84, TERRACOTTA, 84],
    ])}
    ${book(392, 506, 720, 130, TERRACOTTA, [
      [26, MIST, 76],
      [64, OCHRE, 52],
      [92, mix(TEAL, MIST, 0.3), 70],
    ])}
    ${book(356, 394, 748, 112, mix(MIST, TEAL, 0.28), [
      [24, TERRACOTTA, 58],
      [46, OCHRE, 88],
      [70, TEAL, 66],
    ])}
    <g transform="translate(0 4)" filter="url(#lift)"><rect x="590" y="374" width="250" height="16" rx="4" fill="${OCHRE}"/><path d="M840 374L880 382L840 390Z" fill="${SAND}"/><path d="M866 379L880 382L866 385Z" fill="${INK}"/><rect x="590" y="374" width="26" height="16" rx="4" fill="${TERRACOTTA}"/><rect x="590" y="382" width="250" height="8" rx="3" fill="${INK}" opacity="0.16"/></g>
    <ellipse cx="1360" cy="794" rx="130" ry="16" fill="${INK}" opacity="0.35"/>
    ${leaf(1346, 596, -46, 1.05, mix(TEAL, MIST, 0.18))}${leaf(1374, 596, 44, 1.1, mix(TEAL, INK, 0.1))}${leaf(1352, 590, -20, 1.45, mix(TEAL, MIST, 0.36))}${leaf(1370, 590, 20, 1.35, TEAL)}${leaf(1360, 600, 1, 1.6, mix(TEAL, MIST, 0.24))}
    <g filter="url(#paper)"><path d="M1250 606H1470L1440 790H1280Z" fill="url(#pot)"/><rect x="1236" y="574" width="248" height="44" rx="6" fill="url(#pot)"/></g><rect x="1236" y="612" width="248" height="8" fill="${INK}" opacity="0.2"/>`,
    41,
  );
}

/** Candles in a window at night; across the water other windows answer in the same colour. */
function candles() {
  const next = numbers(1125);
  const horizon = 520;
  const houses = [];
  const lit = [];
  const house = (x, w, h, c, roof) => {
    const y = horizon - h;
    const top =
      roof === 0
        ? `M${x} ${horizon}V${y}L${x + w / 2} ${y - w * 0.46}L${x + w} ${y}V${horizon}Z`
        : roof === 1
          ? `M${x} ${horizon}V${y}H${r1(x + w * 0.22)}V${y - 26}H${r1(x + w * 0.36)}V${y - 52}H${r1(x + w * 0.64)}V${y - 26}H${r1(x + w * 0.78)}V${y}H${x + w}V${horizon}Z`
          : `M${x} ${horizon}V${y}L${r1(x + w * 0.18)} ${y - 34}H${r1(x + w * 0.82)}L${x + w} ${y}V${horizon}Z`;
    const cols = Math.max(2, Math.round(w / 38));
    const rows = Math.floor((h - 26) / 48);
    const panes = range(rows * cols).map((k) => {
      const px = r1(x + (w / cols) * ((k % cols) + 0.5) - 9);
      const py = y + 18 + Math.floor(k / cols) * 48;
      const on = next() > 0.36;
      if (on) lit.push([px, py]);
      return `<rect x="${px}" y="${py}" width="18" height="27" rx="2" fill="${on ? [OCHRE, mix(OCHRE, TERRACOTTA, 0.4), mix(OCHRE, SAND, 0.3)][Math.floor(next() * 3)] : mix(c, INK, 0.35)}"/>`;
    });
    houses.push(`<path d="${top}" fill="${c}" filter="url(#lift)"/>${panes.join('')}`);
  };
  let x = -30;
  const tones = [
    mix(TEAL, MIST, 0.14),
    mix(TEAL, INK, 0.22),
    mix(TERRACOTTA, INK, 0.58),
    mix(TEAL, MIST, 0.26),
    mix(TEAL, INK, 0.05),
  ];
  for (let i = 0; x < W + 20; i++) {
    const w = Math.round(92 + next() * 56);
    house(x, w, Math.round(120 + next() * 130), tones[(i * 3 + (i >> 2)) % 5], i % 3);
    x += w + 4;
  }
  const gleam = lit.map(([px, py]) => {
    const y = horizon + 16 + (horizon - py) * 0.52;
    return range(2)
      .map(
        (k) =>
          `<rect x="${r1(px - 8 + next() * 12)}" y="${r1(y + k * 15 + next() * 6)}" width="${r1(16 + next() * 26)}" height="4" rx="2" fill="${OCHRE}" opacity="${r1(0.15 + next() * 0.4)}"/>`,
      )
      .join('');
  });
  const stars = range(70).map(
    () =>
      `<circle cx="${r1(next() * W)}" cy="${r1(next() * 260)}" r="${r1(0.9 + next() * 1.9)}" fill="${SAND}" opacity="${r1(0.25 + next() * 0.6)}"/>`,
  );
  const candle = (cx, top, w, c) => {
    const foot = 806;
    return `<ellipse cx="${cx}" cy="${top - 60}" rx="${w * 3.1}" ry="${w * 3.1}" fill="url(#halo)"/>
      <g filter="url(#paper)"><path d="M${cx - w / 2} ${top}V${foot}A${w / 2} ${r1(w * 0.13)} 0 0 0 ${cx + w / 2} ${foot}V${top}Z" fill="url(#wax${c})"/></g>
      <path d="M${cx - w / 2} ${top}V${top + 90}Q${r1(cx - w * 0.42)} ${top + 112} ${r1(cx - w * 0.36)} ${top + 84}Q${r1(cx - w * 0.3)} ${top + 40} ${r1(cx - w * 0.18)} ${top + 54}Q${r1(cx - w * 0.06)} ${top + 64} ${cx} ${top + 30}L${cx + w / 2} ${top}Z" fill="#fff6e2" opacity="0.32"/>
      <ellipse cx="${cx}" cy="${top}" rx="${w / 2}" ry="${r1(w * 0.13)}" fill="#ffe9c2"/><path d="M${cx} ${top + 2}V${top - 22}" stroke="${INK}" stroke-width="5" stroke-linecap="round"/>
      <path d="M${cx} ${top - 112}C${cx + 34} ${top - 66} ${cx + 30} ${top - 16} ${cx} ${top - 12}C${cx - 30} ${top - 16} ${cx - 34} ${top - 66} ${cx} ${top - 112}Z" fill="url(#flame)"/><path d="M${cx} ${top - 66}C${cx + 15} ${top - 44} ${cx + 14} ${top - 18} ${cx} ${top - 16}C${cx - 14} ${top - 18} ${cx - 15} ${top - 44} ${cx} ${top - 66}Z" fill="#fffaf0"/>`;
  };
  const wax = [mix(TERRACOTTA, OCHRE, 0.3), OCHRE, mix(SAND, OCHRE, 0.3), TERRACOTTA];
  return picture(
    linear('sky', [
      [0, mix(TEAL, INK, 0.82)],
      [0.6, mix(TEAL, INK, 0.35)],
      [1, mix(TEAL, OCHRE, 0.28)],
    ]) +
      linear('water', [
        [0, mix(TEAL, INK, 0.25)],
        [1, mix(TEAL, INK, 0.75)],
      ]) +
      radial('halo', [
        [0, mix(OCHRE, SAND, 0.3), 0.75],
        [0.35, OCHRE, 0.32],
        [0.7, OCHRE, 0.08],
        [1, OCHRE, 0],
      ]) +
      linear('flame', [
        [0, TERRACOTTA],
        [0.45, OCHRE],
        [1, mix(OCHRE, SAND, 0.5)],
      ]) +
      wax
        .map((c, i) =>
          linear(`wax${i}`, [
            [0, mix(c, SAND, 0.55)],
            [0.3, c],
            [1, mix(c, i === 2 ? TERRACOTTA : INK, 0.5)],
          ]),
        )
        .join('') +
      linear('sill', [
        [0, mix(OCHRE, SAND, 0.35)],
        [0.4, mix(OCHRE, TERRACOTTA, 0.45)],
        [1, mix(TERRACOTTA, INK, 0.5)],
      ]) +
      linear('post', [
        [0, mix(TERRACOTTA, INK, 0.74)],
        [0.55, mix(TERRACOTTA, INK, 0.52)],
        [1, mix(TERRACOTTA, OCHRE, 0.35)],
      ]) +
      linear('skyShade', [
        [0, INK, 0.8],
        [1, INK, 0],
      ]) +
      stipple('stippleInk', INK, 131),
    `${ground('url(#sky)')}<rect width="${W}" height="${horizon}" fill="url(#skyShade)" filter="url(#stippleInk)" opacity="0.5"/>${stars.join('')}
    ${houses.join('')}
    <rect y="${horizon}" width="${W}" height="400" fill="url(#water)"/><rect y="${horizon}" width="${W}" height="7" fill="${mix(TEAL, INK, 0.7)}"/>${gleam.join('')}
    <g filter="url(#deep)"><rect x="-40" y="-40" width="100" height="1000" fill="url(#post)"/><rect x="1540" y="-40" width="100" height="1000" fill="url(#post)"/><rect x="1004" y="-40" width="30" height="900" fill="url(#post)"/><rect x="-40" y="-40" width="1680" height="78" fill="${mix(TERRACOTTA, INK, 0.74)}"/></g>
    <g filter="url(#deep)"><path d="M-40 784H1640V960H-40Z" fill="url(#sill)"/></g><rect y="784" width="${W}" height="5" fill="#fff1d6" opacity="0.6"/>
    ${[
      [270, 74],
      [430, 96],
      [600, 84],
      [1230, 90],
      [1390, 70],
    ]
      .map(([cx, w]) => `<ellipse cx="${cx}" cy="812" rx="${w * 1.5}" ry="18" fill="${INK}" opacity="0.22"/>`)
      .join('')}
    ${candle(270, 610, 74, 3)}${candle(600, 560, 84, 0)}${candle(430, 452, 96, 2)}${candle(1390, 640, 70, 1)}${candle(1230, 520, 90, 0)}`,
    43,
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
  '2020-11/contributions/secretariat/compass-and-routes.jpg': compass,
  '2020-11/contributions/secretariat/tree-of-rings.jpg': rings,
  '2020-11/contributions/secretariat/coins-and-bread.jpg': wages,
  '2020-11/contributions/secretariat/stacked-reports.jpg': reports,
  '2020-11/contributions/secretariat/orange-lights.jpg': candles,
  '2020-11/contributions/comensha/exhibition-hall.jpg': exhibition,
  '2020-11/funders/eu-emblem.png': europeanEmblem,
  '2020-12/contributions/secretariat/umbrellas.jpg': umbrellas,
  '2020-12/contributions/secretariat/harbour.jpg': harbour,
  '2020-12/contributions/secretariat/layered-documents.jpg': documents,
  '2020-12/contributions/lefoe/six-windows.jpg': windows,
  '2020-12/contributions/lefoe/open-door.jpg': door,
  '2020-12/contributions/picum/hills-and-path.jpg': hills,
  '2020-12/contributions/pro-tukipiste/lighthouse.jpg': lighthouse,
  '2020-12/contributions/kok/folder-with-keyhole.jpg': folder,
  '2020-12/contributions/la-strada-pl/woven-threads.jpg': threads,
  '2020-12/funders/eu-emblem.png': europeanEmblem,
};

const wanted = process.argv.slice(2);
for (const [file, draw] of Object.entries(pictures)) {
  if (wanted.length > 0 && !wanted.some((word) => file.includes(word))) continue;
  const image = sharp(Buffer.from(draw()));
  const bytes = file.endsWith('.png')
    ? await image.flatten({ background: '#003399' }).png({ compressionLevel: 9, palette: false }).toBuffer()
    : await image.flatten({ background: SAND }).jpeg({ quality: 85, mozjpeg: true }).toBuffer();
  const target = path.join(ISSUES, file);
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, bytes);
  console.log(`${file}  ${Math.round(bytes.length / 1024)} KB`);
}
