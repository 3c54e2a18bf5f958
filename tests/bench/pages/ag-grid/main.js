/** Only the modules that are used, as AG Grid's documentation recommends: all of it is several times as large. */
import {
  ClientSideRowModelModule,
  CsvExportModule,
  ModuleRegistry,
  QuickFilterModule,
  TextFilterModule,
  createGrid,
} from 'ag-grid-community';
import { box, fetchTaskResult } from '../task-result.js';

ModuleRegistry.registerModules([
  ClientSideRowModelModule,
  CsvExportModule,
  QuickFilterModule,
  TextFilterModule,
]);
box.style.height = '480px';
createGrid(box, {
  columnDefs: [
    { headerName: 'User name', field: 'userName', filter: true, flex: 1 },
    { headerName: 'Reason', field: 'desc', filter: true, flex: 2 },
  ],
  rowData: await fetchTaskResult(),
});
