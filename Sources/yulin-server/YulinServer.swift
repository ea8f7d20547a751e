import Server

@main
enum YulinServer {
  static func main() async {
    await ServiceProgram.main()
  }
}
