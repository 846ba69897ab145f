import type { Fault } from '../fault.ts';
import { deleteAnswers200WithBody } from './delete-answers-200-with-body.ts';
import { deleteAnswers202 } from './delete-answers-202.ts';
import { deleteAnswers404 } from './delete-answers-404.ts';
import { deleteAnswers500 } from './delete-answers-500.ts';
import { deleteBreaksWhatItWasIn } from './delete-breaks-what-it-was-in.ts';
import { deleteDamagesWhatStays } from './delete-damages-what-stays.ts';
import { deleteGarblesMetadata } from './delete-garbles-metadata.ts';
import { deleteHidesWhatStays } from './delete-hides-what-stays.ts';
import { deleteInstanceRemovesSeries } from './delete-instance-removes-series.ts';
import { deleteInstanceRemovesSibling } from './delete-instance-removes-sibling.ts';
import { deleteInstanceRemovesStudy } from './delete-instance-removes-study.ts';
import { deleteLeavesCounts } from './delete-leaves-counts.ts';
import { deleteLeavesSeriesCounts } from './delete-leaves-series-counts.ts';
import { deleteOfInstanceRefused } from './delete-of-instance-refused.ts';
import { deleteOfSeriesRefused } from './delete-of-series-refused.ts';
import { deleteRenumbersWhatStays } from './delete-renumbers-what-stays.ts';
import { deleteSeriesLeavesOne } from './delete-series-leaves-one.ts';
import { deleteSeriesRemovesStudy } from './delete-series-removes-study.ts';
import { deleteStudyLeavesOne } from './delete-study-leaves-one.ts';
import { deleteStudyRemovesEverything } from './delete-study-removes-everything.ts';
import { deletedBulkDataRemain } from './deleted-bulk-data-remain.ts';
import { deletedFramesAnswer500 } from './deleted-frames-answer-500.ts';
import { deletedFramesRemain } from './deleted-frames-remain.ts';
import { deletedInstanceStaysInMetadata } from './deleted-instance-stays-in-metadata.ts';
import { deletedInstanceStaysInSeries } from './deleted-instance-stays-in-series.ts';
import { deletedInstanceStaysInStudy } from './deleted-instance-stays-in-study.ts';
import { deletedInstanceStaysListed } from './deleted-instance-stays-listed.ts';
import { deletedInstancesRemain } from './deleted-instances-remain.ts';
import { deletedInstancesRemainBelow } from './deleted-instances-remain-below.ts';
import { deletedMetadataRemains } from './deleted-metadata-remains.ts';
import { deletedPicturesRemain } from './deleted-pictures-remain.ts';
import { deletedSearchAnswers500 } from './deleted-search-answers-500.ts';
import { deletedSeriesStaysAmongAllInstances } from './deleted-series-stays-among-all-instances.ts';
import { deletedStaysInRelationalSearch } from './deleted-stays-in-relational-search.ts';
import { deletedStudyStaysListedBelow } from './deleted-study-stays-listed-below.ts';
import { fakeDelete } from './fake-delete.ts';
import { secondDeleteAnswers500 } from './second-delete-answers-500.ts';
import { storeBringsBackDeleted } from './store-brings-back-deleted.ts';
import { storesNothingAfterDelete } from './stores-nothing-after-delete.ts';

/** Faults of delete. */
export const DELETE_FAULTS: readonly Fault[] = [
  fakeDelete,
  deleteInstanceRemovesSeries,
  deleteInstanceRemovesStudy,
  deleteSeriesRemovesStudy,
  deleteStudyRemovesEverything,
  deleteInstanceRemovesSibling,
  deleteSeriesLeavesOne,
  deleteStudyLeavesOne,
  deleteAnswers200WithBody,
  deleteAnswers202,
  deleteAnswers404,
  deleteAnswers500,
  deleteOfSeriesRefused,
  deleteOfInstanceRefused,
  deletedMetadataRemains,
  deletedInstancesRemain,
  deletedFramesRemain,
  deletedInstanceStaysInStudy,
  deletedInstanceStaysInMetadata,
  deletedInstanceStaysListed,
  deleteDamagesWhatStays,
  deleteLeavesCounts,
  deletedInstancesRemainBelow,
  deletedStudyStaysListedBelow,
  deletedInstanceStaysInSeries,
  deletedStaysInRelationalSearch,
  deletedBulkDataRemain,
  deletedFramesAnswer500,
  deletedSearchAnswers500,
  deleteLeavesSeriesCounts,
  deleteHidesWhatStays,
  deleteGarblesMetadata,
  storeBringsBackDeleted,
  storesNothingAfterDelete,
  secondDeleteAnswers500,
  deleteBreaksWhatItWasIn,
  deleteRenumbersWhatStays,
  deletedPicturesRemain,
  deletedSeriesStaysAmongAllInstances,
];
