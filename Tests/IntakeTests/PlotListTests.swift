import Intake
import Planning
import TestSupport
import Testing

/// Lists of acts in which some pieces of land have a number and some have none.
struct PlotListTests {
  @Test func aSingleNumberTakesNoOtherPieceOfLand() async throws {
    let text = """
      安和县人民政府关于同意储备三宗国有土地的批复

      安政函〔2024〕19号

      县自然资源局：

      经研究，批复如下：

      一、同意将下列土地纳入储备：

      1．位于东关街的工业用地，面积31200平方米；

      2．AH2024-02号宗地，位于建设路中段，面积20900平方米，用途为工业用地；

      3．原酒厂地块，面积6400平方米，用途为仓储用地。

      安和县人民政府
      2024年3月1日
      """
    let result = try await DocumentIntake().read(
      Array(text.utf8), name: "list.txt", path: "list.txt")
    let acts = try #require(result.documents.first?.transactions)
    #expect(acts.count == 3)
    #expect(Set(acts.compactMap { $0.area?.squareMetres }) == [31_200, 20_900, 6_400])
    #expect(acts.compactMap(\.parcelID) == ["AH2024-02"])
  }
}
