using Emulation.Documents.Data;
using Emulation.Documents.Domain;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Documents.Features.Documents;

/// <summary>Filters of the register; all optional.</summary>
/// <param name="Search">Words, with or without marks, each in the symbol, the abstract, the campaign, the issuing unit or the name of a nominee; at most 100 characters.</param>
/// <param name="UnitCode">Issuing unit, with the bodies below it.</param>
/// <param name="Type">Abbreviation: <c>TTr</c>, <c>QĐ</c> (also <c>QD</c>), <c>KH</c>, <c>TB</c> …</param>
/// <param name="Year">Year of the achievement.</param>
/// <param name="NominationId">Documents that name this nomination.</param>
/// <param name="State"><c>draft</c> or <c>issued</c>.</param>
/// <param name="DecisionId">The document that puts this decision into writing.</param>
/// <param name="After">Id of the last document of the page before.</param>
/// <param name="Limit">1–200, default 50.</param>
public sealed record DocumentFilter(string? Search, string? UnitCode, string? Type, int? Year, Guid? NominationId, Choice<DocumentState>? State, Guid? DecisionId, Guid? After, int? Limit);

internal static class ListDocuments
{
    private const int LongestSearch = 100;

    public static void Map(IEndpointRouteBuilder documents) => documents.MapGet("/", Handle)
        .RequireAuthorization(Policies.DocumentsRead)
        .WithName(nameof(ListDocuments)).WithSummary("Sổ văn bản: dự thảo và văn bản đã ban hành, mới nhất trước")
        .Produces<Page<DocumentSummary>>().ProducesProblem(400);

    private static async Task<IResult> Handle([AsParameters] DocumentFilter filter, DocumentsDbContext db, CurrentUser user, CancellationToken ct)
    {
        var limit = Paging.Limit(filter.Limit);
        if (filter.Search?.Length > LongestSearch)
            return CommonProblems.Invalid.At("?search", $"Dài không quá {LongestSearch} ký tự.").Result();
        var rows = db.Documents.AsNoTracking().ReadableBy(user);
        if (filter.UnitCode is { } unit)
            rows = rows.Where(d => d.UnitCode == unit || d.UnitCode.StartsWith(unit + "-"));
        if (filter.Type is { } code)
        {
            if (DocumentKind.CodeFrom(code) is not { } type)
                return Problems.UnknownType.At("?type", $"Dùng một trong: {string.Join(", ", DocumentKind.All.Select(kind => kind.Code).Distinct())}.").Result();
            rows = rows.Where(d => d.TypeCode == type);
        }

        foreach (var word in (filter.Search ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var pattern = Folding.Pattern(word);
            rows = rows.Where(d => EF.Functions.Like(d.SearchText, pattern, "\\"));
        }

        if (filter.Year is { } year)
            rows = rows.Where(d => d.Year == year);
        if (filter.NominationId is { } nomination)
            rows = rows.Where(d => d.Lines.Any(l => l.NominationId == nomination));
        if (filter.State?.Value is { } state)
            rows = rows.Where(d => d.State == state);
        if (filter.DecisionId is { } decision)
            rows = rows.Where(d => d.DecisionId == decision);
        if (filter.After is { } after)
            rows = rows.Where(d => d.Id.CompareTo(after) < 0);
        var page = await rows.OrderByDescending(d => d.Id).Take(limit + 1).Select(Visibility.Summary).ToListAsync(ct);
        return TypedResults.Ok(page.ToPage(limit, d => d.Id.ToString()));
    }
}
