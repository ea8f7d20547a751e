// Made by Scripts/generate-vocabularies from Data/vocabularies/area-comparison.csv. Do not edit.
// swift-format-ignore-file

extension VocabularyText {
  static let areaComparison = #"""
rule,value,label,note
equal_up_to,0.05,m2,less than this is how numbers are printed
info_up_to,1,m2,a stated area in hectares with four decimals has a resolution of 1 m2
warning_up_to_share,0.001,0.1 %,above this share and above info_up_to a difference is a warning
error_above_share,0.01,1 %,above this share a difference is an error
ratio_tolerance,0.01,1 %,how near a ratio must be to betray a unit
unit_ratio,10000,10000,square metres where hectares are expected
unit_ratio,0.0001,1/10000,hectares where square metres are expected
unit_ratio,15,15,mu where hectares are expected
unit_ratio,0.066666666666666667,1/15,hectares where mu are expected
unit_ratio,0.0015,0.0015,mu where square metres are expected
unit_ratio,666.66666666666667,2000/3,square metres where mu are expected
unit_ratio,1000000,1000000,square metres where square kilometres are expected
unit_ratio,0.000001,1/1000000,square kilometres where square metres are expected
"""#
}
