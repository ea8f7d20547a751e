/// The first step of the schema: document versions and their facts, to which rows are only ever
/// added, and the tables of what is in force. Its text was released and is never changed.
enum FirstStep {
  /// All of it.
  static let sql = [GeoPackageTables.sql, history, layers].joined(separator: "\n")

  /// Document versions and their facts.
  ///
  /// Each fact is the Codable record as JSON in `record`: the one truth. Beside it stand the columns
  /// one searches by, written as plain columns and not generated from the JSON, because they are what
  /// Swift makes of it (keys without widths and spaces, plans without words of adjustment). Place and
  /// file stand in columns alone, since what a document says is the same wherever it is printed.
  ///
  /// `search_text` holds each different text of parcels and acts once, normalised: a place or a plan
  /// is looked for among some thousand texts and not among all facts. A substring of two characters
  /// must be found (城北), which SQLite's trigram index cannot do.
  ///
  /// `document_version.series` is the id of the first version of the same document. A version is in
  /// force at an instant when it is recorded by then and no later version of its series is.
  private static let history = """
    CREATE TABLE document_version (
      id INTEGER PRIMARY KEY,
      series INTEGER NOT NULL REFERENCES document_version(id),
      version INTEGER NOT NULL,
      key TEXT NOT NULL,
      number TEXT,
      title TEXT NOT NULL,
      date TEXT,
      kind TEXT NOT NULL,
      county TEXT,
      issuer TEXT,
      search TEXT NOT NULL,
      file TEXT NOT NULL,
      line_start INTEGER NOT NULL,
      line_end INTEGER NOT NULL,
      source_file TEXT NOT NULL,
      sha256 TEXT,
      extractor TEXT NOT NULL,
      digest TEXT NOT NULL,
      recorded_at TEXT NOT NULL,
      parcel_count INTEGER NOT NULL,
      transaction_count INTEGER NOT NULL,
      total_count INTEGER NOT NULL,
      site_count INTEGER NOT NULL,
      record TEXT NOT NULL,
      UNIQUE (series, version)
    );
    CREATE INDEX document_version_key ON document_version(key);
    CREATE INDEX document_version_recorded_at ON document_version(recorded_at);

    CREATE TABLE parcel_statement (
      id INTEGER PRIMARY KEY,
      document_version_id INTEGER NOT NULL REFERENCES document_version(id),
      ordinal INTEGER NOT NULL,
      plot_key TEXT,
      plan_key TEXT,
      area_m2 REAL,
      file TEXT,
      line_start INTEGER NOT NULL,
      line_end INTEGER NOT NULL,
      record TEXT NOT NULL
    );
    CREATE INDEX parcel_statement_version ON parcel_statement(document_version_id, ordinal);
    CREATE INDEX parcel_statement_plot ON parcel_statement(plot_key);
    CREATE INDEX parcel_statement_area
      ON parcel_statement(area_m2, plot_key, document_version_id);

    CREATE TABLE land_transaction (
      id INTEGER PRIMARY KEY,
      document_version_id INTEGER NOT NULL REFERENCES document_version(id),
      ordinal INTEGER NOT NULL,
      plot_key TEXT,
      area_m2 REAL,
      file TEXT,
      line_start INTEGER NOT NULL,
      line_end INTEGER NOT NULL,
      record TEXT NOT NULL
    );
    CREATE INDEX land_transaction_version ON land_transaction(document_version_id, ordinal);
    CREATE INDEX land_transaction_plot ON land_transaction(plot_key);
    CREATE INDEX land_transaction_area
      ON land_transaction(area_m2, plot_key, document_version_id);

    CREATE TABLE search_text (
      id INTEGER PRIMARY KEY,
      field TEXT NOT NULL,
      text TEXT NOT NULL,
      UNIQUE (field, text)
    );
    CREATE TABLE parcel_statement_text (
      search_text_id INTEGER NOT NULL REFERENCES search_text(id),
      fact_id INTEGER NOT NULL REFERENCES parcel_statement(id),
      PRIMARY KEY (search_text_id, fact_id)
    ) WITHOUT ROWID;
    CREATE TABLE land_transaction_text (
      search_text_id INTEGER NOT NULL REFERENCES search_text(id),
      fact_id INTEGER NOT NULL REFERENCES land_transaction(id),
      PRIMARY KEY (search_text_id, fact_id)
    ) WITHOUT ROWID;

    CREATE TABLE hazard_site (
      id INTEGER PRIMARY KEY,
      document_version_id INTEGER NOT NULL REFERENCES document_version(id),
      ordinal INTEGER NOT NULL,
      search TEXT NOT NULL,
      file TEXT,
      line_start INTEGER NOT NULL,
      line_end INTEGER NOT NULL,
      record TEXT NOT NULL
    );
    CREATE INDEX hazard_site_version ON hazard_site(document_version_id, ordinal);

    CREATE TABLE area_total (
      id INTEGER PRIMARY KEY,
      document_version_id INTEGER NOT NULL REFERENCES document_version(id),
      ordinal INTEGER NOT NULL,
      file TEXT,
      line_start INTEGER NOT NULL,
      line_end INTEGER NOT NULL,
      record TEXT NOT NULL
    );
    CREATE INDEX area_total_version ON area_total(document_version_id, ordinal);

    CREATE TABLE parcel_lineage (
      id INTEGER PRIMARY KEY,
      document_version_id INTEGER NOT NULL REFERENCES document_version(id),
      ordinal INTEGER NOT NULL,
      record TEXT NOT NULL
    );
    CREATE INDEX parcel_lineage_version ON parcel_lineage(document_version_id, ordinal);

    CREATE TABLE administrative_change (
      id INTEGER PRIMARY KEY,
      document_version_id INTEGER NOT NULL REFERENCES document_version(id),
      ordinal INTEGER NOT NULL,
      record TEXT NOT NULL
    );
    CREATE INDEX administrative_change_version
      ON administrative_change(document_version_id, ordinal);

    CREATE TABLE kinship_step (
      id INTEGER PRIMARY KEY,
      document_version_id INTEGER NOT NULL REFERENCES document_version(id),
      kind TEXT NOT NULL,
      from_key TEXT NOT NULL,
      to_key TEXT NOT NULL,
      from_number TEXT NOT NULL,
      to_number TEXT NOT NULL,
      plan_key TEXT,
      keeps_number INTEGER NOT NULL,
      line_start INTEGER NOT NULL,
      line_end INTEGER NOT NULL
    );
    CREATE INDEX kinship_step_version ON kinship_step(document_version_id);
    CREATE INDEX kinship_step_from ON kinship_step(from_key);
    CREATE INDEX kinship_step_to ON kinship_step(to_key);
    """

  /// What is in force now, with plain columns described to people, for QGIS and other readers; see
  /// ``LayerTable``.
  private static let layers = """
    CREATE TABLE parcels (
      fid INTEGER PRIMARY KEY NOT NULL
      , parcel_id TEXT
      , county TEXT
      , plan TEXT
      , name TEXT
      , land_use_scheme TEXT
      , land_use_code TEXT
      , land_use_name TEXT
      , area_m2 REAL
      , floor_area_ratio_min REAL
      , floor_area_ratio_max REAL
      , building_density_min REAL
      , building_density_max REAL
      , building_coefficient_min REAL
      , building_coefficient_max REAL
      , green_space_ratio_min REAL
      , green_space_ratio_max REAL
      , building_height_min REAL
      , building_height_max REAL
      , structure_height_min REAL
      , structure_height_max REAL
      , keeps_current_use BOOLEAN
      , status TEXT
      , location TEXT
      , last_document TEXT
      , last_date DATE
      , file TEXT
      , line_start INTEGER
      , line_end INTEGER
      , plot_key TEXT
      , plan_key TEXT
    );
    CREATE INDEX parcels_plot_key ON parcels(plot_key);
    CREATE INDEX parcels_status ON parcels(status);
    CREATE INDEX parcels_last_date ON parcels(last_date);

    CREATE TABLE transactions (
      fid INTEGER PRIMARY KEY NOT NULL
      , kind TEXT
      , concluded BOOLEAN
      , parcel_id TEXT
      , name TEXT
      , county TEXT
      , land_use_name TEXT
      , area_m2 REAL
      , party TEXT
      , amount_cny REAL
      , location TEXT
      , purpose TEXT
      , document TEXT
      , date DATE
      , file TEXT
      , line_start INTEGER
      , line_end INTEGER
    );
    CREATE INDEX transactions_date ON transactions(date);

    CREATE TABLE sites (
      fid INTEGER PRIMARY KEY NOT NULL
      , serial INTEGER
      , field_number TEXT
      , name TEXT
      , hazard_type TEXT
      , county TEXT
      , township TEXT
      , village TEXT
      , location TEXT
      , people INTEGER
      , property_cny REAL
      , exposed TEXT
      , cause TEXT
      , responsible_township TEXT
      , responsible_department TEXT
      , document TEXT
      , date DATE
      , file TEXT
      , line_start INTEGER
      , line_end INTEGER
    );

    CREATE TABLE documents (
      fid INTEGER PRIMARY KEY NOT NULL
      , number TEXT
      , title TEXT
      , date DATE
      , kind TEXT
      , county TEXT
      , issuer TEXT
      , version INTEGER
      , recorded_at DATETIME
      , parcel_count INTEGER
      , transaction_count INTEGER
      , site_count INTEGER
      , file TEXT
      , line_start INTEGER
      , line_end INTEGER
    );

    INSERT INTO gpkg_contents (table_name, data_type, identifier, description) VALUES
      ('parcels', 'attributes', '地块', '现行地块：用途、指标、状态、最近文件'),
      ('transactions', 'attributes', '储备供应收回', '现行文件批准的储备、供应、收回'),
      ('sites', 'attributes', '地质灾害隐患点', '现行名录中的地质灾害隐患点'),
      ('documents', 'attributes', '文件', '现行版本的文件');
    INSERT INTO gpkg_data_columns (table_name, column_name, title, description) VALUES
      ('parcels', 'parcel_id', '地块编号', NULL), ('parcels', 'county', '县区', NULL),
      ('parcels', 'plan', '所属规划', NULL), ('parcels', 'name', '名称', NULL),
      ('parcels', 'land_use_scheme', '用地分类标准', NULL),
      ('parcels', 'land_use_code', '用地代码', '混合用地以 / 分隔，主要用途在前'),
      ('parcels', 'land_use_name', '用地性质', NULL), ('parcels', 'area_m2', '面积（平方米）', '文件所载面积'),
      ('parcels', 'floor_area_ratio_min', '容积率下限', NULL),
      ('parcels', 'floor_area_ratio_max', '容积率上限', NULL),
      ('parcels', 'building_density_min', '建筑密度（%）下限', NULL),
      ('parcels', 'building_density_max', '建筑密度（%）上限', NULL),
      ('parcels', 'building_coefficient_min', '建筑系数（%）下限', NULL),
      ('parcels', 'building_coefficient_max', '建筑系数（%）上限', NULL),
      ('parcels', 'green_space_ratio_min', '绿地率（%）下限', NULL),
      ('parcels', 'green_space_ratio_max', '绿地率（%）上限', NULL),
      ('parcels', 'building_height_min', '建筑高度（米）下限', NULL),
      ('parcels', 'building_height_max', '建筑高度（米）上限', NULL),
      ('parcels', 'structure_height_min', '构筑物高度（米）下限', NULL),
      ('parcels', 'structure_height_max', '构筑物高度（米）上限', NULL),
      ('parcels', 'keeps_current_use', '保留现状', NULL),
      ('parcels', 'status', '状态', 'planned 已规划；reserved 已储备；supply_approved 供地已批；supplied 已供应；\
    reclaimed 已收回；superseded 已分割、合并或改号'),
      ('parcels', 'location', '位置', NULL), ('parcels', 'last_document', '最近文件文号', NULL),
      ('parcels', 'last_date', '最近文件日期', NULL), ('parcels', 'file', '来源文件', NULL),
      ('parcels', 'line_start', '起始行', NULL), ('parcels', 'line_end', '终止行', NULL),
      ('transactions', 'kind', '方式', NULL), ('transactions', 'concluded', '已成交', NULL),
      ('transactions', 'parcel_id', '地块编号', NULL), ('transactions', 'name', '项目名称', NULL),
      ('transactions', 'county', '县区', NULL), ('transactions', 'land_use_name', '用途', NULL),
      ('transactions', 'area_m2', '面积（平方米）', '文件所载面积'), ('transactions', 'party', '单位', NULL),
      ('transactions', 'amount_cny', '金额（元）', NULL), ('transactions', 'location', '位置', NULL),
      ('transactions', 'purpose', '目的', NULL), ('transactions', 'document', '文号', NULL),
      ('transactions', 'date', '文件日期', NULL), ('transactions', 'file', '来源文件', NULL),
      ('transactions', 'line_start', '起始行', NULL), ('transactions', 'line_end', '终止行', NULL),
      ('sites', 'serial', '总序号', NULL), ('sites', 'field_number', '野外编号', NULL),
      ('sites', 'name', '名称', NULL), ('sites', 'hazard_type', '灾害类型', NULL),
      ('sites', 'county', '县区', NULL), ('sites', 'township', '乡镇', NULL),
      ('sites', 'village', '村组', NULL), ('sites', 'location', '位置', NULL),
      ('sites', 'people', '威胁人数', NULL), ('sites', 'property_cny', '威胁财产（元）', NULL),
      ('sites', 'exposed', '承灾体', NULL), ('sites', 'cause', '主要成因', NULL),
      ('sites', 'responsible_township', '责任乡镇', NULL),
      ('sites', 'responsible_department', '责任部门', NULL), ('sites', 'document', '文号', NULL),
      ('sites', 'date', '文件日期', NULL), ('sites', 'file', '来源文件', NULL),
      ('sites', 'line_start', '起始行', NULL), ('sites', 'line_end', '终止行', NULL),
      ('documents', 'number', '文号', NULL), ('documents', 'title', '标题', NULL),
      ('documents', 'date', '日期', NULL), ('documents', 'kind', '类型', NULL),
      ('documents', 'county', '县区', NULL), ('documents', 'issuer', '发文机关', NULL),
      ('documents', 'version', '版本', NULL), ('documents', 'recorded_at', '登记时间（UTC）', NULL),
      ('documents', 'parcel_count', '地块数', NULL),
      ('documents', 'transaction_count', '储备供应收回数', NULL),
      ('documents', 'site_count', '隐患点数', NULL), ('documents', 'file', '来源文件', NULL),
      ('documents', 'line_start', '起始行', NULL), ('documents', 'line_end', '终止行', NULL);
    """
}
