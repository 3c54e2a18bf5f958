/** 在导入文件中查找失败用户的面板中的文字；对象形式的值按 `{count}` 的复数类别（`Intl.PluralRules`）选取。 */
export const correction = {
  intro: '选择当时导入的文件：将从中取出失败的行，保留您自己的列。文件不会离开本机。',
  choose: '选择导入文件',
  'choose.other': '选择其他文件',
  drop: '.csv 文件，也可以拖放到此处。',
  reading: '正在读取文件…',
  remove: '移除该文件',

  found: { other: '按列{column}在{file}中找到 {count} 条失败记录中的 {matched} 条。' },
  nothing:
    '在{file}中没有找到任何失败用户，因此没有可保存的文件。它可能属于另一次导入：请选择其他文件，或选择其他列或编码。',
  'nothing.column':
    '按列{column}在{file}中没有找到任何失败用户，因此没有可保存的文件。请选择其他列或其他文件。',
  nameless: '此报告中的失败记录都没有用户名，因此无法在{file}中查找。导出文件中有 KooDrive 给出的内容。',
  'header-only': '{file}只有表头，没有数据行，因此没有找到任何失败用户。请选择包含已导入数据行的文件。',
  fault: '该文件无法使用',
  'fault.next': '报告没有变化。请修正后重新选择该文件，或选择其他文件。',

  encoding: '编码',
  delimiter: '分隔符',
  column: '用户名所在列',
  automatic: '自动识别',
  'delimiter.comma': '逗号',
  'delimiter.semicolon': '分号',
  'delimiter.tab': '制表符',
  'column.none': '没有合适的列',
  'column.unnamed': '第 {number} 列',

  unmatched: { other: '未找到 {count} 条' },
  'several-rows': { other: '{count} 个用户名出现在多行中' },
  'several-failures': { other: '{count} 个用户名的失败记录多于文件中的行' },
  folded: { other: '{count} 条仅空白、大小写或全半角不同' },
  'without-domain': { other: '{count} 条仅 @域名 部分不同' },
  places: '序号 {numbers}',
  lines: { other: '第 {lines} 行' },
  'and-more': '{listed} 等，另有 {rest} 个',
  more: { other: '再显示 {count} 条' },

  question: { other: '有 {count} 行无法确定：具有该用户名的行数与失败记录数不同。是否写入这些行？' },
  'leave-out': '不写入',
  'leave-out.hint': '重试文件中会缺少部分失败用户，所在行见上面的列表。',
  all: '全部写入',
  'all.hint': '不会缺少任何失败用户，但已导入的用户可能会被再次导入。',

  retry: { other: '重试文件，{count} 行' },
  'retry.hint':
    '表头和失败的行，与原文件逐字节相同，不做任何转义。请修正后上传；不要用电子表格打开来源不可信的文件。',
  'retry.none':
    '所选失败用户在文件中都没有明确对应的行，因此没有重试文件。请选择全部失败用户，或写入无法确定的行。',
  review: '核对文件，CSV（电子表格用）',
  'review.hint':
    '供人工核对：行号、原因和原有各列，也包括未找到的用户。可能被当作公式的文本前会加上单引号，请勿上传此文件。',
  workbook: '核对文件，Excel 工作簿',
  'workbook.hint': '同样供人工核对，所有文本保持原样，包括 000123 这样的用户名。',
  line: '行',
  'line.none': '文件中未找到',
};
