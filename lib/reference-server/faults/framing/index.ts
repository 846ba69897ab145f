import type { Fault } from '../fault.ts';
import { bodyCutInHalf } from './body-cut-in-half.ts';
import { bodyEndsEarly } from './body-ends-early.ts';
import { boundaryNotInBody } from './boundary-not-in-body.ts';
import { boundaryOf71Characters } from './boundary-of-71-characters.ts';
import { boundaryWithSpecialsUnquoted } from './boundary-with-specials-unquoted.ts';
import { closingDelimiterWithOneDash } from './closing-delimiter-with-one-dash.ts';
import { delimitersWithBareLf } from './delimiters-with-bare-lf.ts';
import { noClosingDelimiter } from './no-closing-delimiter.ts';
import { partFollowedByBlankLine } from './part-followed-by-blank-line.ts';
import { partInBase64 } from './part-in-base64.ts';
import { partLengthWrong } from './part-length-wrong.ts';
import { partLocationLeadsNowhere } from './part-location-leads-nowhere.ts';
import { partOfMultipartType } from './part-of-multipart-type.ts';
import { partTransferSyntaxUntrue } from './part-transfer-syntax-untrue.ts';
import { partTransferSyntaxWildcard } from './part-transfer-syntax-wildcard.ts';
import { partWithoutContentType } from './part-without-content-type.ts';
import { partWithoutHeaders } from './part-without-headers.ts';
import { partWithoutLength } from './part-without-length.ts';
import { partWithoutLocation } from './part-without-location.ts';
import { partsShareOneLocation } from './parts-share-one-location.ts';
import { typeParameterWithoutName } from './type-parameter-without-name.ts';

/** Faults of multipart bodies. */
export const FRAMING_FAULTS: readonly Fault[] = [
  partTransferSyntaxUntrue,
  partTransferSyntaxWildcard,
  delimitersWithBareLf,
  noClosingDelimiter,
  closingDelimiterWithOneDash,
  boundaryOf71Characters,
  boundaryWithSpecialsUnquoted,
  typeParameterWithoutName,
  boundaryNotInBody,
  partWithoutContentType,
  partWithoutHeaders,
  partOfMultipartType,
  partLengthWrong,
  partWithoutLength,
  partWithoutLocation,
  partsShareOneLocation,
  partLocationLeadsNowhere,
  partInBase64,
  partFollowedByBlankLine,
  bodyEndsEarly,
  bodyCutInHalf,
];
