using Emulation.ServiceDefaults;

namespace Emulation.Identity.Domain;

/// <summary>A role: what its holder may do inside the scope of the holder's unit.</summary>
/// <param name="Key">Key in tokens and requests.</param>
/// <param name="Name">Name in Vietnamese.</param>
/// <param name="Scopes">Scopes granted, each the name of a policy.</param>
/// <param name="CityOnly">True when it makes sense for the city's own unit only.</param>
public sealed record Role(string Key, string Name, string[] Scopes, bool CityOnly = false);

/// <summary>The one table of roles and scopes (design §7).</summary>
public static class Roles
{
    private static readonly string[] Reads =
        [Policies.UnitsRead, Policies.CampaignsRead, Policies.ScoresRead, Policies.NominationsRead, Policies.CouncilRead, Policies.DocumentsRead];

    private static readonly string[] UnitOfficerScopes =
    [
        .. Reads, Policies.CampaignsWrite, Policies.ReportsWrite, Policies.ScoresWrite, Policies.NominationsWrite, Policies.NominationsDecide, Policies.CouncilManage,
        Policies.InitiativesRecognise, Policies.DocumentsIssue,
        // For the unit's own offices: whoever owns a block governs it (CVA-26/IV.1).
        Policies.IndexSetsWrite, Policies.ScoresAppraise, Policies.RankingsPublish,
    ];

    public static readonly Role CityOfficer = new("city-officer", "Cán bộ thành phố",
    [
        .. Reads, Policies.UnitsWrite, Policies.CampaignsWrite, Policies.ReportsWrite, Policies.ScoresAppraise, Policies.IndexSetsWrite, Policies.RankingsPublish,
        Policies.NominationsDecide, Policies.HoldsWrite, Policies.CouncilManage, Policies.CouncilVote, Policies.InitiativesRecognise, Policies.DocumentsIssue, Policies.AuditRead,
    ], CityOnly: true);

    public static readonly Role UnitOfficer = new("unit-officer", "Cán bộ đơn vị", [.. UnitOfficerScopes, Policies.HoldsWrite, Policies.CouncilVote]);

    /// <summary>Chairman or vice chairman, head of a department: approves what the unit sends out.</summary>
    public static readonly Role UnitLeader = new("unit-leader", "Lãnh đạo đơn vị", [.. Reads, Policies.ScoresApprove, Policies.NominationsDecide, Policies.NominationsConfirm, Policies.HoldsWrite, Policies.CouncilVote, Policies.CouncilApprove, Policies.DocumentsSign]);

    public static readonly Role OfficeOfficer = new("office-officer", "Cán bộ phòng, ban", [.. Reads, Policies.ReportsWrite, Policies.ScoresWrite, Policies.NominationsWrite, Policies.CouncilVote]);

    /// <summary>Sees the agendas of the councils it sits on and the dossiers on them, not the nominations of its unit.</summary>
    public static readonly Role CouncilMember = new("council-member", "Thành viên Hội đồng Thi đua - Khen thưởng",
        [Policies.UnitsRead, Policies.CampaignsRead, Policies.ScoresRead, Policies.CouncilRead, Policies.CouncilVote]);

    /// <summary>A ward's own system; registration may narrow its scopes.</summary>
    public static readonly Role Machine = new("machine", "Hệ thống của đơn vị", [.. UnitOfficerScopes, Policies.ScoresApprove, Policies.NominationsConfirm, Policies.CouncilApprove, Policies.DocumentsSign]);

    public static readonly Role Auditor = new("auditor", "Kiểm tra, giám sát", [.. Reads, Policies.AuditRead]);

    public static readonly Role Operator = new("operator", "Quản trị vận hành",
        [Policies.AccountsWrite, Policies.Operate, Policies.AuditRead, Policies.UnitsRead], CityOnly: true);

    /// <summary>Of the installation's own client only: nobody can be given it over the API.</summary>
    public static readonly Role Admin = new("admin", "Quản trị hệ thống", Policies.All, CityOnly: true);

    private static readonly Dictionary<string, Role> Assignable =
        new[] { CityOfficer, UnitOfficer, UnitLeader, OfficeOfficer, CouncilMember, Machine, Auditor, Operator }.ToDictionary(r => r.Key);

    /// <summary>Roles that carry a scope.</summary>
    public static IEnumerable<Role> With(string scope) => Assignable.Values.Where(r => r.Scopes.Contains(scope));

    public static Role? Find(string key) => Assignable.GetValueOrDefault(key);

    /// <summary>Scopes of any stored role.</summary>
    public static string[] ScopesOf(string key) => key == Admin.Key ? Admin.Scopes : Find(key)?.Scopes ?? [];

    public static string NameOf(string key) => key == Admin.Key ? Admin.Name : Find(key)?.Name ?? "";
}
