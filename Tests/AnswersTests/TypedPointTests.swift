import Answers
import Planning
import SimpleFeatures
import Testing

@Suite("Points as people type them")
struct TypedPointTests {
  @Test(
    "Two numbers with a comma between are a point",
    arguments: ["111.18,37.34", " 111.18 , 37.34 ", "111.18，37.34"])
  func points(_ text: String) {
    #expect(TypedPoint(text)?.first == 111.18)
    #expect(TypedPoint(text)?.second == 37.34)
  }

  @Test(
    "Anything else is none",
    arguments: ["NX-03", "111.18", "1,2,3", "a,b", ",", "1e5,2", "中阳,37.34", "0x10,3", "nan,1"])
  func others(_ text: String) {
    #expect(TypedPoint(text) == nil)
  }

  @Test("The converse of a relation is that of the second to the first")
  func converses() {
    #expect(SpatialRelation.contains.converse == .within)
    #expect(SpatialRelation.covers.converse == .coveredBy)
    for relation in SpatialRelation.allCases { #expect(relation.converse.converse == relation) }
  }
}
