using Emulation.Portal.Clients;

namespace Emulation.Portal.Documents;

/// <summary>A paper to be begun: what it says, in the shape the Documents service takes.</summary>
/// <param name="Route">Kind of paper in the address.</param>
/// <param name="UnitCode">Issuer when it is not the person's own unit: the council.</param>
/// <param name="Body">Content.</param>
public sealed record PaperBody(string Route, string? UnitCode, object Body);

/// <summary>Carries what other services know into papers, so that nobody copies it by hand.</summary>
internal static class PaperBodies
{
    private const string CouncilSuffix = "-HDTDKT";

    public static PaperBody Minutes(MinutesAnswer m) => new("minutes", m.UnitCode + CouncilSuffix, new
    {
        m.SessionId, m.CouncilName, m.CouncilDecision, m.CouncilDecisionDate, m.Title, m.OpenedAt, m.ConcludedAt, m.Place, m.ChairName, m.SecretaryName, m.Attendance,
        Items = m.Items.OrderBy(i => i.Order).Select(i => new
        {
            i.Subject, i.Rule.Ballot, i.Rule.Threshold, i.Rule.MoreThan, i.Rule.Of, i.Rule.LegalBasis, i.OffNote, i.Conclusion, i.Approved, i.LeftOutReason,
            Conflicts = i.Conflicts.Where(c => c.Stands).Select(c => new { c.MemberName, c.Detail }),
            Result = i.Result is { } r ? new { r.Tally.Yes, r.Tally.No, r.Tally.Abstain, r.Tally.Invalid, r.Base, r.Share, r.Outcome } : null,
            Votes = i.Votes.Select(v => new { v.Name, v.Choice, v.Reason }),
        }),
        m.Approved, m.ApprovedAt, m.ApprovalNote,
    });

    public static PaperBody Ballot(SessionAnswer s) => new("ballots", s.UnitCode + CouncilSuffix, new
    {
        SessionId = s.Id, s.CouncilName, s.Title, On = ServiceDefaults.VietnamTime.DateOf(s.At), Items = s.Live.Where(i => i.Secret).OrderBy(i => i.Order).Select(i => new { i.Subject }),
    });

    /// <param name="n">The nomination.</param>
    /// <param name="earlier">What the register holds under the nominee's name and unit.</param>
    /// <param name="initiatives">Initiatives that the nomination rests on.</param>
    public static PaperBody Achievement(NominationDetail n, IEnumerable<RegisterEntryAnswer> earlier, IEnumerable<InitiativeAnswer> initiatives) => new("achievement-reports", null, new
    {
        n.CampaignId, n.CampaignName, NominationId = n.Id, Recipient = n.Nominee.Kind, NomineeName = n.Nominee.Name,
        n.Nominee.Position, NomineeUnit = n.Nominee.UnitName, AwardName = n.Award?.Name ?? n.CategoryName, AchievedIn = n.Year,
        Achievements = n.Achievement.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        Index = (n.Index ?? []).Select(i => new { i.Year, i.Index, i.Rank, i.UnrankedReason }),
        Initiatives = initiatives.Select(i => new { Name = i.Title, Recognition = Recognition(i) }),
        EarlierAwards = earlier.Where(e => !e.Cancelled && e.NominationId != n.Id).OrderBy(e => e.Year)
            .Select(e => new { e.Year, Name = e.AwardName, e.DecisionNumber, e.DecisionDate, Issuer = e.DecidingUnitName }),
    });

    private static string? Recognition(InitiativeAnswer i) => !i.Recognised ? null
        : i.DecisionNumber is { } number ? $"Quyết định số {number}{(i.DecisionDate is { } day ? $" {Words.Date(day)}" : "")}" : "đã được công nhận";

    public static PaperBody Ranking(CityRanking r) => new("ranking-tables", null, new { r.IndexSet, r.Year, r.Block });
}
