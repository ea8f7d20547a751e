/// The step of the schema by which documents have a force and a life, and land all its numbers. Its
/// text was released and is never changed.
enum ForceStep {
  /// What a document does, from and until when, and which others it ends; the numbers of land beside
  /// the one that facts stand under; what acts state.
  ///
  /// `document_version.valid_from` is the date, or where there is none the first day of the year that
  /// number or title name. `document_ending` names documents by their key, whether they are known or
  /// not. `own_key` is the key of a fact's own number where it stands under that of another number of
  /// the same land. `plot_number` has the further numbers of the newest versions, `plot_join` for each
  /// number that other numbers go together with the key under which all of them stand: both follow from
  /// the facts.
  static let sql = """
    ALTER TABLE document_version ADD COLUMN force TEXT NOT NULL DEFAULT 'decides';
    ALTER TABLE document_version ADD COLUMN valid_from TEXT;
    ALTER TABLE document_version ADD COLUMN in_force_until TEXT;
    UPDATE document_version SET valid_from = coalesce(date, CASE
      WHEN instr(number, '〔') > 0 AND substr(number, instr(number, '〔') + 1, 4) GLOB '[12][0-9][0-9][0-9]'
      THEN substr(number, instr(number, '〔') + 1, 4) || '-01-01' END);
    CREATE INDEX document_version_until ON document_version(in_force_until)
      WHERE in_force_until IS NOT NULL;

    CREATE TABLE document_ending (
      document_version_id INTEGER NOT NULL REFERENCES document_version(id),
      ended_key TEXT NOT NULL,
      PRIMARY KEY (document_version_id, ended_key)
    ) WITHOUT ROWID;

    ALTER TABLE parcel_statement ADD COLUMN own_key TEXT;
    ALTER TABLE land_transaction ADD COLUMN own_key TEXT;
    CREATE TABLE plot_number (
      number_key TEXT NOT NULL,
      own_key TEXT NOT NULL,
      document_version_id INTEGER NOT NULL REFERENCES document_version(id),
      PRIMARY KEY (number_key, own_key, document_version_id)
    ) WITHOUT ROWID;
    CREATE INDEX plot_number_own ON plot_number(own_key);
    CREATE INDEX plot_number_version ON plot_number(document_version_id);
    CREATE TABLE plot_join (
      own_key TEXT PRIMARY KEY,
      plot_key TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE INDEX plot_join_plot ON plot_join(plot_key);
    INSERT OR IGNORE INTO plot_number
      SELECT upper(replace(e.value, ' ', '')), t.plot_key, t.document_version_id
      FROM land_transaction t JOIN document_version v ON v.id = t.document_version_id
        JOIN json_each(t.record, '$.extras') e
      WHERE t.plot_key IS NOT NULL AND e.key IN ('合同编号', '电子监管号', '宗地代码', '不动产单元号')
        AND e.value NOT GLOB '*[^0-9A-Za-z /-]*' AND length(e.value) > 5
        AND NOT EXISTS (
          SELECT 1 FROM document_version w WHERE w.series = v.series AND w.version > v.version);

    ALTER TABLE documents ADD COLUMN force TEXT;
    ALTER TABLE documents ADD COLUMN in_force BOOLEAN;
    ALTER TABLE documents ADD COLUMN in_force_from DATE;
    ALTER TABLE documents ADD COLUMN in_force_until DATE;
    ALTER TABLE documents ADD COLUMN ended_by TEXT;
    UPDATE documents SET force = 'decides', in_force = 1, in_force_from = (
      SELECT valid_from FROM document_version v
      WHERE v.series = documents.fid AND v.version = documents.version);
    CREATE INDEX documents_without_force ON documents(in_force) WHERE in_force = 0;

    ALTER TABLE transactions ADD COLUMN stage TEXT;
    ALTER TABLE transactions ADD COLUMN aliases TEXT;
    ALTER TABLE transactions ADD COLUMN start_price_cny REAL;
    ALTER TABLE transactions ADD COLUMN reserve_price_cny REAL;
    ALTER TABLE transactions ADD COLUMN deposit_cny REAL;
    ALTER TABLE transactions ADD COLUMN increment_cny REAL;
    ALTER TABLE transactions ADD COLUMN price_per_mu_cny REAL;
    ALTER TABLE transactions ADD COLUMN rent_cny REAL;
    ALTER TABLE transactions ADD COLUMN terms TEXT;
    ALTER TABLE transactions ADD COLUMN announced_on DATE;
    ALTER TABLE transactions ADD COLUMN closing_on DATE;
    ALTER TABLE transactions ADD COLUMN signed_on DATE;
    ALTER TABLE transactions ADD COLUMN handover_on DATE;
    ALTER TABLE transactions ADD COLUMN start_on DATE;
    ALTER TABLE transactions ADD COLUMN completion_on DATE;
    ALTER TABLE transactions ADD COLUMN contract_number TEXT;
    ALTER TABLE transactions ADD COLUMN supervision_number TEXT;
    ALTER TABLE transactions ADD COLUMN conditions TEXT;
    UPDATE transactions SET stage = CASE WHEN concluded THEN 'concluded' ELSE 'approved' END;

    ALTER TABLE parcels ADD COLUMN aliases TEXT;

    INSERT INTO gpkg_data_columns (table_name, column_name, title, description) VALUES
      ('documents', 'force', '效力', 'decides 批准决定；refuses 不予批准；revokes 撤销；repeals 废止；proposes 草案公示；\
    requests 请示申请；replies 答复；announces 公告；reports 结果情况；promises 承诺；rules 规则'),
      ('documents', 'in_force', '有效', NULL),
      ('documents', 'in_force_from', '生效日期', NULL),
      ('documents', 'in_force_until', '失效日期', '有效的最后一日'),
      ('documents', 'ended_by', '失效依据', '撤销或废止它的文件'),
      ('transactions', 'stage', '阶段', 'planned 列入计划；approved 已批准；announced 已公告；concluded 已成交；\
    failed 未成交；terminated 已终止'),
      ('transactions', 'aliases', '其他编号', NULL),
      ('transactions', 'start_price_cny', '起始价（元）', NULL),
      ('transactions', 'reserve_price_cny', '底价（元）', NULL),
      ('transactions', 'deposit_cny', '保证金（元）', NULL),
      ('transactions', 'increment_cny', '增价幅度（元）', NULL),
      ('transactions', 'price_per_mu_cny', '每亩单价（元）', NULL),
      ('transactions', 'rent_cny', '年租金（元）', NULL),
      ('transactions', 'terms', '年限', NULL),
      ('transactions', 'announced_on', '公告日期', NULL),
      ('transactions', 'closing_on', '截止日期', NULL),
      ('transactions', 'signed_on', '签订日期', NULL),
      ('transactions', 'handover_on', '交地日期', NULL),
      ('transactions', 'start_on', '开工日期', NULL),
      ('transactions', 'completion_on', '竣工日期', NULL),
      ('transactions', 'contract_number', '合同编号', NULL),
      ('transactions', 'supervision_number', '电子监管号', NULL),
      ('transactions', 'conditions', '规划条件', NULL),
      ('parcels', 'aliases', '其他编号', NULL);
    UPDATE gpkg_data_columns SET description = replace(
        description, 'supply_approved', 'planned_supply 列入供应计划；supply_approved')
      WHERE table_name = 'parcels' AND column_name = 'status';
    """

  /// What a register that has not had the step yet is seen with.
  static let shadow = """
    CREATE TEMP VIEW document_version AS
      SELECT *, 'decides' AS force, date AS valid_from, NULL AS in_force_until
      FROM main.document_version;
    CREATE TEMP TABLE document_ending (document_version_id INTEGER, ended_key TEXT);
    CREATE TEMP TABLE plot_number (
      number_key TEXT, own_key TEXT, document_version_id INTEGER);
    CREATE TEMP TABLE plot_join (own_key TEXT PRIMARY KEY, plot_key TEXT);
    """
}
