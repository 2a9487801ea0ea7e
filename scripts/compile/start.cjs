// Loads the program's parts for `bin/newsletter.js`; scripts/compile.js copies this to dist/. Beside each part lies the
// code that V8 made of it when the package was built: reading that is quicker than compiling it again at every start.
// Another version of Node refuses it, and compiles.
'use strict';
const { existsSync, readFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const path = require('node:path');
const { pathToFileURL } = require('node:url');
const vm = require('node:vm');

const requirePackage = createRequire(__filename);
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

module.exports = { load: (name) => load(path.join(__dirname, name)), keepCompiledCode };
