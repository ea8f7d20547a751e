// Made by Scripts/generate-rules from Data/rules/shapes.yaml. Do not edit.
// swift-format-ignore-file

extension RuleText {
  static let shapes = #"""
# Shapes: what a boundary must be before anything is measured on it.
family: shapes
rules:
  - code: shape_invalid
    title: {zh: 图形无效, en: Shape is not valid}
    about:
      zh: 界线自相交、环交叉等，面积和叠加都不可靠；这样的图形不参与精确计算。
      en: A boundary that crosses itself or whose rings cross has no reliable area; it takes no part in exact answers.
    message:
      zh: "{subject}的图形无效：{reason}"
      en: "the shape of {subject} is not valid: {reason}"
    advice:
      zh: 按位置核对界址点，改正后重新导入；也可在导入时用 --repair 修复，修复前后的面积会记录在案。
      en: Look at the points there, correct them and import the boundary again; or import with --repair, which records both areas.
    values:
      subject: {zh: 地块或图斑, en: parcel or feature}
      reason: {zh: 无效的原因, en: why it is not valid}
    severity: error
    scopes: [parcels, layers]
    responsibility: sender
    source:
      zh: OGC 06-103r4（简单要素）对面的要求；TD/T 1026 等数据质量要求有同类条款（未见原文）
      en: What OGC 06-103r4 (Simple Features) asks of polygons; data quality rules such as TD/T 1026 have the like (text not seen)
    examples:
      passes: {zh: 矩形地块，四个角点依次相连, en: A rectangle whose four corners follow one another}
      fails: {zh: 四个角点次序颠倒，边线成“8”字形, en: "The corners out of order, so that the edges form an eight"}

  - code: shape_not_processable
    title: {zh: 图形无法计算, en: Shape cannot be worked with}
    about:
      zh: 几何程序处理不了的图形。其余图形照常检查，不因此中断。
      en: A shape that the geometry library cannot handle. The others are checked all the same.
    message:
      zh: "{subject}的图形无法计算：{reason}（{message}）"
      en: "the shape of {subject} cannot be worked with: {reason} ({message})"
    advice:
      zh: 核对坐标是否完整、是否在本县范围内，改正后重新导入。
      en: See whether coordinates are missing or absurd; correct and import again.
    values:
      subject: {zh: 地块或图斑, en: parcel or feature}
      reason: {zh: 原因, en: the reason}
      message: {zh: 几何程序的原话, en: what the library said}
    severity: error
    scopes: [parcels, layers]
    responsibility: sender
    source:
      zh: 本程序的做法：处理不了的如实报告
      en: "This program's own: what cannot be handled is told"
    examples:
      passes: {zh: 坐标完整的图形, en: A shape whose coordinates are all there}
      fails: {zh: 坐标中有非数值, en: A coordinate that is no number}

  - code: shape_duplicate_vertex
    title: {zh: 界址点重复, en: Vertex stands twice}
    about:
      zh: 相邻两点坐标相同。不影响面积，但点号与成果表对不上。
      en: Two points that follow one another have the same coordinates. The area is the same, the numbering of points is not.
    message:
      zh: "{subject}有 {count} 处相邻界址点重复"
      en: "{subject} has {count} points at the place of the one before"
    advice:
      zh: 删去重复的点；成果表的点数一并改正。
      en: Delete the repeated points, and correct the count in the table of points.
    values:
      subject: {zh: 地块或图斑, en: parcel or feature}
      count: {zh: 处数, en: how many}
    severity: info
    scopes: [parcels, layers]
    responsibility: sender
    source:
      zh: 数据质量检查的通行做法；没有见到全国性规定
      en: Common practice of data checks; no national rule was found
    examples:
      passes: {zh: 相邻界址点坐标各不相同, en: No two points in a row are equal}
      fails: {zh: J3 与 J4 坐标相同, en: J3 and J4 have the same coordinates}

  - code: shape_spike
    title: {zh: 界线有尖刺, en: Spike in the boundary}
    about:
      zh: 界线折返成极小的夹角，多为误点或拓扑处理所致。
      en: The boundary turns back at a very small angle, mostly from a slip or from processing.
    message:
      zh: "{subject}的界线有 {count} 处尖刺（夹角小于 {angle}°，边长大于 {length}）"
      en: "the boundary of {subject} has {count} spikes (an angle under {angle}°, sides over {length})"
    advice:
      zh: 对照原图核对该处界址点，删去误点。
      en: Compare the points there with the original drawing and delete what is wrong.
    values:
      subject: {zh: 地块或图斑, en: parcel or feature}
      count: {zh: 处数, en: how many}
      angle: {zh: 夹角的限值, en: the limit of the angle}
      length: {zh: 边长的限值, en: the limit of the sides}
    severity: warning
    scopes: [parcels, layers]
    responsibility: sender
    parameters:
      angle: {value: 1, unit: degree, note: {zh: 夹角小于此值的折返为尖刺, en: A turn by less than this angle is a spike}}
      length: {value: 0.1, unit: m, note: {zh: 两边都长于此值才算, en: Both sides are longer than this}}
    source:
      zh: 本程序的取值；同类检查常见，限值各地不一
      en: Values of our own; such checks are common, their limits differ
    examples:
      passes: {zh: 直角转折, en: A right angle}
      fails: {zh: 界线伸出 5 米又原路折回, en: The boundary runs out five metres and back on itself}

  - code: shape_ring_direction
    title: {zh: 环的方向不合, en: Ring runs the wrong way}
    about:
      zh: 外环、内环的走向与格式要求不一致。面积不受影响。
      en: Outer and inner rings do not run as the format asks. The area is the same.
    message:
      zh: "{subject}有 {count} 个环的方向不合"
      en: "{subject} has {count} rings that run the wrong way"
    advice:
      zh: 一般不必处理；导出时会统一方向。
      en: Nothing needs to be done; what is exported runs as its format asks.
    values:
      subject: {zh: 地块或图斑, en: parcel or feature}
      count: {zh: 环数, en: how many}
    severity: info
    scopes: [parcels, layers]
    responsibility: sender
    source:
      zh: RFC 7946 与 OGC 06-103r4 对环方向的约定
      en: What RFC 7946 and OGC 06-103r4 say of rings
    examples:
      passes: {zh: 外环与内环方向相反, en: Outer and inner rings run against one another}
      fails: {zh: 内环与外环同向, en: An inner ring runs as the outer one does}

  - code: shape_duplicate
    title: {zh: 图形重复, en: Shape stands twice}
    about:
      zh: 两个图形完全相同，多为重复导入或同一宗地编了两个号。
      en: Two shapes are the same, mostly because one was sent twice or one plot has two numbers.
    message:
      zh: "{subject}与{other}的图形完全相同"
      en: "{subject} and {other} have the same shape"
    advice:
      zh: 查明是否同一宗地；重复的删去其一，编号不同的说明关系。
      en: Find out whether they are one plot; delete one, or record how the two numbers belong together.
    values:
      subject: {zh: 地块或图斑, en: parcel or feature}
      other: {zh: 另一地块或图斑, en: the other}
    severity: warning
    scopes: [parcels, layers]
    responsibility: sender
    source:
      zh: 数据质量检查的通行做法
      en: Common practice of data checks
    examples:
      passes: {zh: 相邻而不同的两个地块, en: Two parcels side by side}
      fails: {zh: A-01 与 A-07 界址点逐一相同, en: A-01 and A-07 agree point by point}

  - code: shape_complexity
    title: {zh: 图形过于复杂, en: Shape is very complex}
    about:
      zh: 顶点、部件或内环特别多的图形，多为扫描矢量化或误合并所致，也拖慢各种软件。
      en: Shapes with very many vertices, parts or holes mostly come from tracing scans or a mistaken merge, and slow every program down.
    message:
      zh: "{subject}有 {vertices} 个顶点、{parts} 个部件、{holes} 个内环"
      en: "{subject} has {vertices} vertices, {parts} parts, {holes} holes"
    advice:
      zh: 核对是否误把多个地块合为一个；必要时抽稀。
      en: See whether several parcels were merged by mistake; thin the vertices where needed.
    values:
      subject: {zh: 地块或图斑, en: parcel or feature}
      vertices: {zh: 顶点数, en: vertices}
      parts: {zh: 部件数, en: parts}
      holes: {zh: 内环数, en: holes}
    severity: warning
    scopes: [parcels, layers]
    responsibility: sender
    parameters:
      vertices: {value: 50000, note: {zh: 顶点多于此数, en: More vertices than this}}
      parts: {value: 500, note: {zh: 部件多于此数, en: More parts than this}}
      holes: {value: 500, note: {zh: 内环多于此数, en: More holes than this}}
    source:
      zh: 本程序的取值；法国规划数据校验程序有同类检查
      en: Values of our own; the validator of French planning data has the like
    examples:
      passes: {zh: 200 个顶点的地块, en: A parcel of 200 vertices}
      fails: {zh: 6 万个顶点的地块, en: "A parcel of 60,000 vertices"}

  - code: shape_repaired
    title: {zh: 图形经过修复, en: Shape was mended}
    about:
      zh: 导入时修复过的图形，面积可能与送来的不同，应由送件单位确认。
      en: A shape mended at import may have another area than the one that was sent; the sender should confirm it.
    message:
      zh: "{subject}的图形已修复（{reason}）：修复前 {before}，修复后 {after}"
      en: "the shape of {subject} was mended ({reason}): {before} before, {after} after"
    advice:
      zh: 请送件单位确认修复后的界线，或送来改正的图形。
      en: Have the sender confirm the mended boundary, or send a corrected one.
    values:
      subject: {zh: 地块或图斑, en: parcel or feature}
      reason: {zh: 原来的毛病, en: what was wrong}
      before: {zh: 修复前面积, en: area before}
      after: {zh: 修复后面积, en: area after}
    severity: warning
    scopes: [parcels, layers]
    responsibility: sender
    source:
      zh: 本程序的做法：改动过的都要留痕
      en: "This program's own: what was changed is told"
    examples:
      passes: {zh: 未经修复的图形, en: A shape that was not mended}
      fails: {zh: “8”字形界线修复成两个面, en: A boundary like an eight became two faces}
"""#
}
