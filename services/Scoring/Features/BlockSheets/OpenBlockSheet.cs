using Emulation.Scoring.Data;
using Emulation.Scoring.Domain.Blocks;
using Emulation.Scoring.Domain.Formulas;
using Emulation.Scoring.Features.Blocks;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Emulation.Scoring.Features.BlockSheets;

/// <summary>Opens a member's sheet with its pledge (đăng ký giao ước thi đua, LTN-TD-26/IV.1.b, c).</summary>
public sealed record OpenBlockSheetRequest
{
    /// <summary>Identity of the emulation block, as <c>/emulation-blocks</c> names it.</summary>
    public required Guid BlockId { get; init; }

    /// <summary>Year of that block; refused when it is another's.</summary>
    [Between(2000, 2100)]
    public required int Year { get; init; }

    /// <summary>Code of the member; for a body outside the register its head opens the sheet.</summary>
    [Code]
    public required string Member { get; init; }

    /// <summary>Whole year (tổng kết) or first half (sơ kết).</summary>
    public ReviewPeriod Period { get; init; }

    /// <summary>Targets, one for each criterion scored against pledge and leader; may be completed until confirmed.</summary>
    [Items(0, 200)]
    public required PledgedTarget[] Pledge { get; init; }
}

internal static class OpenBlockSheet
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/", Handle)
        .WithName(nameof(OpenBlockSheet)).WithSummary("Đăng ký giao ước thi đua của một thành viên trong khối")
        .RequireAuthorization(Policies.ScoresWrite).WithIdempotency()
        .Produces<BlockSheetSummary>(StatusCodes.Status201Created).ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409);

    private static async Task<IResult> Handle(
        OpenBlockSheetRequest request, ScoringDbContext db, CurrentUser user, Intake intake, TimeProvider time, CancellationToken cancellationToken)
    {
        var (block, refused) = await db.BlockToUseAsync(request.BlockId, request.Year, user, cancellationToken);
        if (refused is not null)
            return refused.Result();
        if (!block!.MemberCodes.Contains(request.Member))
            return Problems.NotMember.At("/member").Result();
        if (block.Turn(user.UnitCode, block.PledgerOf(request.Member)) is { } other)
            return other.Result();
        var (scale, open) = await db.ScaleInForceAsync(block.Id, cancellationToken);
        if (open is not null)
            return open.Result();
        if (await Standing(db, request, cancellationToken) is { } standing)
            return standing.Result();
        var actor = user.Actor(time);
        var (sheet, changes, problem) = BlockSheet.Open(block.Id, request.Member, request.Period, scale!, request.Pledge, actor);
        if (problem is not null)
            return problem.Result();
        db.BlockSheets.Add(sheet!);
        db.Record(sheet!, "pledge", changes, actor, user);
        var answer = intake.Created($"/block-sheets/{sheet!.Id}", BlockSheetSummary.Of(sheet, scale!), sheet.Version);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return answer;
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { ConstraintName: BlockSheetConfiguration.UniqueMember })
        {
            return (await Standing(db, request, cancellationToken))!.Result();
        }
    }

    private static async Task<Problem?> Standing(ScoringDbContext db, OpenBlockSheetRequest request, CancellationToken cancellationToken) =>
        await db.BlockSheets.Where(s => s.BlockId == request.BlockId && s.Period == request.Period && s.Member == request.Member).Select(s => new { s.Id, s.Version }).SingleOrDefaultAsync(cancellationToken) is { } sheet
            ? Problems.BlockSheetExists with { Facts = new Dictionary<string, object?> { ["sheetId"] = sheet.Id, ["currentVersion"] = sheet.Version } } : null;
}
