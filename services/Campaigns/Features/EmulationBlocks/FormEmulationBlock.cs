using Emulation.Campaigns.Data;
using Emulation.Campaigns.Domain;
using Emulation.Contracts.Campaigns;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Emulation.Campaigns.Features.EmulationBlocks;

/// <summary>Forms an emulation block for a year (LTN-TD-26/IV.1.b, c).</summary>
public sealed record FormEmulationBlockRequest : EmulationBlockBody
{
    /// <summary>Code, lower-case with hyphens, unique for owner, kind of period and year: <c>khoi-thi-dua-8</c>.</summary>
    [Code]
    public required string Code { get; init; }

    /// <summary>Unit whose block it is: <c>31</c>, or the code of a ward, commune or special zone for its own blocks.</summary>
    [Text(40)]
    public required string OwnerUnitCode { get; init; }

    /// <summary>Calendar year, or school year for blocks in education (C-33).</summary>
    public EmulationPeriodKind PeriodKind { get; init; }

    /// <summary>Year, 2000–2100; of a school year the one it begins in.</summary>
    [Between(2000, 2100)]
    public required int Year { get; init; }
}

internal static class FormEmulationBlock
{
    public static void Map(IEndpointRouteBuilder group) =>
        group.MapPost("/emulation-blocks", Handle)
            .WithName(nameof(FormEmulationBlock)).WithSummary("Lập khối thi đua của năm: khối trưởng, khối phó, thành viên")
            .RequireAuthorization(Policies.CampaignsWrite).WithIdempotency()
            .Produces<EmulationBlockResponse>(201).ProducesProblem(400).ProducesProblem(403).ProducesProblem(409);

    private static async Task<IResult> Handle(
        FormEmulationBlockRequest request, CampaignsDbContext db, CurrentUser user, Intake intake, TimeProvider time, CancellationToken cancellationToken)
    {
        if (request.Code.Any(char.IsAsciiLetterUpper))
            return Problems.BlockInvalid.At("/code", "Mã khối viết thường, không dấu: khoi-thi-dua-8.").Result();
        if (!user.Sees(request.OwnerUnitCode))
            return CommonProblems.Forbidden.At("/ownerUnitCode", "Đơn vị nằm ngoài phạm vi được phân công.").Result();
        if (await db.Units.AsNoTracking().SingleOrDefaultAsync(u => u.Code == request.OwnerUnitCode, cancellationToken) is not { } owner)
            return Problems.UnknownUnit.At("/ownerUnitCode").Result();
        if (owner.Kind is not (UnitKind.City or UnitKind.Ward or UnitKind.Commune or UnitKind.SpecialZone))
            return Problems.BlockInvalid.At("/ownerUnitCode", "Khối thi đua do thành phố hoặc phường, xã, đặc khu lập.").Result();
        if (!owner.Active)
            return Problems.MemberInactive.At("/ownerUnitCode").Result();
        var (state, problem) = await EmulationBlockReading.ReadAsync(request, owner, request.PeriodKind, request.Year, [], db, cancellationToken);
        if (problem is not null)
            return problem.Result();
        if (await db.EmulationBlocks.AnyAsync(
                b => b.OwnerUnitCode == owner.Code && b.Code == request.Code && b.PeriodKind == request.PeriodKind && b.Year == request.Year, cancellationToken))
            return Problems.BlockTaken.At("/code").Result();
        var now = time.GetUtcNow();
        var block = EmulationBlock.Form(owner.Code, request.Code, request.PeriodKind, request.Year, state!, now);
        db.EmulationBlocks.Add(block);
        db.Record(block, EmulationBlockAction.Formed, null, user, now);
        var answer = intake.Created($"/emulation-blocks/{block.Id}", EmulationBlockResponse.Of(block), block.Version);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return answer;
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { ConstraintName: EmulationBlockConfiguration.UniqueCode })
        {
            return Problems.BlockTaken.At("/code").Result();
        }
    }
}
