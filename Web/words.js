// The words of the page in Chinese and English, and which of the two is spoken.

const WORDS = {
  yulin: ["鱼鳞", "Yulin"],
  page_title: ["鱼鳞 · {0}土地登记", "Yulin · land register of {0}"],
  brand_hint: ["回到全图", "Back to the whole map"],
  other_language: ["English", "中文"],
  tools: ["工具", "Tools"],
  menu: ["更多", "More"],
  link_data: ["数据目录", "Data"],
  link_api: ["接口说明", "API"],
  link_help: ["键盘操作", "Keyboard"],
  close: ["关闭", "Close"],
  back: ["返回", "Back"],
  panel_size: ["展开或收起", "Larger or smaller"],
  busy: ["正在查询…", "Asking…"],
  map_label: ["地图", "Map"],
  map_help: ["方向键移动，加减键缩放，空格键查询地图中心。", "Arrow keys move, plus and minus zoom, space asks the centre of the map."],
  zoom_in: ["放大", "Zoom in"],
  zoom_out: ["缩小", "Zoom out"],
  whole: ["全图", "Whole map"],
  north: ["北", "N"],

  search: ["查找", "Search"],
  search_hint: ["地块编号、文号、地名、项目，或 经度,纬度", "Parcel, document, place, project, or lon,lat"],
  clear: ["清除", "Clear"],
  results: ["查找结果", "Results"],
  found_count: ["找到 {0} 项", "{0} found"],
  absent_then: ["登记册中 {0} 还没有 {1}。", "On {0} the register had no {1} yet."],
  found_none: ["没有找到“{0}”", "Nothing found for \"{0}\""],
  did_you_mean: ["是否要找", "Did you mean"],
  more_results: ["另有 {0} 项，请补充关键字", "{0} more; type more of it"],
  no_shape: ["登记册中无界线", "No boundary in the register"],
  no_shape_long: ["登记册中没有这个地块的界线，地图上无法显示。", "The register holds no boundary of this parcel, so the map cannot show it."],
  go_to_point: ["查询此处有什么", "What lies here"],
  kind_parcel: ["地块", "Parcel"],
  kind_document: ["文件", "Document"],
  kind_act: ["储备、供应、收回", "Act"],
  kind_site: ["地质灾害隐患点", "Hazard site"],
  kind_place: ["此处", "This place"],
  kind_shape: ["图形", "Shape"],
  parcels_of: ["{0} 个地块", "{0} parcels"],

  layers: ["图层", "Layers"],
  layers_and_legend: ["图层与图例", "Layers and legend"],
  schematic: ["示意", "schematic"],
  schematic_partly: ["含示意", "some schematic"],
  schematic_short: ["示意", "schem."],
  schematic_long: ["示意界线，不得作为认定权属或用途的依据。", "Schematic boundary: no question of law may rest on it."],
  base_map: ["底图：{0}", "Base map: {0}"],
  count: ["{0} 个", "{0}"],
  without_shape: ["{0} 个地块无界线，不在图上", "{0} have no boundary and are not drawn"],
  all_classes: ["显示全部 {0} 类", "Show all {0} classes"],
  fewer_classes: ["收起", "Show fewer"],
  use_unknown: ["未定用途", "use not known"],
  none_in_view: ["当前范围内没有", "None in view"],
  empty_register: ["登记册是空的", "The register is empty"],
  empty_register_long: ["还没有地块界线或参考图层。导入文件后，地图会在这里显示。", "No boundaries or layers yet. Once files are imported, the map appears here."],

  history: ["历史", "History"],
  history_slider: ["按日期查看", "State by date"],
  earlier: ["前一次变动", "Earlier change"],
  later: ["后一次变动", "Later change"],
  day: ["日期", "Day"],
  today: ["今天", "Today"],
  state_of: ["显示 {0} 的状态", "Showing the state of {0}"],
  back_to_today: ["回到今天", "Back to today"],

  shape_tool: ["图形查询", "Query by shape"],
  drawing: ["绘图", "Drawing"],
  shape_intro: ["画出或粘贴一个范围，查看它涉及哪些地块和图层、面积多少。", "Draw or paste an area to see which parcels and layers it meets, and how much of each."],
  draw_polygon: ["画多边形", "Draw a polygon"],
  draw_rectangle: ["画矩形", "Draw a rectangle"],
  paste_shape: ["粘贴或打开文件", "Paste or open a file"],
  draw_polygon_help: ["点击添加顶点，回车或双击完成，退格键撤销，Esc 取消。键盘：方向键移动地图，空格在中心添加顶点。", "Click adds a corner; Enter or double click finishes; Backspace undoes; Esc cancels. By keyboard: arrows move the map, space adds a corner at its centre."],
  draw_rectangle_help: ["点击两个对角，Esc 取消。键盘：方向键移动地图，空格在中心确定一角。", "Click two opposite corners; Esc cancels. By keyboard: arrows move the map, space sets a corner at its centre."],
  drawn_so_far: ["{0} 个顶点，约 {1}", "{0} corners, about {1}"],
  too_few: ["至少需要三个顶点", "Three corners are needed"],
  undo: ["撤销", "Undo"],
  finish: ["完成", "Finish"],
  cancel: ["取消", "Cancel"],
  paste_title: ["粘贴或打开图形", "Paste or open a shape"],
  paste_help: ["GeoJSON（经纬度）或自然资源部坐标交换 TXT。", "GeoJSON in longitude and latitude, or the ministry's coordinate text."],
  open_file: ["打开文件", "Open a file"],
  or_paste: ["或粘贴内容", "Or paste its text"],
  paste_example: ["[地块坐标]\n5,0.5,A-1,…,@\nJ1,1,4138079.7,37517050.3", "{\"type\":\"Polygon\",\"coordinates\":[[[111.18,37.36],…]]}"],
  crs: ["坐标系（可不填）", "Coordinate system (optional)"],
  crs_help: ["不填时按坐标数值和文件头判断。", "If left empty it is told by the numbers and the file's head."],
  paste_empty: ["请打开文件或粘贴内容。", "Open a file or paste its text."],
  ask_shape: ["查询", "Ask"],
  asked_area: ["图形面积", "Area of the shape"],
  asked_shapes: ["{0} 个图形", "{0} shapes"],
  shape_number: ["图形 {0}", "Shape {0}"],
  not_drawn: ["图形未能在地图上显示，以下结果不受影响。", "The shape could not be drawn on the map; the answer below stands."],
  meets_parcels: ["涉及的地块", "Parcels it meets"],
  meets_none: ["不涉及已登记界线的地块", "Meets no parcel with a boundary"],
  new_shape: ["重新画", "Another shape"],
  drawn_shape: ["绘制的图形", "Drawn shape"],

  here: ["此处的地块", "Parcels here"],
  here_none: ["此处没有已登记界线的地块", "No parcel with a boundary lies here"],
  here_several: ["此处有 {0} 个地块，请选择", "{0} parcels lie here; choose one"],
  may_be_anywhere: ["另有 {0} 个地块没有界线，可能在任何地方。", "{0} parcels have no boundary; they may be anywhere."],
  on_boundary: ["在边界上", "on the boundary"],
  plane_coordinates: ["平面坐标 {0}，{1}（{2}）", "{0}, {1} in {2}"],

  plan: ["所属规划", "Plan"],
  county: ["县", "County"],
  location: ["位置", "Location"],
  name: ["名称", "Name"],
  land_use: ["规划用途", "Planned use"],
  land_use_inferred: ["代码按名称推定", "code inferred from the name"],
  land_use_none: ["登记册中无用途", "No use in the register"],
  keeps_current_use: ["保留现状", "Keeps its present use"],
  status: ["状态", "Status"],
  indicators: ["控制指标", "Indicators"],
  indicators_none: ["登记册中无控制指标", "No indicators in the register"],
  area: ["面积", "Area"],
  area_m2: ["面积", "Area"],
  area_stated: ["文件所载", "As stated"],
  area_measured: ["图形量得", "As measured"],
  area_none: ["登记册中无面积", "No area in the register"],
  about: ["约", "c. "],
  square_metres: ["平方米", "m²"],
  hectares: ["公顷", "ha"],
  mu: ["亩", "mu"],
  boundary: ["界线", "Boundary"],
  approvals: ["批复与依据", "Approvals"],
  approvals_none: ["登记册中无相关文件", "No document in the register"],
  acts: ["储备、供应与收回", "Reserve, supply, reclaim"],
  aliases: ["其他编号", "Other numbers"],
  ten_thousand_yuan: ["万元", "10,000 yuan"],
  term_years: ["{0}年限 {1} 年", "{0} {1} years"],
  contract: ["合同 {0}", "contract {0}"],
  supervision: ["电子监管号 {0}", "supervision number {0}"],
  proposals: ["未生效的内容", "Not in force"],
  proposals_long: ["草案、请示、答复或未获批准的内容，不作为依据。", "Drafts, requests, answers and refusals: nothing rests on them."],
  ended_facts: ["已失效的内容", "No longer in force"],
  not_in_force: ["不在有效期内", "not in force"],
  revokes: ["撤销或废止", "Ends"],
  in_force_until: ["有效期至", "In force until"],
  document_ended: ["失效文件", "No longer in force"],
  acts_none: ["登记册中无供地事项", "No act in the register"],
  line: ["第{0}行", "line {0}"],
  line_range: ["第{0}–{1}行", "lines {0}–{1}"],
  show_lines: ["查看原文{0}", "Show {0} of the source"],
  lines_changed: ["原文件在导入后有改动，行文可能不同。", "The file was changed after import; its lines may differ."],
  lines_missing: ["原文件已不在原处，无法显示原文。", "The file is in another place now; its lines cannot be shown."],
  lines_unknown: ["登记库没有存这份文件的文字；用 yulin archive 可补存。", "The register does not keep the text of this file; yulin archive adds it."],
  lines_none: ["没有这些行。", "There are no such lines."],
  request: ["请示 {0}", "Request {0}"],
  of_parcel: ["占地块 {0}", "{0} of the parcel"],
  of_shape: ["占图形 {0}", "{0} of the shape"],
  of_found: ["占该地块 {0}", "{0} of it"],
  in_layers: ["各图层的情况", "What each layer says"],
  layers_need_shape: ["没有界线，无法与图层比对。", "Without a boundary it cannot be compared with layers."],
  answer_found: ["有", "Found"],
  answer_none: ["已查，无", "Checked, none"],
  answer_not_checked: ["未查", "Not checked"],
  reason_layer_missing: ["登记册中没有“{0}”图层", "the register has no layer \"{0}\""],
  features: ["{0} 个图斑", "{0} features"],
  features_more: ["另有 {0} 个", "{0} more"],
  features_unchecked: ["{0} 个图斑图形无效，未能比对", "{0} features are not valid and could not be compared"],
  feature: ["图斑 {0}", "feature {0}"],
  sliver: ["细碎", "sliver"],
  neighbours: ["相邻地块", "Neighbours"],
  neighbours_none: ["没有查到共界的地块", "No parcel shares its boundary"],
  shared_edge: ["共界 {0}", "{0} shared"],
  conflicts: ["这个地块的问题", "Conflicts of this parcel"],
  conflicts_none: ["已检查，没有发现问题", "Checked, no conflict found"],
  conflicts_not_checked: ["未能检查的规则", "Rules not checked"],
  parcel_history: ["变动记录", "What changed"],
  parcel_history_none: ["没有变动记录", "No changes on record"],
  lineage: ["来龙去脉", "Lineage"],
  split_from: ["分割自", "Split from"],
  split_into: ["分割为", "Split into"],
  merged_from: ["合并自", "Merged from"],
  merged_into: ["并入", "Merged into"],
  renumbered_from: ["原编号", "Formerly"],
  renumbered_to: ["改编号为", "Now"],
  parent_id: ["原地块", "Split from"],
  boundary_description: ["四至", "Bounds"],
  conditions: ["条件", "Conditions"],
  quality: ["性质", "Quality"],
  extras: ["其他记载", "Also stated"],
  downloads: ["下载", "Download"],
  print_report: ["打印报告", "Print report"],
  report: ["报告", "Report"],
  print_panel: ["打印本页", "Print this panel"],
  as_known: ["{0} 的状态；登记册记录至 {1}", "State of {0}, as recorded by {1}"],
  yes: ["是", "yes"],
  no: ["否", "no"],

  document_totals: ["合计", "Totals"],
  issuer: ["发文单位", "Issuer"],
  addressee: ["主送", "To"],
  date: ["日期", "Date"],
  township: ["乡镇", "Township"],
  village: ["村", "Village"],
  hazard_type: ["灾害类型", "Hazard"],
  exposed: ["威胁对象", "Exposed"],
  people: ["威胁人数", "People"],
  property_cny: ["威胁财产（元）", "Property (yuan)"],
  field_number: ["野外编号", "Field number"],
  responsible_township: ["责任乡镇", "Responsible township"],
  responsible_department: ["责任部门", "Responsible department"],
  no_coordinates: ["文件只写地名，没有坐标", "A place is named without coordinates"],

  findings: ["冲突检查", "Conflicts"],
  findings_asking: ["正在检查全部登记内容…", "Checking the whole register…"],
  findings_summary: ["{0} 个地块、{1} 份文件，共 {2} 条", "{0} parcels, {1} documents: {2} findings"],
  findings_shown: ["显示 {0} / {1} 条", "{0} of {1} shown"],
  findings_none: ["没有符合条件的问题", "Nothing matches"],
  filter_text: ["按文字筛选", "Filter by text"],
  filter_rule: ["规则", "Rule"],
  filter_family: ["类别", "Family"],
  filter_severity: ["程度", "Severity"],
  all_rules: ["全部规则", "All rules"],
  all_families: ["全部类别", "All families"],
  show_more: ["再显示 {0} 条", "Show {0} more"],
  not_checked_rules: ["未检查的规则", "Rules not checked"],
  partly_checked: ["部分未检查", "Partly not checked"],
  not_checked_note: ["未检查不等于没有问题。", "Not checked does not mean none."],
  times: ["{0} 处", "{0}"],
  accepted: ["已接受", "accepted"],
  advice: ["处理建议", "What to do"],
  open_parcel: ["打开地块 {0}", "Open parcel {0}"],
  no_finding_shape: ["这一条没有图形", "This one has no shape"],

  server_gone: ["连接不上服务器", "The server cannot be reached"],
  server_gone_long: ["请检查网络，或稍后再试。", "Check the network, or try again in a while."],
  retry: ["重试", "Try again"],
  fault: ["查询没有成功", "The question was not answered"],
  tiles_fault: ["部分地图没有读到", "Parts of the map could not be read"],
  dismiss: ["知道了", "Dismiss"],

  key_search: ["查找", "Search"],
  key_escape: ["取消绘图，或关闭面板", "Cancel drawing, or close the panel"],
  key_move: ["移动地图", "Move the map"],
  key_zoom: ["缩放", "Zoom"],
  key_centre: ["查询地图中心；绘图时添加顶点", "Ask the centre of the map; while drawing, add a corner"],
  key_finish: ["绘图时完成；列表中打开", "Finish drawing; open in a list"],
  key_undo: ["绘图时撤销一个顶点", "While drawing, undo a corner"],
  key_space: ["空格", "Space"],
};

let language = "zh";

/** Which language is spoken: "zh" or "en". */
export const spoken = () => language;

/** The word of a key, with {0}, {1} … replaced; the key itself where there is none. */
export function say(key, ...values) {
  const words = WORDS[key];
  const text = words ? words[language === "en" ? 1 : 0] : key;
  return text.replace(/\{(\d)\}/g, (_, index) => values[index] ?? "");
}

/** Whether the table has the key. */
export const known = (key) => key in WORDS;

/** Chooses between the two texts of the server: {zh, en}, or a plain text. */
export function pick(words) {
  if (words === null || words === undefined) return "";
  return typeof words === "string" ? words : words[language] ?? words.zh ?? words.en ?? "";
}

/** Which language to begin with: the user's choice, then the browser's, then the server's. */
export function chooseLanguage(server) {
  let stored = null;
  try { stored = localStorage.getItem("yulin.language"); } catch { /* storage may be forbidden */ }
  const browser = (navigator.languages ?? [navigator.language]).map((tag) => tag.slice(0, 2).toLowerCase())
    .find((tag) => tag === "zh" || tag === "en");
  speak(stored ?? browser ?? server ?? "zh");
}

/** Speaks a language from now on, and remembers it where the user chose it. */
export function speak(wanted, remember = false) {
  language = wanted === "en" ? "en" : "zh";
  document.documentElement.lang = language === "en" ? "en" : "zh-CN";
  if (!remember) return;
  try { localStorage.setItem("yulin.language", language); } catch { /* not remembered then */ }
}

/** Writes the words of all elements below `root` that name a key. */
export function applyWords(root = document) {
  for (const element of root.querySelectorAll("[data-word]")) element.textContent = say(element.dataset.word);
  for (const element of root.querySelectorAll("[data-label]")) element.setAttribute("aria-label", say(element.dataset.label));
  for (const element of root.querySelectorAll("[data-title]")) element.title = say(element.dataset.title);
  for (const element of root.querySelectorAll("[data-placeholder]")) element.placeholder = say(element.dataset.placeholder);
}
