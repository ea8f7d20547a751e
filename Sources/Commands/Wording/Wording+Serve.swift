import Dialogue
import Exchange
import Terms

extension Wording.Help {
  static let serve = Words(
    "启动地图网页与数据服务，供浏览器和 QGIS 使用。", "Serve the map page and the data, for browsers and QGIS.")
  static let serveMore = Words(
    """
    在浏览器中打开所示地址：地图、查询、冲突检查、按日期回看。同一地址提供 OGC API – Features、矢量瓦片\
    和与命令行相同的 JSON 查询（/lookup、/check、/history）。只读；默认只有本机能访问；不访问外部网络。\
    导入期间照常服务。Ctrl-C 停止。

    示例：yulin serve --store land.gpkg
    """,
    """
    Open the address it shows in a browser: the map, lookups, conflicts, the state of any day. The same \
    address offers OGC API – Features, vector tiles, and the questions of the command line as JSON \
    (/lookup, /check, /history). It is read-only, only this computer can reach it unless told otherwise, \
    and it needs no network. It goes on while files are imported. Ctrl-C stops it.

    Example: yulin serve --store land.gpkg
    """)
  static let port = Words("端口；默认 8731，0 表示任一空闲端口。", "The port; 8731, or 0 for any that is free.")
  static let host = Words(
    "监听的地址；默认 127.0.0.1，只有本机能访问。", "The address to listen on; 127.0.0.1, this computer alone.")
  static let serviceSettings = Words(
    "设置文件（JSON）：底图、别名、日志等。", "A file of settings in JSON: base map, names, log.")
  static let tianditu = Words(
    "天地图的密钥：以天地图为底图，浏览器须能上网。",
    "A key of 天地图, to lie below as base map; browsers then need the network.")
}

extension Wording {
  static let notAKey = Words("密钥只含字母和数字。", "A key has letters and digits alone.")

  static func notAPort(_ port: Int) -> Words {
    Words("没有端口 \(port)，应为 0 到 65535。", "There is no port \(port); it is 0 to 65535.")
  }

}
