import Planning
import Testing

@Suite("The colours of land use")
struct LandUseColourTests {
  let colours = LandUseColours.standard
  let vocabulary = LandUseVocabulary.standard

  @Test("Every class of MNR-2023 has a colour, a third-level class that of the class above")
  func everyClassOfTheGuideHasAColour() throws {
    for item in vocabulary.classes where item.scheme == .mnr2023 {
      let colour = try #require(colours.colour(of: item), "\(item.code)")
      guard item.level == 3, let parent = item.parent else { continue }
      #expect(colour == colours.colour(of: parent, in: .mnr2023), "\(item.code)")
    }
  }

  @Test(
    "The colours are those that planners draw with",
    arguments: [
      ("070102", "#FFFF2D"), ("0702", "#FFFF2D"), ("080403", "#FF85C9"), ("0803", "#FF7F00"),
      ("090104", "#FF0000"), ("100101", "#BB9674"), ("1310", "#006380"), ("1401", "#00FF00"),
      ("16", "#FFFFFF"), ("0303", "#68B167"),
    ])
  func colourOfAClass(code: String, colour: String) {
    #expect(colours.colour(of: code, in: .mnr2023)?.hexadecimal == colour)
  }

  @Test("A mixed use has the colour of its main use")
  func mixedUse() {
    #expect(colours.colour(of: "070102/0702", in: .mnr2023)?.hexadecimal == "#FFFF2D")
    #expect(colours.colour(of: "1101-07", in: .mnr2023)?.hexadecimal == "#8761D3")
  }

  @Test("Classes of the other schemes have the colour of their counterpart")
  func counterparts() {
    #expect(colours.colour(of: "R2", in: .gb50137)?.hexadecimal == "#FFFF2D")
    #expect(colours.colour(of: "0701", in: .gbt21010)?.hexadecimal == "#FFFF2D")
    // 0601 is industry in GB/T 21010 and a village road in MNR-2023.
    #expect(colours.colour(of: "0601", in: .gbt21010)?.hexadecimal == "#BB9674")
    #expect(colours.colour(of: "G1", in: .gb50137)?.hexadecimal == "#00FF00")
  }

  @Test("A code that no scheme has, and a code without a scheme, have none")
  func unknownCode() {
    #expect(colours.colour(of: "9999", in: .mnr2023) == nil)
    #expect(colours.colour(of: "0701", in: .unknown) == nil)
  }

  @Test("A colour reads back what it writes")
  func hexadecimal() {
    let colour = MapColour(red: 0, green: 165, blue: 124)
    #expect(colour.hexadecimal == "#00A57C")
    #expect(MapColour(hexadecimal: "#00A57C") == colour)
    #expect(MapColour(hexadecimal: "#00A57") == nil)
    #expect(MapColour(hexadecimal: "#00A5ZZ") == nil)
  }
}
