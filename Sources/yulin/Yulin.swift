import Commands

@main
enum Yulin {
  static func main() async {
    await Program.main()
  }
}
