using Emulation.Contracts.Campaigns;
using Emulation.Nominations.Data;
using Emulation.Nominations.Domain;
using Emulation.Nominations.Domain.Register;
using Emulation.Nominations.Features.Eligibility;
using Emulation.Nominations.Features.Quotas;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Nominations.Features.Nominations;

/// <summary>Makes a judged nomination out of a request, or says what is wrong with it. Shared by drafting, batches and checks.</summary>
public sealed class Drafting(NominationsDbContext db, CurrentUser user, TimeProvider time)
{
    public CurrentUser User => user;

    public DateTimeOffset Now => time.GetUtcNow();

    public async Task<(Nomination? Nomination, KnownCampaign? Campaign, Problem? Problem)> DraftAsync(DraftNominationRequest request, CancellationToken ct)
    {
        var campaign = await db.Campaigns.AsNoTracking().FirstOrDefaultAsync(c => c.Code == request.Campaign, ct);
        if (campaign?.Snapshot is not { } plan)
            return Refuse(Problems.UnknownCampaign.At("/campaign", $"“{request.Campaign}” chưa được phát động hoặc không tồn tại."));
        if (campaign.Category(request.Category) is not { } category)
            return Refuse(Problems.UnknownCategory.At("/category", $"“{request.Category}” không có trong phong trào {campaign.Code}."));
        if (campaign.Closed)
            return Refuse(Problems.CampaignClosed);
        if (request.Nominee.Kind != category.Recipient)
            return Refuse(Problems.WrongRecipient.At("/nominee/kind"));
        var year = request.Year ?? (category.Cadence == Cadence.Period ? plan.ToYear : null);
        if (year is null || year < plan.FromYear || year > plan.ToYear)
            return Refuse(Problems.YearOutside.At("/year", $"Cần năm từ {plan.FromYear} đến {plan.ToYear}."));

        var lineage = await LineageAsync(request.Nominee.UnitCode, ct);
        if (lineage.Count == 0)
            return Refuse(Problems.UnknownUnit.At("/nominee/unitCode", $"Không có đơn vị mang mã “{request.Nominee.UnitCode}”."));
        if (!lineage[0].Active)
            return Refuse(Problems.UnitInactive.At("/nominee/unitCode"));
        if (!user.Sees(lineage[0].Code))
            return Refuse(Problems.NotYourUnit.At("/nominee/unitCode"));
        // A vertical agency stands below no commune, and may yet be awarded outside its quota (CH-26-30/III.2.1.2.b.2).
        if (lineage.All(u => u.Code != plan.UnitCode) && !(category.Quotas.Any(q => q.OutsideQuota) && lineage.Any(u => u.Kind == UnitKind.VerticalAgency)))
            return Refuse(Problems.OutsideCampaign.At("/nominee/unitCode", $"Phong trào {campaign.Code} do {plan.UnitName} phát động."));
        var proposer = lineage.FirstOrDefault(u => u.Kind is UnitKind.Ward or UnitKind.Commune or UnitKind.SpecialZone or UnitKind.Department or UnitKind.VerticalAgency) ?? lineage[0];
        if (await CheckAsync(proposer.Code, category, request.InitiativeIds, request.Attestations, request.Grades, [], ct) is { } wrong)
            return Refuse(wrong);

        var nominee = request.Nominee.Of(lineage[0].Code, lineage[0].Name);
        if (await CheckMeritsAsync(nominee, request.MeritIds, ct) is { } unknownMerit)
            return Refuse(unknownMerit);
        if (OutsideQuota.Wrong(category, request.OutsideQuotaReason) is { } noReason)
            return Refuse(noReason);

        var now = Now;
        var nomination = new Nomination
        {
            CampaignId = campaign.Id,
            CategoryKey = category.Key,
            Level = category.Level,
            Year = year.Value,
            ProposingUnitCode = proposer.Code,
            ProposingUnitName = proposer.Name,
            RankedUnitCode = lineage.FirstOrDefault(u => u.RankingBlock is not null)?.Code,
            CreatedBy = user.Id,
            CreatedAt = now,
            ExternalRef = request.ExternalRef,
            Nominee = nominee,
            MeritIds = request.MeritIds,
            Achievement = request.Achievement,
            // A repeated id stays visible to the judge, which warns and counts it once.
            InitiativeIds = request.InitiativeIds,
            Attestations = request.Attestations,
            Grades = request.Grades,
            Service = request.Service,
            OutsideQuotaReason = request.OutsideQuotaReason,
        };
        (await FactSource.LoadAsync(db, [nomination], time, ct, campaign)).Judge(nomination);
        db.Audit("nomination", nomination.Id, "drafted", user.Id, now, changes: new { nomination.CategoryKey, nomination.Year, nomination.Eligibility }, from: user.RemoteAddress);
        return (nomination, campaign, null);
    }

    private static (Nomination?, KnownCampaign?, Problem?) Refuse(Problem problem) => (null, null, problem);

    /// <summary>The unit and all above it, nearest first; empty when the unit is not known.</summary>
    private async Task<List<KnownUnit>> LineageAsync(string code, CancellationToken ct)
    {
        string[] codes = [code, .. UnitCodes.Above(code)];
        var units = await db.Units.AsNoTracking().Where(u => codes.Contains(u.Code)).ToDictionaryAsync(u => u.Code, ct);
        var lineage = new List<KnownUnit>();
        for (var next = code; next is not null && units.Remove(next, out var unit); next = unit.ParentCode)
            lineage.Add(unit);
        return lineage;
    }

    /// <summary>Initiatives must be of the proposing unit or below it; statements must be ones the category asks for and the caller may make, or stand there already.</summary>
    public async Task<Problem?> CheckAsync(
        string proposer, AwardCategory category, Guid[] initiativeIds, Attestation[] attestations, YearGrade[] grades, Attestation[] standing, CancellationToken ct)
    {
        if (Unknown(attestations, category) is { } unknown)
            return unknown;
        if (Array.FindIndex(attestations, a => !user.MayAttestAs(a.By) && !standing.Contains(a)) is >= 0 and var foreign)
            return Problems.NotYoursToAttest.At($"/attestations/{foreign}/by", "Cơ quan đó tự xác nhận tại hồ sơ.");
        if (Array.FindIndex(grades, g => grades.Count(o => o.Year == g.Year) > 1) is >= 0 and var twice)
            return Problems.GradeTwice.At($"/grades/{twice}/year");
        if (initiativeIds.Length == 0)
            return null;
        var below = proposer + "-";
        var known = await db.Initiatives.AsNoTracking()
            .Where(i => initiativeIds.Contains(i.Id) && (i.UnitCode == proposer || i.UnitCode.StartsWith(below))).Select(i => i.Id).ToListAsync(ct);
        var missing = Array.FindIndex(initiativeIds, i => !known.Contains(i));
        return missing < 0 ? null : Problems.UnknownInitiative.At($"/initiativeIds/{missing}");
    }

    /// <summary>Merits must be the nominee's own.</summary>
    public async Task<Problem?> CheckMeritsAsync(Nominee nominee, Guid[] meritIds, CancellationToken ct)
    {
        if (meritIds.Length == 0)
            return null;
        var own = NomineeRef.Of(nominee);
        var merits = await db.Merits.AsNoTracking().Where(m => meritIds.Contains(m.Id)).ToListAsync(ct);
        var missing = Array.FindIndex(meritIds, i => !merits.Any(m => m.Id == i && m.Nominee.Same(own)));
        return missing < 0 ? null : Problems.UnknownMerit.At($"/meritIds/{missing}");
    }

    /// <summary>A statement or clause that the category does not ask for would be silently without effect: say so instead.</summary>
    internal static Problem? Unknown(Attestation[] attestations, AwardCategory category)
    {
        var conditions = Conditions(category.Standard.Canonical).Concat(category.Standard.Literal is { } l ? Conditions(l) : []).ToArray();
        var statements = conditions.OfType<Attested>().Select(a => a.Statement).ToHashSet();
        if (conditions.OfType<ByLaw>().Any())
            statements.Add(Domain.Eligibility.NomineeConditions.ByLawStatement);
        var clauses = conditions.Select(c => c.Clause).ToHashSet();
        for (var i = 0; i < attestations.Length; i++)
        {
            var attestation = attestations[i];
            if (!statements.Contains(attestation.Statement))
                return Problems.UnknownClause.At($"/attestations/{i}/statement", $"Hạng mục này dùng: {string.Join(", ", statements.Order())}.");
            if (attestation.Clause is { } clause && !clauses.Contains(clause))
                return Problems.UnknownClause.At($"/attestations/{i}/clause", $"Khoản “{clause}” không có trong tiêu chuẩn của hạng mục.");
        }
        return null;
    }

    private static IEnumerable<Condition> Conditions(Condition condition) => condition switch
    {
        AllOf all => all.Conditions.SelectMany(Conditions).Prepend(condition),
        AnyOf any => any.Conditions.SelectMany(Conditions).Prepend(condition),
        _ => [condition],
    };
}
