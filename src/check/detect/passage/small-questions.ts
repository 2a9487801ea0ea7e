import { isSingleWord } from './single-words.js';

/** Who, whom, whose: the clause that follows is about the name before it. */
export const isRelative = isSingleWord('relative');
/** Things that are named after people: a name beside them is no person in a story. */
export const isInstitution = isSingleWord('institution');
/** Saints and ships: what stands before a name that is a place's. */
export const isPlaceTitle = isSingleWord('placeTitle');
/** Bodies whose staff speak in public: Anna Example of the Ministry of Justice. */
export const isPublicBody = isSingleWord('publicBody');
