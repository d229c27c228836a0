using Emulation.Campaigns.Data;
using Emulation.Campaigns.Domain;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Campaigns.Features.Units;

/// <summary>Enters many units at once, the whole register if need be. Order does not matter.</summary>
public sealed record RegisterUnitsRequest
{
    /// <summary>Units, 1–3000.</summary>
    [Items(1, 3000, AnswersNulls = true)]
    public required RegisterUnitRequest[] Items { get; init; }
}

/// <summary>Answer to a batch: what became of each item.</summary>
public sealed record UnitBatchResponse(int Created, int Unchanged, int Refused, UnitBatchItem[] Items);

/// <summary>What became of one item.</summary>
/// <param name="Index">Place in the request, from 0.</param>
/// <param name="Code">Code of the unit as sent.</param>
/// <param name="Outcome">What was done.</param>
/// <param name="Problem">Why it was refused; null otherwise.</param>
public sealed record UnitBatchItem(int Index, string? Code, UnitBatchOutcome Outcome, BatchProblem? Problem);

/// <summary>What was done with an item.</summary>
public enum UnitBatchOutcome
{
    /// <summary>Entered.</summary>
    Created,
    /// <summary>Stood already just so.</summary>
    Unchanged,
    /// <summary>Refused; the others are not affected.</summary>
    Refused,
}

/// <summary>Problem of one item; pointers are into the whole request.</summary>
public sealed record BatchProblem(string Code, string Title, string? Detail, FieldError[] Errors);

internal static class RegisterUnits
{
    public static void Map(IEndpointRouteBuilder group) =>
        group.MapPost("/units/batch", Handle)
            .WithName(nameof(RegisterUnits)).WithSummary("Ghi nhiều đơn vị trong một lần gửi, trả lời theo từng đơn vị")
            .RequireAuthorization(Policies.UnitsWrite).WithIdempotency()
            .Produces<UnitBatchResponse>().ProducesProblem(400).ProducesProblem(403);

    private static async Task<IResult> Handle(
        RegisterUnitsRequest request, CampaignsDbContext db, CurrentUser user, Intake intake, TimeProvider time, CancellationToken cancellationToken)
    {
        var known = await db.Units.ToDictionaryAsync(u => u.Code, cancellationToken);
        var now = time.GetUtcNow();
        var answers = new UnitBatchItem[request.Items.Length];
        // Those above first, so that a register in any order finds its parents.
        foreach (var (item, index) in request.Items.Select((item, index) => (item, index)).OrderBy(x => Depth(x.item)))
        {
            if (item is null)
            {
                answers[index] = new(index, null, UnitBatchOutcome.Refused, Describe(CommonProblems.Invalid.At("", "Mục trống."), index));
                continue;
            }
            var (unit, isNew, refused) = RegisterUnit.Enter(item.Entry(), known, user);
            if (isNew)
            {
                known[unit!.Code] = unit;
                RegisterUnit.Save(db, unit, user, now);
            }
            answers[index] = new(index, item.Code,
                refused is not null ? UnitBatchOutcome.Refused : isNew ? UnitBatchOutcome.Created : UnitBatchOutcome.Unchanged,
                refused is null ? null : Describe(refused, index));
        }
        int Count(UnitBatchOutcome outcome) => answers.Count(a => a.Outcome == outcome);
        var answer = intake.Ok(new UnitBatchResponse(Count(UnitBatchOutcome.Created), Count(UnitBatchOutcome.Unchanged), Count(UnitBatchOutcome.Refused), answers));
        await db.SaveChangesAsync(cancellationToken);
        return answer;
    }

    // The city has no parent; each level below adds one part to the code.
    private static int Depth(RegisterUnitRequest? item) =>
        item?.ParentCode is null ? 0 : 1 + item.ParentCode.Count(c => c == '-') + (item.ParentCode == Auth.CityUnit ? 0 : 1);

    private static BatchProblem Describe(Problem problem, int index) =>
        new(problem.Code, problem.Title, problem.Detail, [.. problem.Errors.Select(e => e with { Pointer = $"/items/{index}{e.Pointer}" })]);
}
