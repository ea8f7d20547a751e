@main
enum Yulin {
  static func main() {}
}
