/// The rules that a register is held against. A code is stable: it is never given to another rule.
public enum RuleCode: String, Hashable, Sendable, Codable, CaseIterable, CodingKeyRepresentable {
  // Shapes.
  case shapeInvalid = "shape_invalid"
  case shapeNotProcessable = "shape_not_processable"
  case shapeDuplicateVertex = "shape_duplicate_vertex"
  case shapeSpike = "shape_spike"
  case shapeRingDirection = "shape_ring_direction"
  case shapeDuplicate = "shape_duplicate"
  case shapeComplexity = "shape_complexity"
  case shapeRepaired = "shape_repaired"
  // Coverage.
  case coverageOverlap = "coverage_overlap"
  case coverageSliver = "coverage_sliver"
  case coverageGap = "coverage_gap"
  case coverageMissingVertex = "coverage_missing_vertex"
  case coverageOutsidePlan = "coverage_outside_plan"
  // Areas.
  case areaDiffers = "area_differs"
  case areaTotalMembers = "area_total_members"
  case areaPlanTotal = "area_plan_total"
  case areaActDiffers = "area_act_differs"
  // Indicators.
  case indicatorRange = "indicator_range"
  case indicatorEmptyInterval = "indicator_empty_interval"
  case indicatorMissing = "indicator_missing"
  case indicatorDirection = "indicator_direction"
  case indicatorConflict = "indicator_conflict"
  // Use.
  case useNotInScheme = "use_not_in_scheme"
  case useSchemeNotInForce = "use_scheme_not_in_force"
  case useNameMismatch = "use_name_mismatch"
  case useSuppliedAgainstPlan = "use_supplied_against_plan"
  case useReservedBlankSupplied = "use_reserved_blank_supplied"
  // Life cycle.
  case supplyWithoutReserve = "supply_without_reserve"
  case supplyWithoutPlan = "supply_without_plan"
  case reclaimedStillSupplied = "reclaimed_still_supplied"
  case adjustedAfterSupply = "adjusted_after_supply"
  case landCountedTwice = "land_counted_twice"
  case reserveTotal = "reserve_total"
  // The three lines, and what else land use is reviewed by.
  case farmlandOccupied = "farmland_occupied"
  case redlineOccupied = "redline_occupied"
  case growthBoundaryOutside = "growth_boundary_outside"
  case growthBoundaryZone = "growth_boundary_zone"
  case hazardNear = "hazard_near"
  case existingUseTaken = "existing_use_taken"
  // The register itself.
  case documentFileMissing = "document_file_missing"
  case boundaryOrphan = "boundary_orphan"
  case parcelWithoutBoundary = "parcel_without_boundary"
}
