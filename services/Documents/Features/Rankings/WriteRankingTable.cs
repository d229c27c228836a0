using System.ComponentModel.DataAnnotations;
using Emulation.Documents.Data;
using Emulation.Documents.Domain.Papers;
using Emulation.Documents.Domain.Rankings;
using Emulation.Documents.Features.Documents;
using Emulation.Documents.Features.Papers;
using Emulation.ServiceDefaults;

namespace Emulation.Documents.Features.Rankings;

/// <summary>Which ranking a Bảng xếp hạng is made of; all figures come from the ranking in force.</summary>
public sealed record WriteRankingTableRequest
{
    /// <summary>Code of the index set.</summary>
    [Required, Code]
    public required string IndexSet { get; init; }

    /// <summary>Index year, 2000–2100.</summary>
    [Between(2000, 2100)]
    public required int Year { get; init; }

    /// <summary>Ranking block: <c>phuong</c>, <c>xa-dac-khu</c>, <c>so-nganh</c>, or the caller's own offices: <c>noi-bo-10532</c>.</summary>
    [Required, Code]
    public required string Block { get; init; }
}

/// <summary>Thông báo kết quả xếp hạng, by the unit that owns the block (docs/adr/0021).</summary>
internal static class WriteRankingTable
{
    public static void Map(IEndpointRouteBuilder documents) => documents.MapPost("/ranking-tables", Handle)
        .RequireAuthorization(Policies.DocumentsIssue).WithIdempotency()
        .WithName(nameof(WriteRankingTable)).WithSummary("Soạn thông báo kết quả xếp hạng từ bảng xếp hạng đã công bố; dự thảo tự theo bản đính chính")
        .Produces<DocumentResponse>(201).ProducesProblem(400).ProducesProblem(403).ProducesProblem(404);

    private static async Task<IResult> Handle(WriteRankingTableRequest request, DocumentsDbContext db, CurrentUser user, PaperDesk desk, CancellationToken ct)
    {
        if (user.UnitCode != (RankingBlock.OwnerOf(request.Block) ?? Auth.CityUnit))
            return Problems.NotRanked.Result();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.LockKeyAsync(FollowRankingWhenPublished.Key(request.IndexSet, request.Year, request.Block), ct);
        if (await db.Rankings.FindAsync([request.IndexSet, request.Year, request.Block], ct) is not { } ranking)
            return Problems.NotRanked.Result();
        var table = RankingTable.Of(ranking, await db.UnitNamesAsync(ranking.Unranked, ct));
        var answer = await desk.BeginAsync(new PaperIssuer(null), table, ct);
        await transaction.CommitAsync(ct);
        return answer;
    }
}
