import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { decodeName, lastName, plainName, similarName } from '../../model/issue/pictures/picture-names.js';

/** No text has more pictures than this; each is compared with every file of the folder. */
const MAX_ADDRESSES = 100;

function addressesOfPictures(body: Root): ReadonlySet<string> {
  const addresses = new Set<string>();
  const referred = new Set<string>();
  visit(body, ['image', 'imageReference'], (node) => {
    if (node.type === 'image') addresses.add(node.url);
    if (node.type === 'imageReference') referred.add(node.identifier);
  });
  visit(body, 'definition', ({ identifier, url }) => {
    if (referred.has(identifier)) addresses.add(url);
  });
  return new Set([...addresses].slice(0, MAX_ADDRESSES));
}

/** Returns the files of the folder that pictures in the text refer to, by the address as it is written there. */
export function filesInText(body: Root, files: ReadonlyMap<string, unknown>): ReadonlyMap<string, string> {
  const found = [...addressesOfPictures(body)].flatMap((address): (readonly [string, string])[] => {
    const names = [plainName(decodeName(address)), lastName(address)];
    const file =
      names.find((name) => files.has(name)) ?? names.map((name) => similarName(name, files.keys())).find(Boolean);
    return file === undefined ? [] : [[address, file]];
  });
  return new Map(found);
}
