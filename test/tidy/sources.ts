import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Installed or written by a build: not ours to tidy. */
const SKIPPED = /(?:^|\/)(?:node_modules|generated|\.output|\.vscode-test)(?:\/|$)/;

/** The paths of the files below a folder whose name ends in one of the endings, from the root, with `/`. */
export function filesBelow(folder: string, endings: readonly string[]): string[] {
  const found = readdirSync(new URL(`../../${folder}`, import.meta.url), { withFileTypes: true }).flatMap(
    (entry) => {
      const path = `${folder}/${entry.name}`;
      if (SKIPPED.test(path)) return [];
      if (entry.isDirectory()) return filesBelow(path, endings);
      return endings.some((ending) => entry.name.endsWith(ending)) ? [path] : [];
    },
  );
  return found.sort();
}

export function textOf(path: string): string {
  return readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
}

export interface Import {
  readonly from: string;
  /** A path from the root without its ending, or the name of a package. */
  readonly to: string;
  readonly isPackage: boolean;
  /** True where nothing is left of it at run time. */
  readonly typeOnly: boolean;
}

/** Every import of a file: static, dynamic, of types, and what it exports from elsewhere. */
export function importsOf(path: string): Import[] {
  const found: Import[] = [];
  const add = (specifier: ts.Expression | undefined, typeOnly: boolean): void => {
    if (specifier === undefined || !ts.isStringLiteralLike(specifier)) return;
    const isPackage = !specifier.text.startsWith('.');
    const to = isPackage ? specifier.text : posix.join(posix.dirname(path), specifier.text);
    found.push({ from: path, to, isPackage, typeOnly });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeOnly(node.importClause));
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false);
    else if (isLazyLoad(node)) add(node.arguments[0], false);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      add(node.argument.literal, true);
    ts.forEachChild(node, visit);
  };
  visit(parse(path));
  return found;
}

/** `require('./file')`: a file of ours that is evaluated when it is first needed, which an import cannot say. */
function isLazyLoad(node: ts.Node): node is ts.CallExpression {
  if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return false;
  const [file] = node.arguments;
  return (
    node.expression.text === 'require' &&
    file !== undefined &&
    ts.isStringLiteral(file) &&
    file.text.startsWith('./')
  );
}

function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  if (clause === undefined) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = clause.namedBindings;
  if (clause.name !== undefined || named === undefined || !ts.isNamedImports(named)) return false;
  return named.elements.length > 0 && named.elements.every((element) => element.isTypeOnly);
}

/** The names that a file reads and does not declare as members: `Date` in `Date.now()`, not in `facts.Date`. */
export function namesUsed(path: string): Set<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && !isMemberName(node) && !isLazyLoad(node.parent)) names.add(node.text);
    if (!ts.isTypeNode(node)) ts.forEachChild(node, visit);
  };
  visit(parse(path));
  return names;
}

function isMemberName(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    ((ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent)) && parent.name === node)
  );
}

function parse(path: string): ts.SourceFile {
  return ts.createSourceFile(path, textOf(path), ts.ScriptTarget.Latest, true);
}
