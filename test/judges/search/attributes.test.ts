import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keywordOf } from '../../../lib/dicom/dictionary.ts';
import { IF_KNOWN, OPTIONAL, REQUIRED, type ReturnAttribute } from '../../../lib/judges/search/attributes.ts';

const keywords = (tags: readonly string[]) => tags.map((tag) => keywordOf(tag) ?? tag).toSorted();
const named = (attributes: readonly ReturnAttribute[]) => keywords(attributes.map(({ tag }) => tag));
const words = (text: string) => text.trim().split(/\s+/).toSorted();

test('each level returns what Tables 10.6.3-3 to 10.6.3-5 name', () => {
  assert.deepEqual(
    named(REQUIRED.study),
    words(`AccessionNumber ModalitiesInStudy NumberOfStudyRelatedInstances NumberOfStudyRelatedSeries PatientBirthDate
      PatientID PatientName PatientSex ReferringPhysicianName StudyDate StudyID StudyInstanceUID StudyTime`),
  );
  assert.deepEqual(
    named(REQUIRED.series),
    words('Modality NumberOfSeriesRelatedInstances SeriesInstanceUID SeriesNumber'),
  );
  assert.deepEqual(named(REQUIRED.instance), words('InstanceNumber SOPClassUID SOPInstanceUID'));
  assert.deepEqual(
    named(IF_KNOWN.series),
    words(
      `PerformedProcedureStepStartDate PerformedProcedureStepStartTime RequestAttributesSequence SeriesDescription`,
    ),
  );
  assert.deepEqual(named(IF_KNOWN.instance), words('BitsAllocated Columns NumberOfFrames Rows'));
});

test('what may be asked for beside them belongs to the level without a doubt', () => {
  assert.deepEqual(
    keywords(OPTIONAL.study),
    words(`EthnicGroup Occupation PatientAge PatientBirthTime PatientComments PatientSex PatientSize PatientWeight
      AdditionalPatientHistory NameOfPhysiciansReadingStudy PhysiciansOfRecord StudyDescription StudyID StudyTime
      AdmittingDiagnosesDescription`),
  );
  assert.deepEqual(
    keywords(OPTIONAL.series),
    words(`BodyPartExamined InstitutionName InstitutionalDepartmentName Laterality Manufacturer ManufacturerModelName
      OperatorsName PerformedProcedureStepDescription PerformingPhysicianName ProtocolName SeriesDate SeriesDescription
      SeriesNumber SeriesTime StationName`),
  );
  assert.deepEqual(
    keywords(OPTIONAL.instance),
    words(`AcquisitionNumber BitsAllocated BitsStored Columns ContentDate ContentTime HighBit ImageComments ImageType
      InstanceCreationDate NumberOfFrames PhotometricInterpretation PixelRepresentation Rows SamplesPerPixel`),
  );
});
