// Loads the program's parts for `bin/newsletter.js`; scripts/compile.js copies this to dist/. Beside each part lies the
// code that V8 made of it when the package was built: reading that is quicker than compiling it again at every start.
// Another version of Node refuses it, and compiles.
'use strict';
const { existsSync, readFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const path = require('node:path');
const { pathToFileURL } = require('node:url');
const v8 = require('node:v8');
const vm = require('node:vm');

/**
 * V8 as this program wants it. What has run for a while is optimised in another thread, which a command that is over in
 * half a second never gets back: so a function has to run ten times as long before. And a regular expression is compiled
 * at once, instead of being prepared twice, first to be interpreted and at its second use to be run.
 */
const OUR_V8 = ['--interrupt-budget=675840', '--no-regexp-tier-up'];
const USUAL_V8 = ['--interrupt-budget=67584', '--regexp-tier-up'];

function setFlags(flags) {
  for (const flag of flags) v8.setFlagsFromString(flag);
}

let ours = false;

/** Sets V8 for this process and all its threads. Flags are V8's own affair: the next version has others. */
function setUp() {
  if (!process.versions.v8.startsWith('11.3.')) return;
  ours = true;
  setFlags(OUR_V8);
}

const requireAnything = createRequire(__filename);

/** Node's own modules lie compiled in it, and V8 takes them only with the flags with which that was done. */
function requirePackage(name) {
  if (!ours) return requireAnything(name);
  setFlags(USUAL_V8);
  try {
    return requireAnything(name);
  } finally {
    setFlags(OUR_V8);
  }
}

/** Parts are scripts to Node, which may not import by themselves. */
const importPackage = (name) => import(name);
/** The parts that were loaded, by their files. */
const parts = new Map();

function codeFile(file) {
  return file.replace(/\.cjs$/, '.v8');
}

/** One part of the program, with what it exports; parts that need each other get what there is so far. */
function load(file) {
  const known = parts.get(file);
  if (known !== undefined) return known.exports;
  const code = codeFile(file);
  const wrapped = `(function (exports, require, module, __filename, __moduleUrl, __import) {${readFileSync(file, 'utf8')}\n})`;
  const script = new vm.Script(wrapped, {
    filename: file,
    cachedData: existsSync(code) ? readFileSync(code) : undefined,
  });
  const module = { exports: {}, script };
  parts.set(file, module);
  const require = (name) => (name.startsWith('.') ? load(path.join(path.dirname(file), name)) : requirePackage(name));
  script.runInThisContext()(module.exports, require, module, file, pathToFileURL(file).href, importPackage);
  return module.exports;
}

/** Keeps what V8 knows by now of every part that was loaded: for scripts/warm-up.js. */
function keepCompiledCode(write) {
  for (const [file, { script }] of parts) write(codeFile(file), script.createCachedData());
}

module.exports = { setUp, load: (name) => load(path.join(__dirname, name)), keepCompiledCode };
