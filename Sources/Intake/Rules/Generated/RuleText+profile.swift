// Made by Scripts/generate-rules from Data/rules/profile.yaml. Do not edit.
// swift-format-ignore-file

extension RuleText {
  static let profile = #"""
# The standard profile of rules: name, version, and the thresholds that all rules share.
# Every text stands in Chinese and English. A bureau's own profile names only what it changes:
# see Documentation/Rules.md.
name: standard
version: "2026-11"
# An overlap or a gap is a sliver where it keeps within both.
slivers:
  area_m2: 10
  area_over_perimeter_m: 0.05
  source:
    zh: 北京一套详细规划审查系统公开讨论中的做法；没有见到全国性规定
    en: Practice of a plan review system in Beijing, from its public threads; no national rule was found
# How a parcel over several zones is given one.
zones:
  share_of_parcel_percent: 10
  share_of_zone_percent: 50
  tie_percent: 1
  limit: 4
  source:
    zh: 参照纽约市宗地用途分区数据库公开的归属规则
    en: After the published rule of New York City's zoning tax lot database
# A finding that was accepted counts again where its land has grown by more than this since.
acceptances:
  growth_percent: 1
  source:
    zh: 本程序的取值：量算与舍入之外的变化
    en: Our own value; what is above measuring and rounding
"""#
}
