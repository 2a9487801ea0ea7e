import { isSingleWord } from './single-words.js';

/** Who, whom, whose: what follows tells of the name before it. */
export const isRelative = isSingleWord('relative');
/** What is called after people: a name beside it is nobody's story. */
export const isInstitution = isSingleWord('institution');
/** Saints and ships: what stands before a name that is a place's. */
export const isPlaceTitle = isSingleWord('placeTitle');
/** Bodies whose staff speak in public: Anna Example of the Ministry of Justice. */
export const isPublicBody = isSingleWord('publicBody');
