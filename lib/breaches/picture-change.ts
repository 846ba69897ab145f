/** What was done to a whole picture. `one shade`: nothing of it is left. */
export type PictureChange =
  | 'one shade'
  | 'in grey'
  | 'red and blue exchanged'
  | 'mirrored'
  | 'upside down'
  | 'turned by 180 degrees'
  | 'turned by 90 degrees';
