/** 比较两份报告的面板中的文字；对象形式的值按 `{count}` 的复数类别（`Intl.PluralRules`）选取。 */
export const comparison = {
  intro: '查看自上次导入以来的变化：选择当时保存的报告。文件不会离开本机。',
  choose: '选择已保存的报告',
  'choose.other': '选择其他报告',
  drop: '.json 文件，在此保存的报告或 KooDrive 的原始响应，也可以拖放到此处。',
  'shown-before': '与之前显示的报告比较',
  'shown-before.hint': '之前显示：',
  reading: '正在读取文件…',
  end: '结束比较',
  fault: '无法与该文件比较',
  'fault.next': '当前报告没有变化。请选择以 JSON 保存的报告。',

  'with.task': '任务 {task}，{time}',
  'with.time': '{time} 的报告',

  change: '变化',
  new: '新增失败',
  'same-reason': '仍然失败，原因相同',
  'other-reason': '仍然失败，原因不同',
  unclear: '无法确定',
  'unclear.hint': '没有用户名，或多条失败记录同名。',
  before: '之前：',
  'earlier-name': '之前的用户名：',
  release: '不再按变化筛选',

  gone: { other: '不再失败：{count}' },
  'gone.hint': '本次结果中不再列出，也可能没有包含在第二次导入的文件中。',
  more: { other: '再显示 {count} 条' },
};
