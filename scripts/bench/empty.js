// What every Node program takes at least.
