using Emulation.Contracts.Nominations;
using Emulation.Documents.Composition;
using Emulation.Documents.Data;
using Emulation.Documents.Domain;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Documents.Features.Lines;

/// <summary>What the reactions to nominations share: one at a time per nomination and per draft.</summary>
internal sealed class LineKeeper(DocumentsDbContext db, TimeProvider time)
{
    public DateTimeOffset Now => time.GetUtcNow();

    public async Task<KnownNomination> KnownAsync(Guid nominationId, CancellationToken cancellationToken)
    {
        await db.LockKeyAsync($"nomination {nominationId}", cancellationToken);
        var known = await db.KnownNominations.FindAsync([nominationId], cancellationToken);
        if (known is null)
            db.KnownNominations.Add(known = new KnownNomination { NominationId = nominationId });
        return known;
    }

    /// <summary>The open draft that a nomination belongs to, begun if there is none.</summary>
    public async Task<Document> OpenDraftAsync(NominationSnapshot nomination, CancellationToken cancellationToken)
    {
        await db.LockKeyAsync($"draft {nomination.ProposingUnitCode} {nomination.CampaignId} {nomination.Year} {nomination.Level}", cancellationToken);
        var id = await db.Documents
            .Where(d => d.Type == DocumentType.Proposal && d.State == DocumentState.Draft && d.ProposingUnitCode == nomination.ProposingUnitCode
                && d.CampaignId == nomination.CampaignId && d.Year == nomination.Year && d.Level == nomination.Level)
            .Select(d => (Guid?)d.Id).SingleOrDefaultAsync(cancellationToken);
        // It may be issued between the two statements; then it takes no more lines and a new draft begins.
        if (id is { } found && await db.LockDocumentAsync(found, cancellationToken) is { State: DocumentState.Draft } draft)
            return draft;
        var (code, name) = await IssuingUnitAsync(nomination, cancellationToken);
        var begun = Document.Proposal(nomination, code, name, Now);
        db.Documents.Add(begun);
        return begun;
    }

    /// <summary>Drafts of proposals that hold the nomination, locked.</summary>
    public async Task<List<Document>> DraftsWithAsync(Guid nominationId, CancellationToken cancellationToken)
    {
        var ids = await db.Documents
            .Where(d => d.Type == DocumentType.Proposal && d.State == DocumentState.Draft && d.Lines.Any(l => l.NominationId == nominationId))
            .OrderBy(d => d.Id).Select(d => d.Id).ToListAsync(cancellationToken);
        var drafts = new List<Document>();
        foreach (var id in ids)
        {
            if (await db.LockDocumentAsync(id, cancellationToken) is { State: DocumentState.Draft } draft)
                drafts.Add(draft);
        }

        return drafts;
    }

    /// <summary>A commune does not write to itself: what its own chairman decides is proposed by its emulation council.</summary>
    private async Task<(string Code, string Name)> IssuingUnitAsync(NominationSnapshot nomination, CancellationToken cancellationToken)
    {
        var unit = await db.Units.AsNoTracking().SingleOrDefaultAsync(u => u.Code == nomination.ProposingUnitCode, cancellationToken)
            ?? Unit.Unregistered(nomination.ProposingUnitCode, nomination.ProposingUnitName);
        var toItself = nomination.Level == Contracts.Campaigns.AwardLevel.Ward && unit.IsCommuneLevel;
        return toItself
            ? (unit.Code + Issuer.CouncilSuffix, $"Hội đồng Thi đua - Khen thưởng {VietnameseText.InSentence(unit.Name, unit.Kind)}")
            : (unit.Code, unit.Name);
    }
}
