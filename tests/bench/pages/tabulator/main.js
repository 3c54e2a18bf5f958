import { TabulatorFull } from 'tabulator-tables';
import 'tabulator-tables/dist/css/tabulator.min.css';
import { box, fetchTaskResult } from '../task-result.js';

new TabulatorFull(box, {
  height: '480px',
  layout: 'fitColumns',
  data: await fetchTaskResult(),
  columns: [
    { title: 'User name', field: 'userName', headerFilter: 'input' },
    { title: 'Reason', field: 'desc', headerFilter: 'input' },
  ],
});
