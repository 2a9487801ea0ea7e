// The rules of the architecture. Their tables, with a reason for each, are in docs/architecture.json; types count as imports.
const { rooms, vendors } = require('./docs/architecture.json');

const names = Object.keys(rooms);
/** Ground: every other room may import it. */
const ground = names.filter((name) => rooms[name].ground === true);
/** These put rooms together or stand above them; every other room is a stage. */
const above = ['app', 'preview', 'serve', 'cli'];
const stages = names.filter((name) => !above.includes(name));

function allowedFor(name) {
  const { imports, ground: isGround } = rooms[name];
  const arrows = imports.includes('every stage') ? stages : imports;
  return [name, ...(isGround === true ? [] : ground), ...arrows];
}

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    ...names.map((name) => ({
      name: `arrows-of-${name}`,
      severity: 'error',
      from: { path: `^src/${name}/` },
      to: { path: `^src/(?!(?:${allowedFor(name).join('|')})/)` },
    })),
    {
      name: 'every-room-is-named',
      comment: 'A room has an entry in docs/architecture.json.',
      severity: 'error',
      from: { path: `^src/(?!(?:${names.join('|')})/)` },
      to: {},
    },
    // Each vendor has its home.
    ...Object.entries(vendors).map(([vendor, homes]) => ({
      name: `vendor-${vendor.replace(/[^a-z0-9]+/g, '-')}`,
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/(${[homes].flat().join('|')})(/|\\.)` },
      to: { path: `node_modules/(${vendor})/` },
    })),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'] },
  },
};
