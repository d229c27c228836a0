using Emulation.Contracts.Campaigns;
using Emulation.Nominations.Data;
using Emulation.Nominations.Domain;
using Emulation.Nominations.Domain.Dossiers;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Nominations.Features.Dossiers;

/// <summary>A dossier taken out to be worked on: nobody else changes its papers meanwhile.</summary>
internal sealed record OpenDossier(Nomination Nomination, KnownCampaign Campaign, Standing Standing, Dossier? File)
{
    public bool Received => File?.IsReceived(Nomination) == true;
}

/// <summary>Finds dossiers in scope and says how they stand.</summary>
internal sealed class DossierDesk(NominationsDbContext db, CurrentUser user, TimeProvider time)
{
    public CurrentUser User => user;

    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>How the dossier of a nomination stands; null when its category is no longer in the plan.</summary>
    public async Task<Standing?> StandingAsync(Nomination nomination, KnownCampaign campaign, CancellationToken ct)
    {
        if (campaign.Category(nomination.CategoryKey) is not { } category)
            return null;
        var papers = await db.Papers.Where(p => p.NominationId == nomination.Id).ToListAsync(ct);
        return Standing.Of(nomination, category, papers, Day(nomination));
    }

    /// <summary>What a dossier without a paper yet lacks.</summary>
    public MissingPart[] MissingAtFirst(Nomination nomination, KnownCampaign campaign) =>
        campaign.Category(nomination.CategoryKey) is { } category ? MissingPart.Of(Standing.Of(nomination, category, [], Day(nomination))) : [];

    /// <summary>The law of the day on which it was handed in, until then of today.</summary>
    public DateOnly Day(Nomination nomination) => VietnamTime.DateOf(nomination.SubmittedAt ?? Now);

    /// <summary>Takes dossiers out, in scope, for the transaction that is open; the problem points at the one that is not there.</summary>
    public async Task<(OpenDossier[] Dossiers, Problem? Problem)> OpenAsync(Guid[] ids, CancellationToken ct)
    {
        var visible = await db.Nominations.VisibleTo(user, n => n.Nominee.UnitCode).Where(n => ids.Contains(n.Id)).Select(n => n.Id).ToListAsync(ct);
        if (Array.FindIndex(ids, i => !visible.Contains(i)) is >= 0 and var missing)
            return ([], ids.Length == 1 ? CommonProblems.NotFound : CommonProblems.NotFound.At($"/nominationIds/{missing}"));
        // One after the other, and always in the same order: two who file at once both find their version kept.
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM nominations WHERE id = ANY ({ids}) ORDER BY id FOR UPDATE", ct);
        var nominations = await db.Nominations.Where(n => ids.Contains(n.Id)).ToDictionaryAsync(n => n.Id, ct);
        var campaignIds = nominations.Values.Select(n => n.CampaignId).Distinct().ToArray();
        var campaigns = await db.Campaigns.AsNoTracking().Where(c => campaignIds.Contains(c.Id)).ToDictionaryAsync(c => c.Id, ct);
        var papers = (await db.Papers.Where(p => ids.Contains(p.NominationId)).ToListAsync(ct)).ToLookup(p => p.NominationId);
        var files = await db.Dossiers.Where(d => ids.Contains(d.NominationId)).ToDictionaryAsync(d => d.NominationId, ct);
        return ([.. ids.Select(i => nominations[i]).Select(n =>
        {
            var category = campaigns[n.CampaignId].Category(n.CategoryKey);
            return new OpenDossier(n, campaigns[n.CampaignId], category is null ? new([]) : Standing.Of(n, category, papers[n.Id], Day(n)), files.GetValueOrDefault(n.Id));
        })], null);
    }

    /// <summary>Notes what is wanting in each part; true when the receipt by the proposing unit had already ended its term.</summary>
    public async Task<bool> ReturnedAsync(Nomination nomination, PartReason[] parts, CancellationToken ct)
    {
        var file = await db.Dossiers.FirstOrDefaultAsync(d => d.NominationId == nomination.Id, ct);
        var received = file?.IsReceived(nomination) == true && nomination.State is NominationState.Submitted or NominationState.Agreed;
        if (file is null)
            db.Dossiers.Add(file = new Dossier { NominationId = nomination.Id });
        file.Return(parts, Now);
        return received;
    }

    /// <summary>Whether the caller belongs to the unit that proposes, or below it: nobody above works on its papers.</summary>
    public bool OfProposer(Nomination nomination) =>
        user.UnitCode == nomination.ProposingUnitCode || user.UnitCode.StartsWith(nomination.ProposingUnitCode + "-", StringComparison.Ordinal);

    /// <summary>Adds a version, or says why the caller may not.</summary>
    public Problem? File(OpenDossier dossier, PartStanding part, Func<int, Paper> version, string action, string? reason)
    {
        var (nomination, asked) = (dossier.Nomination, part.Asked);
        if (!OfProposer(nomination) || (asked.OfProposer && user.UnitCode != nomination.ProposingUnitCode))
            return Problems.PaperOfAnother;
        if (part.Current is { } current && current.UnitCode != user.UnitCode)
            return Problems.PaperOfAnother.With($"{asked.Part.Name} do đơn vị mang mã {current.UnitCode} nộp.");
        if (nomination.ChangeDossier() is { } refused)
            return refused;
        if (part.Current is not null && dossier.Received && asked.Due == PartDue.Receipt)
            return Problems.PaperReceived;
        var paper = version(part.Versions.Length + 1);
        db.Papers.Add(paper);
        db.Audit("nomination", nomination.Id, action, user.Id, Now, reason,
            new { Part = asked.Key, Version = paper.Number, paper.Hash, paper.DocumentSymbol, Unit = user.UnitCode }, user.RemoteAddress);
        return null;
    }

    /// <summary>Whose minutes the paper is to be; the caller may name it, but not another than asked (C-19).</summary>
    public static Problem? WrongMinutes(AskedPart asked, MinutesOf? named) =>
        named is null || named == asked.Minutes ? null
        : Problems.WrongMinutes.At("?minutes", asked.Minutes is { } minutes ? $"Trường hợp này cần {minutes.Vietnamese()}." : "Thành phần này không phải biên bản.");

    public static Problem UnknownPart(Standing standing, string key) =>
        Problems.UnknownPart.With(standing.Parts.Length == 0 ? $"“{key}”: trường hợp này không yêu cầu hồ sơ trước."
            : $"“{key}” không có; hạng mục này gồm: {string.Join(", ", standing.Parts.Select(p => p.Asked.Key))}.");

    public static Problem Incomplete(PartStanding[] missing) => Problems.DossierIncomplete with
    {
        Detail = string.Join(" ", missing.Select(m => m.Missing)),
        Errors = [.. missing.Select(m => new FieldError($"/dossier/{m.Asked.Key}", m.Missing!))],
    };
}
