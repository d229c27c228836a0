using System.Text.Json;
using Emulation.Nominations.Data;
using Emulation.Nominations.Domain;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Emulation.Nominations.Features.Nominations;

/// <summary>Many nominations at once; each is answered for itself, one bad item never spoils the others.</summary>
public sealed record SubmitNominationBatchRequest
{
    /// <summary>1–100 items, each as the body of <c>POST /nominations</c>.</summary>
    [Items(1, 100)]
    public required JsonElement[] Items { get; init; }
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
    private const int Tries = 3;

    public static void Map(IEndpointRouteBuilder nominations) => nominations.MapPost("/batch", Handle)
        .RequireAuthorization(Policies.NominationsWrite).WithIdempotency()
        .WithName(nameof(SubmitNominationBatch)).WithSummary("Lập nhiều hồ sơ trong một lần gửi; trả lời theo từng hồ sơ")
        .Produces<SubmitNominationBatchResponse>().ProducesProblem(400).ProducesProblem(422);

    private static async Task<IResult> Handle(
        SubmitNominationBatchRequest request, NominationsDbContext db, Drafting drafting, StepRules rules, Intake intake, HttpContext http, CancellationToken ct)
    {
        var read = new List<(DraftNominationRequest? Item, Problem? Problem)>();
        foreach (var element in request.Items)
            read.Add(await BatchItems.ReadAsync<DraftNominationRequest>(element, http));
        for (var attempt = 1; ; attempt++)
        {
            var answer = intake.Ok(new SubmitNominationBatchResponse(await TakeAsync(read, db, drafting, rules, ct)));
            try
            {
                await db.SaveChangesAsync(ct);
                return answer;
            }
            catch (DbUpdateException e) when (attempt < Tries && e.InnerException is PostgresException { ConstraintName: DraftNomination.UniqueReference })
            {
                // Somebody used one of the references meanwhile: now it is seen, and only its item is refused.
                foreach (var entry in db.ChangeTracker.Entries().Where(x => x.Entity is Nomination or AuditEntry or OutboxMessage).ToList())
                    entry.State = EntityState.Detached;
            }
        }
    }

    private static async Task<List<BatchItem>> TakeAsync(List<(DraftNominationRequest? Item, Problem? Problem)> read, NominationsDbContext db, Drafting drafting, StepRules rules, CancellationToken ct)
    {
        var items = new List<BatchItem>();
        var references = await TakenReferencesAsync(read.Select(r => r.Item?.ExternalRef), db, drafting.User.Id, ct);
        foreach (var (item, unreadable) in read)
        {
            if (item is null)
            {
                items.Add(new BatchItem(unreadable!.Status, null, unreadable));
                continue;
            }
            var (nomination, campaign, problem) = await drafting.DraftAsync(item, ct);
            problem ??= item.ExternalRef is { } reference && !references.Add(reference) ? Problems.ReferenceTaken.At("/externalRef") : null;
            problem ??= item.Submit ? await SubmitNomination.ApplyAsync(nomination!, campaign!, item.LateReason, db, rules, drafting.User, drafting.Now, ct) : null;
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
        return items;
    }

    private static async Task<HashSet<string>> TakenReferencesAsync(IEnumerable<string?> references, NominationsDbContext db, string caller, CancellationToken ct)
    {
        var asked = references.OfType<string>().ToArray();
        return [.. await db.Nominations.AsNoTracking().Where(n => n.CreatedBy == caller && asked.Contains(n.ExternalRef)).Select(n => n.ExternalRef!).ToListAsync(ct)];
    }

    /// <summary>What a refused item had already put down for saving goes with it.</summary>
    private static void Forget(NominationsDbContext db, Nomination nomination)
    {
        foreach (var entry in db.ChangeTracker.Entries<AuditEntry>().Where(e => e.Entity.AggregateId == nomination.Id.ToString()).ToList())
            entry.State = EntityState.Detached;
    }
}
