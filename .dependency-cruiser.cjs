// The rules of the house (docs/architecture.md has the table of arrows); types count as imports.
const stages = [
  'yaml',
  'mime',
  'oauth',
  'workspace',
  'contributions',
  'assets',
  'check',
  'compose',
  'templating',
  'render',
  'store',
  'subscribers',
  'send',
  'transports',
  'inbound',
  'report',
];

// What has nothing to do with newsletters; every stage may import it, as it may import model/.
const grounds = ['files', 'time'];
const forAll = `model/|${grounds.map((name) => `${name}/`).join('|')}`;

// Of other stages, a stage imports only what stands here. Every stage may import model/ and the grounds.
const arrows = {
  yaml: [],
  mime: [],
  oauth: [],
  workspace: ['yaml'],
  contributions: ['yaml', 'workspace'],
  assets: [],
  check: [],
  compose: [],
  templating: ['yaml'],
  render: ['templating', 'mime'],
  store: [],
  subscribers: ['store'],
  send: ['subscribers', 'store', 'mime'],
  transports: ['mime', 'oauth', 'workspace'],
  inbound: ['subscribers', 'send', 'store', 'mime'],
  report: ['subscribers', 'send', 'store'],
};

// Each vendor lives in one place.
const vendors = {
  mjml: 'render',
  handlebars: 'templating',
  'gray-matter': 'contributions',
  'remark-parse|remark-gfm': 'contributions',
  'remark-rehype|rehype-.*|hast-util-.*': 'render',
  yaml: 'yaml',
  sharp: 'assets/pictures',
  'pdfjs-dist|@cantoo/pdf-lib': 'assets/pdf',
  'libphonenumber-js|validator|eld|ipaddr.js|tldts.*': 'check',
  nodemailer: 'transports/smtp',
  '@sendgrid/.*': 'transports/sendgrid',
  'kysely|better-sqlite3': 'store',
  'csv-parse|csv-stringify': 'subscribers',
  'postal-mime': 'mime',
  commander: 'cli',
  picocolors: 'cli',
};

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'model-imports-nothing', severity: 'error', from: { path: '^src/model' }, to: { path: '^src/(?!model)' } },
    ...grounds.map((ground) => ({
      name: `${ground}-imports-only-model`,
      severity: 'error',
      from: { path: `^src/${ground}/` },
      to: { path: `^src/(?!model/|${ground}/)` },
    })),
    ...stages.map((stage) => ({
      name: `arrows-of-${stage}`,
      severity: 'error',
      from: { path: `^src/${stage}/` },
      to: { path: `^src/(?!${forAll}|${[stage, ...arrows[stage]].map((name) => `${name}/`).join('|')})` },
    })),
    {
      name: 'app-puts-stages-together',
      severity: 'error',
      from: { path: '^src/app/' },
      to: { path: '^src/(cli|preview|serve)/' },
    },
    {
      name: 'cli-uses-app-and-servers',
      severity: 'error',
      from: { path: '^src/cli/' },
      to: { path: `^src/(?!${forAll}|cli/|app/|serve/|preview/)` },
    },
    {
      name: 'serve-uses-app-and-templating',
      severity: 'error',
      from: { path: '^src/serve/' },
      to: { path: `^src/(?!${forAll}|serve/|app/|templating/)` },
    },
    {
      name: 'preview-uses-app-and-templating',
      severity: 'error',
      from: { path: '^src/preview/' },
      to: { path: `^src/(?!${forAll}|preview/|app/|templating/)` },
    },
    {
      name: 'hono-only-in-serve-and-preview',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(serve|preview)/' },
      to: { path: 'node_modules/(hono|@hono)/' },
    },
    ...Object.entries(vendors).map(([vendor, home]) => ({
      name: `vendor-${vendor.replace(/[^a-z0-9]+/g, '-')}`,
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/${home}(/|\\.)` },
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
