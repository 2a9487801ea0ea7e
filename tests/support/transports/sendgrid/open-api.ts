import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';

/**
 * SendGrid's own description of its API (OpenAPI), where it is at hand: named by SENDGRID_OPENAPI, or beside the
 * repository. It is not ours to hand on, so the tests do without it elsewhere; `api-schema.ts` is stricter anyway.
 */
const FILE = process.env['SENDGRID_OPENAPI'] ?? path.resolve('../shared/data/sendgrid/tsg_mail_v3.json');

const nodeSchema = z.looseObject({
  $ref: z.string().optional(),
  type: z.string().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  additionalProperties: z.unknown().optional(),
  required: z.array(z.string()).optional(),
  items: z.unknown().optional(),
  enum: z.array(z.unknown()).optional(),
  maxItems: z.number().optional(),
  minLength: z.number().optional(),
  maxProperties: z.number().optional(),
});

/** Judges a request by that description: what breaks it, or nothing; `undefined` where the description is not here. */
export const violationsOfOpenApi: ((request: unknown) => readonly string[]) | undefined = existsSync(FILE)
  ? readDescription(FILE)
  : undefined;

function readDescription(file: string): (request: unknown) => readonly string[] {
  const description: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const at = (pointer: string): unknown =>
    pointer
      .replace(/^#\//, '')
      .split('/')
      .reduce<unknown>((found, key) => z.looseObject({}).parse(found)[key.replaceAll('~1', '/')], description);
  const referred = new Map<string, unknown>();
  const resolved = (pointer: string): unknown => {
    if (!referred.has(pointer)) referred.set(pointer, at(pointer));
    return referred.get(pointer);
  };
  const root = at('#/components/requestBodies/PostMailSend/content/application~1json/schema');
  return (request) => violations(request, root, 'request', resolved);
}

type Node = z.infer<typeof nodeSchema>;
/** Read once: a request has thousands of values, and the description few nodes. */
const nodes = new Map<unknown, Node>();

function nodeOf(described: unknown): Node {
  const node = nodes.get(described) ?? nodeSchema.parse(described);
  nodes.set(described, node);
  return node;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function violations(value: unknown, described: unknown, place: string, at: (pointer: string) => unknown): string[] {
  const node = nodeOf(described);
  if (node.$ref !== undefined) return violations(value, at(node.$ref), place, at);
  const broken = (what: string) => [`${place} ${what}`];
  if (node.enum !== undefined && !node.enum.includes(value)) return broken('is none of the values');
  switch (node.type) {
    case 'object': {
      if (!isRecord(value)) return broken('is no object');
      const { properties } = node;
      const missing = (node.required ?? []).filter((name) => !(name in value));
      const unknown = Object.keys(value).filter((name) => properties !== undefined && !(name in properties));
      const inner = Object.entries(value).flatMap(([name, one]) => {
        const schema = properties?.[name] ?? node.additionalProperties;
        return schema === undefined ? [] : violations(one, schema, `${place}.${name}`, at);
      });
      return [
        ...missing.flatMap((name) => broken(`lacks ${name}`)),
        ...unknown.flatMap((name) => broken(`has ${name}`)),
        ...inner,
      ];
    }
    case 'array': {
      if (!Array.isArray(value)) return broken('is no list');
      if (value.length > (node.maxItems ?? Infinity)) return broken('is too long');
      return value.flatMap((one, index) => violations(one, node.items ?? {}, `${place}.${String(index)}`, at));
    }
    case 'string':
      return typeof value === 'string' && value.length >= (node.minLength ?? 0) ? [] : broken('is no such text');
    case 'boolean':
    case 'integer':
      return typeof value === (node.type === 'boolean' ? 'boolean' : 'number') ? [] : broken(`is no ${node.type}`);
    default:
      return [];
  }
}
