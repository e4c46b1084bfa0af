//! Labels that say a number is something else: for the counter-context of rules.

/// Labels of numbers that are no personal identifier or one of another kind, and after which any run of
/// digits may stand; the given ones first.
macro_rules! other_numbers {
    ($($first:literal),* $(,)?) => {
        &[
            $($first,)*
            "注文番号", "ご注文", "注文No", "注文ID", "受注番号", "発注番号", "オーダー番号", "伝票",
            "送り状", "追跡番号", "追跡コード", "問い合わせ番号", "問合せ番号", "問合番号", "荷物番号",
            "受付番号", "受付No", "申請書ID", "申請番号", "予約番号", "予約コード", "確認番号", "会員番号", "会員No", "会員ID",
            "顧客番号", "顧客コード", "お客様番号", "お客さま番号", "お客様コード", "契約番号", "証券番号",
            "請求書番号", "請求番号", "見積番号", "見積書番号", "領収書番号", "納品書番号", "品番", "型番",
            "型式", "商品コード", "商品番号", "製品番号", "製造番号", "シリアル", "ロット", "車台番号",
            "JAN", "バーコード", "ISBN", "管理番号", "案件番号", "チケット番号", "受験番号", "学籍番号",
            "学生番号", "社員番号", "職員番号", "診察券", "患者番号", "カルテ", "事業所番号", "店舗コード",
            "照会番号", "配送番号", "依頼番号", "届出番号", "交付番号", "通知番号", "発行番号", "申込番号",
            "応募番号", "抽選番号", "引換番号", "出荷番号", "貨物番号", "便名", "認定番号", "許可番号",
            "認可番号", "出願番号", "検体番号", "部品番号", "図面番号", "図番", "機番", "メーター",
            "供給地点", "社員ID", "社員コード", "得意先コード", "取引先コード", "ユーザーID", "ログインID",
            "資料番号", "文書番号", "取引番号", "決済番号", "承認番号", "バージョン",
            "order", "order no", "order number", "tracking", "tracking number", "invoice", "ticket",
            "serial", "model", "sku", "part number", "customer number", "member number", "case number",
            "reference", "lot", "version",
            "po", "rma", "booking", "confirmation number", "employee id", "student no",
        ]
    };
}
