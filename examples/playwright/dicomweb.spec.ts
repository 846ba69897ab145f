import { expect, test } from 'dicomweb-harness/playwright';

test('a study comes back as it was stored', async ({ dicomweb, study }) => {
  const exchange = await dicomweb.retrieveStudy(study);
  await expect(exchange).toConform('WADO-RS-001');
  await expect(exchange).toConform('STOW-032');
});

test('its frames are the stored ones', async ({ dicomweb, study }) => {
  const exchange = await dicomweb.retrieveFrames(study.sample, [1]);
  await expect(exchange).toConform('WADO-RS-040');
});

test('an instance is found by its UID', async ({ dicomweb, study, target }) => {
  expect(target.profile.name).toBe('standard');
  const { sample: instance } = study;
  const exchange = await dicomweb.search({ level: 'instances', study: study.study }, [
    ['SOPInstanceUID', instance.instance],
  ]);
  await expect(exchange).toConform('QIDO-002');
});
