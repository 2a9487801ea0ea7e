// Checks names, comments, messages and documents against docs/glossary.md; with --lower it writes counts that went
// down.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import prettier from 'prettier';
import ts from 'typescript';

const GLOSSARY = 'docs/glossary.md';
const MAX_EXCEPTIONS = 20;
/** How many places to show of a word whose count went up. */
const MAX_SHOWN = 5;

const page = readFileSync(GLOSSARY, 'utf8');

/** Returns the cells of the table below a heading. */
function readTable(heading) {
  const lines = page.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0].split('\n') ?? [];
  const rows = lines.filter((line) => line.startsWith('|')).slice(2);
  return rows.map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

const inBackticks = (cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, word]) => word);
const avoidedWords = readTable('Terms').flatMap(([, , avoid]) => inBackticks(avoid));
const avoidedPhrases = readTable('Phrases').flatMap(([avoid]) => inBackticks(avoid));
const exceptions = readTable('Exceptions').map(([name, reason]) => ({ name: inBackticks(name)[0], reason }));
const allowed = new Map(readTable('To come').map(([word, count]) => [inBackticks(word)[0], Number(count)]));

/** Splits `MAX_FileBytes` into “max file bytes”, between spaces. */
function splitName(name) {
  const spaced = name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/([A-Z])([A-Z][a-z])/g, '$1 $2');
  return ` ${spaced
    .replace(/[^A-Za-z0-9]+/g, ' ')
    .trim()
    .toLowerCase()} `;
}

function nameMatcher(word) {
  if (word.includes('*')) {
    const pattern = new RegExp(`^${word.replace('*', '.+')}$`);
    return ({ name }) => pattern.test(name);
  }
  const wanted = splitName(word);
  return ({ split }) => split.includes(wanted);
}

/** Returns the names that a file declares; imported names are declared elsewhere. */
function declaredNames(file, text) {
  const found = [];
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const visit = (node) => {
    const isImport = ts.isImportSpecifier(node) || ts.isImportClause(node) || ts.isNamespaceImport(node);
    const isShorthand = ts.isShorthandPropertyAssignment(node) || (ts.isBindingElement(node) && !node.propertyName);
    const isAssignment =
      ts.isPropertyAssignment(node) || ts.isExportSpecifier(node) || ts.isPropertyAccessExpression(node);
    if (!isImport && !isShorthand && !isAssignment && node.name !== undefined) {
      if (ts.isIdentifier(node.name) || ts.isPrivateIdentifier(node.name)) {
        const { line } = source.getLineAndCharacterOfPosition(node.name.getStart());
        found.push({ name: node.name.text.replace(/^#/, ''), at: `${file}:${line + 1}` });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Returns only the comments of a program, because the texts of tests quote what people write. */
function commentsOf(text) {
  const scanner = ts.createScanner(ts.ScriptTarget.Latest, false, ts.LanguageVariant.Standard, text);
  let comments = '';
  for (let token = scanner.scan(); token !== ts.SyntaxKind.EndOfFileToken; token = scanner.scan()) {
    const isComment = token === ts.SyntaxKind.SingleLineCommentTrivia || token === ts.SyntaxKind.MultiLineCommentTrivia;
    if (isComment) comments += `${scanner.getTokenText()}\n`;
  }
  return comments;
}

function phrasePlaces(file, text) {
  const flat = text.replace(/\s*\n\s*(?:\*(?!\/)|\/\/)?\s*/g, ' ');
  return avoidedPhrases.flatMap((phrase) =>
    [...flat.matchAll(new RegExp(`\\b${phrase}\\b`, 'gi'))].map(({ index }) => ({
      word: phrase,
      at: `${file}: …${flat.slice(Math.max(0, index - 30), index + phrase.length + 20)}…`,
    })),
  );
}

function filesBelow(folder, extension) {
  const names = readdirSync(folder, { recursive: true }).filter((name) => extension.test(name));
  return names.sort().map((name) => path.join(folder, name));
}

const programs = ['src', 'scripts', 'tests'].flatMap((folder) => filesBelow(folder, /\.(ts|js|cjs|mjs)$/));
const generatedPages = [GLOSSARY, 'docs/editorial-rules.md'];
const documents = [
  ...['docs', 'src'].flatMap((folder) => filesBelow(folder, /\.md$/)),
  ...['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'templates/locales/en.yaml'],
].filter((file) => !generatedPages.includes(file));

const isException = (name) => exceptions.some((exception) => exception.name === name);
const matchers = avoidedWords.map((word) => ({ word, matches: nameMatcher(word) }));
const places = [];
for (const file of programs) {
  const text = readFileSync(file, 'utf8');
  const fileName = { name: path.basename(file).replace(/\.[^.]+$/, ''), at: file };
  for (const { name, at } of [fileName, ...declaredNames(file, text)]) {
    if (isException(name)) continue;
    const candidate = { name, split: splitName(name) };
    for (const { word, matches } of matchers) if (matches(candidate)) places.push({ word, at: `${at}: ${name}` });
  }
  places.push(...phrasePlaces(file, file.startsWith('tests') ? commentsOf(text) : text));
}
for (const file of documents) places.push(...phrasePlaces(file, readFileSync(file, 'utf8')));

const faults = [];
if (exceptions.length > MAX_EXCEPTIONS) faults.push(`${GLOSSARY}: more than ${MAX_EXCEPTIONS} exceptions`);
for (const { name, reason } of exceptions)
  if (!name || !reason) faults.push(`${GLOSSARY}: an exception without a reason`);
for (const word of allowed.keys()) {
  if (![...avoidedWords, ...avoidedPhrases].includes(word))
    faults.push(`${GLOSSARY}: “${word}” is to come, and not avoided`);
}
const counts = [...avoidedWords, ...avoidedPhrases].map((word) => {
  const own = places.filter((place) => place.word === word);
  const limit = allowed.get(word) ?? 0;
  if (own.length > limit) {
    const shown = own.slice(0, MAX_SHOWN).map(({ at }) => `\n    ${at}`);
    faults.push(`“${word}” is avoided (${GLOSSARY}): ${own.length} places, allowed ${limit}${shown.join('')}`);
  }
  return { word, count: Math.min(own.length, limit) };
});

const remaining = counts.filter(({ count }) => count > 0);
if (process.argv.includes('--lower')) {
  const rows = remaining.map(({ word, count }) => `| \`${word}\` | ${count} |`);
  const lowered = page.replace(
    /(\n## To come\n[^|]*\|[^\n]*\n\|[^\n]*\n)[^]*$/,
    (_, head) => `${head}${rows.join('\n')}\n`,
  );
  writeFileSync(GLOSSARY, await prettier.format(lowered, { parser: 'markdown', printWidth: 120 }));
}
const total = remaining.reduce((sum, { count }) => sum + count, 0);
if (total > 0) console.log(`words to come: ${total} places of ${remaining.length} words (${GLOSSARY})`);
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
