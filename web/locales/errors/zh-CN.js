/** 每种失败原因对应的一两句说明，以 `KooDriveError.reason` 为键；`{…}` 与 `[…]` 的用法见 fill.js。 */
export const errors = {
  required: '{option}未填写。请填写后重试。',
  'not-a-url': '{option}不是有效的网址。请填写完整，例如 https://drive.example.com。',
  'not-secure': '{option}必须以 https:// 开头。只有本机（localhost）才可以使用 http://。',
  'url-has-credentials': '{option}中不能包含用户名或密码。请去掉 @ 之前的部分。',
  'url-has-query': '{option}中不能包含查询参数。请去掉 ? 及其后面的内容。',
  'url-has-fragment': '{option}中不能包含片段标识。请去掉 # 及其后面的内容。',
  'control-character': '{option}中含有换行符或其他控制字符。请重新复制，不要带上这些字符。',
  'non-ascii': '{option}中含有无法发送的字符。请只使用英文字母、数字和常用符号。',
  'too-long': '{option}过长[，最多 {limit} 个字符]。请检查粘贴的内容。',
  'not-a-language-tag': '{option}不是有效的语言标签。请使用 en-US 或 zh-CN 这样的标签。',
  'not-a-token': '{option}中除令牌外还有其他内容。请只粘贴令牌本身，不要带引号、括号或其他请求头。',
  'out-of-range': '{option}超出允许范围[，上限或下限为 {limit}]。请换一个值。',
  'insecure-context':
    '只有通过 https:// 或从本机打开的页面才能使用{option}签名。请通过 https:// 打开本页面。',
  'wrong-option-type': '{option}的类型不正确[，应为{expected}][，实际为{actual}]。',
  offline: '本机未联网。请连接网络后重试。',
  unreachable: '服务器没有应答。请检查网络，以及托管本页面的服务器是否正在运行，然后重试。',
  'unreachable-cross-origin':
    '服务器没有应答。连接被拒绝与应答被浏览器拦截（CORS）在此处无法区分：请依次检查网络、服务地址，以及该服务是否允许来自本页面的请求。',
  'unreachable-from-disk':
    '服务器没有应答。本页面是从磁盘打开的，服务器只有允许来源“null”（CORS）时才会应答。请使用 Web 服务器上的页面，或保存应答后在此打开。',
  silence: '服务器长时间没有发送任何数据[（{seconds} 秒）]。请检查网络后重试。',
  deadline: '未能在限定时间内收到应答[（{seconds} 秒）]。请稍后重试，或放宽时间限制。',
  'aborted-by-caller': '查询已取消，没有任何操作仍在进行。',
  'credentials-refused':
    'KooDrive 未接受登录凭证[（错误码 {code}）]。访问令牌的有效期为 20 分钟，请获取新的令牌后重试。',
  'clock-refused': 'KooDrive 拒绝了请求中的时间。请把本机时钟校准到准确时间后重试。',
  'check-clock': '如果再次出现，请检查本机时钟是否准确。',
  'bad-request':
    'KooDrive 无法处理该请求（HTTP {status}[，错误码 {code}]）。请检查任务 ID、用户 ID 和访问令牌。[KooDrive 的说明：{serverMessage}]',
  forbidden:
    '该用户无权查看此任务（HTTP {status}[，错误码 {code}]）。请向管理员申请权限，或换用其他用户 ID。',
  'not-found':
    '该地址下没有对应的服务（HTTP {status}[，错误码 {code}]）。请检查服务地址，并确认它会把 /koodrive/ 转发给 KooDrive。',
  throttled: '短时间内查询过于频繁（HTTP {status}）。[请等待 {seconds} 秒后重试。]',
  'server-fault':
    'KooDrive 服务端出现故障（HTTP {status}[，错误码 {code}]）。请过几分钟再试。[KooDrive 的说明：{serverMessage}]',
  'unexpected-status':
    '服务器返回了 KooDrive 不会使用的状态（HTTP {status}[，错误码 {code}]）。请检查服务地址。',
  'refused-by-api':
    'KooDrive 拒绝了该查询[（错误码 {code}）]。请确认任务 ID 正确并且属于该用户。[KooDrive 的说明：{serverMessage}]',
  'no-result-yet': '该任务没有结果：可能仍在执行、已经过期或并不存在。请检查任务 ID，或过几分钟再试。',
  'empty-body': '应答内容为空。请确认服务地址指向 KooDrive，而不是其他服务器。',
  syntax:
    '应答不是有效的 JSON：第 {line} 行第 {column} 列（字节 {offset}）。请确认服务地址指向 KooDrive，或者文件是未经改动的应答。',
  'ends-early':
    '应答不完整：在第 {line} 行第 {column} 列（字节 {offset}）处中断。请重新加载，或重新完整保存文件。',
  'invalid-unicode':
    '应答不是有效的 UTF-8 文本：第 {line} 行第 {column} 列（字节 {offset}）。请将文件另存为 UTF-8，或把跟踪 ID 反馈给 KooDrive。',
  'wrong-type': '{pointer}：应为{expected}，实际为{actual}。请反馈给该服务的维护人员。',
  'not-a-count': '{pointer}：应为{expected}，实际为{actual}。请反馈给该服务的维护人员。',
  'code-missing': '应答中没有 code 字段，因此不是 KooDrive 的应答。请检查服务地址，或选择其他文件。',
  'empty-file': '文件为空，没有表头。请选择导入时使用的文件。',
  'is-workbook': '这是一个工作簿。请在电子表格程序中另存为 CSV，再选择该文件。',
  'is-json': '这是 JSON，不是 CSV。请选择导入时使用的文件；已保存的应答请作为报告打开。',
  'invalid-encoding': '文件的第 {offset} 个字节处无法读取。请另存为“CSV UTF-8”，或选择其编码。',
  'quote-not-closed': '第 {line} 行的引号没有结束。请修正文件，或选择分隔符。',
  'not-a-delimiter': '分隔符必须是一个字符，例如逗号、分号或制表符。',
  'file-too-large': '文件超过上限[（{limit} 字节）]。请拆分为较小的文件。',
  'response-too-large': '应答超出大小限制[（{limit} 字节）]。请调高限制，或分成更小的批次导入。',
  'out-of-memory': '浏览器内存不足，无法处理这么大的应答。请关闭其他标签页后重试。',
  'browser-needed': '查询需要在浏览器中进行。在浏览器之外只能打开已保存的应答。',
  'wasm-unavailable':
    '无法从 {url} 加载 WebAssembly 模块。请检查网络，确认该文件存在，并且本页面的 Content-Security-Policy 允许加载（connect-src）。',
  'wasm-unavailable.other-origin':
    '无法从 {url} 加载 WebAssembly 模块，该地址属于其他来源。请确认该文件存在，本页面的 Content-Security-Policy 在 connect-src 中允许该来源，并且其服务器允许本页面的请求（CORS）。',
  'wasm-unavailable.status':
    '无法从 {url} 加载 WebAssembly 模块：服务器返回 HTTP {status}。请将 koodrive.wasm 放到该地址，或用 wasmUrl 指定其网址。',
  'wasm-unavailable.type':
    '服务器在 {url} 返回的内容[（{actual}）]不是 WebAssembly 模块，或不完整。请将 koodrive.wasm 放到该地址，或用 wasmUrl 指定其网址。',
  'wasm-unavailable.without-url':
    '无法加载 WebAssembly 模块，因为传统脚本无法得知自身的网址。请提供 koodrive.wasm，并用选项 wasmUrl 或属性 wasm-url 指定其网址。',
  'wasm-unavailable.forbidden':
    "本页面不允许运行 WebAssembly。请在其 Content-Security-Policy 的 script-src 中加入 'wasm-unsafe-eval'，或在浏览器中允许 WebAssembly。",
  'wasm-unavailable.memory': '浏览器内存不足，无法启动 WebAssembly 模块。请关闭其他标签页后重试。',
  'other-build': '服务器上已有本页面的新版本，与当前打开的版本不兼容。请重新加载页面。',
  'credentials-failed': '未能取得访问令牌或签名，因此没有发送请求。请重新登录，或联系本页面的维护人员。',
  'not-opened': '打不开所选文件。请重新选择，或确认它没有被删除，也没有被其他程序占用。',
  closed: '该报告已关闭。请重新加载。',

  'type.string': '字符串',
  'type.number': '数字',
  'type.object': '对象',
  'type.array': '数组',
  'type.boolean': '布尔值',
  'type.null': 'null',
  'type.function': '函数',
  'type.integer-or-string': '整数或字符串',
  'type.count': ' 0 到 9007199254740991 之间的整数',

  'option.endpoint': '服务地址',
  'option.taskId': '任务 ID ',
  'option.userId': '用户 ID ',
  'option.language': '语言',
  'option.credentials': '访问令牌',
  'option.credentials.accessToken': '访问令牌',
  'option.credentials.format': '令牌格式',
  'option.credentials.appId': ' AppId ',
  'option.credentials.appSecret': ' AppSecret ',
  'option.credentials.sign': '签名函数',
  'option.credentials.signedEndpoint': '签名用服务地址',
  'option.timeoutMs': '最长静默时间（timeoutMs）',
  'option.deadlineMs': '最长总时间（deadlineMs）',
  'option.maxAttempts': '尝试次数（maxAttempts）',
  'option.maxResponseBytes': '应答大小上限（maxResponseBytes）',
  'option.answer': '已保存的应答',
};
