extension Role {
    /// The role in words.
    package var words: Words {
        switch self {
        case .constructionUnit: Words("建设单位", "construction unit")
        case .community: Words("社区", "community")
        case .ownersBody: Words("业委会", "owners' body")
        case .resident: Words("居民", "resident")
        case .volunteerSupervisor: Words("民间监理员", "volunteer supervisor")
        case .renovationOffice: Words("旧改办", "renovation office")
        case .leadingGroup: Words("领导小组", "leading group")
        case .contractor: Words("施工单位", "contractor")
        case .epcContractor: Words("工程总承包单位", "EPC contractor")
        case .designer: Words("设计单位", "designer")
        case .surveyor: Words("勘察单位", "surveyor")
        case .supervisor: Words("监理单位", "supervisor")
        case .agentConstruction: Words("代建单位", "agent construction unit")
        case .wholeProcessConsultant: Words("全过程工程咨询单位", "whole-process consultant")
        case .costConsultant: Words("造价咨询单位", "cost consultant")
        case .trackingAuditor: Words("跟踪审计单位", "tracking auditor")
        case .tenderAgency: Words("招标代理机构", "tender agency")
        case .projectManagement: Words("项目管理单位", "project management unit")
        case .supplier: Words("供应单位", "supplier")
        case .utility: Words("专营单位", "utility")
        case .qualityStation: Words("质监站", "quality station")
        case .financeBureau: Words("财政部门", "finance bureau")
        case .observer: Words("外部监督员", "external observer")
        case .systemAdministrator: Words("系统管理员", "system administrator")
        case .securityAdministrator: Words("安全管理员", "security administrator")
        case .auditAdministrator: Words("审计管理员", "audit administrator")
        case .system: Words("系统", "system")
        }
    }
}
