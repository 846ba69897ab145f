const json = (...numbers: readonly string[]): string[] => numbers.map((number) => `JSON-${number}`);

/** What is judged of every body of DICOM JSON. */
export const JSON_FORM = json(
  '001',
  '002',
  '003',
  '004',
  '005',
  '006',
  '007',
  '008',
  '009',
  '010',
  '011',
  '012',
  '015',
  '018',
  '019',
  '024',
  '025',
  '026',
);

/** What is judged of DICOM JSON about stored instances, as far as their data sets give occasion to it. */
export const JSON_OF_INSTANCES = [...JSON_FORM, ...json('013', '014', '016', '017', '020', '021', '022', '023')];
