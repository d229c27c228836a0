using Emulation.Nominations.Data;
using Emulation.Nominations.Domain;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Nominations.Features.Nominations;

/// <summary>Many nominations at once; each is answered for itself, one bad item never spoils the others.</summary>
public sealed record SubmitNominationBatchRequest
{
    /// <summary>1–100 nominations.</summary>
    [Items(1, 100)]
    public required DraftNominationRequest[] Items { get; init; }
}

/// <summary>Answer to a batch, in the order of the request.</summary>
public sealed record SubmitNominationBatchResponse(IReadOnlyList<BatchItem> Items);

/// <summary>Answer to one item.</summary>
/// <param name="Status">HTTP status that the item alone would have got: 201 or that of its problem.</param>
/// <param name="Nomination">The nomination, when accepted.</param>
/// <param name="Problem">What is wrong, when refused; pointers are relative to the item.</param>
public sealed record BatchItem(int Status, NominationResponse? Nomination, Problem? Problem);

internal static class SubmitNominationBatch
{
    public static void Map(IEndpointRouteBuilder nominations) => nominations.MapPost("/batch", Handle)
        .RequireAuthorization(Policies.NominationsWrite).WithIdempotency()
        .WithName(nameof(SubmitNominationBatch)).WithSummary("Lập nhiều hồ sơ trong một lần gửi; trả lời theo từng hồ sơ")
        .Produces<SubmitNominationBatchResponse>().ProducesProblem(400).ProducesProblem(422);

    private static async Task<IResult> Handle(SubmitNominationBatchRequest request, NominationsDbContext db, Drafting drafting, Intake intake, CancellationToken ct)
    {
        var items = new List<BatchItem>();
        var references = await TakenReferencesAsync(request, db, drafting.User.Id, ct);
        foreach (var item in request.Items)
        {
            var (nomination, campaign, problem) = await drafting.DraftAsync(item, ct);
            problem ??= item.ExternalRef is { } reference && !references.Add(reference) ? Problems.ReferenceTaken.At("/externalRef") : null;
            problem ??= item.Submit ? SubmitNomination.Apply(nomination!, campaign!, item.LateReason, db, drafting.User, drafting.Now) : null;
            if (problem is not null)
            {
                if (nomination is not null)
                    Forget(db, nomination);
                items.Add(new BatchItem(problem.Status, null, problem));
                continue;
            }
            db.Nominations.Add(nomination!);
            items.Add(new BatchItem(StatusCodes.Status201Created, NominationResponse.Of(nomination!, campaign!), null));
        }
        var answer = intake.Ok(new SubmitNominationBatchResponse(items));
        await db.SaveChangesAsync(ct);
        return answer;
    }

    private static async Task<HashSet<string>> TakenReferencesAsync(SubmitNominationBatchRequest request, NominationsDbContext db, string caller, CancellationToken ct)
    {
        var asked = request.Items.Select(i => i.ExternalRef).OfType<string>().ToArray();
        return [.. await db.Nominations.AsNoTracking().Where(n => n.CreatedBy == caller && asked.Contains(n.ExternalRef)).Select(n => n.ExternalRef!).ToListAsync(ct)];
    }

    /// <summary>What a refused item had already put down for saving goes with it.</summary>
    private static void Forget(NominationsDbContext db, Nomination nomination)
    {
        foreach (var entry in db.ChangeTracker.Entries<AuditEntry>().Where(e => e.Entity.AggregateId == nomination.Id.ToString()).ToList())
            entry.State = EntityState.Detached;
    }
}
