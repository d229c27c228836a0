using System.Globalization;
using Emulation.Contracts.Campaigns;
using Emulation.Nominations.Data;
using Emulation.Nominations.Domain.Register;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using NpgsqlTypes;

namespace Emulation.Nominations.Features.Register;

/// <summary>Filters of the register; all optional.</summary>
/// <param name="Search">Words or beginnings of words, with or without marks, in any order.</param>
/// <param name="UnitCode">Unit of the nominee, and all below it.</param>
/// <param name="Award">Code of title or form: <c>giay-khen</c>.</param>
/// <param name="Number">Number of the decision.</param>
/// <param name="PersonCode">Staff code.</param>
/// <param name="After">Value of <c>next</c> of the page before.</param>
/// <param name="Limit">1–200, default 50.</param>
public sealed record RegisterFilter(string? Search, string? UnitCode, int? Year, string? Award, string? Number, string? PersonCode, Choice<Recipient>? Kind,
    Choice<Commendation>? Commendation, bool? Cancelled, string? After, int? Limit);

internal static class SearchRegister
{
    private const int MostWords = 12;

    public static void Map(IEndpointRouteBuilder register)
    {
        register.MapGet("/", Handle).RequireAuthorization(Policies.NominationsRead)
            .WithName(nameof(SearchRegister)).WithSummary("Tra cứu sổ khen thưởng, có dấu hoặc không dấu, năm mới nhất trước")
            .Produces<Page<RegisterEntryResponse>>().ProducesProblem(400);
        register.MapGet("/{id:guid}", Get).RequireAuthorization(Policies.NominationsRead)
            .WithName("GetRegisterEntry").WithSummary("Một dòng của sổ khen thưởng").Produces<RegisterEntryResponse>().ProducesProblem(404);
    }

    private static async Task<IResult> Handle([AsParameters] RegisterFilter filter, NominationsDbContext db, CurrentUser user, CancellationToken ct)
    {
        var limit = Paging.Limit(filter.Limit);
        var rows = db.Register.AsNoTracking().VisibleTo(user, e => e.UnitCode);
        if (!string.IsNullOrWhiteSpace(filter.Search))
        {
            // Folded words hold letters and digits only: nothing of them can be an operator of the query.
            var words = AchievementText.Words(filter.Search).Take(MostWords).Select(w => $"{w}:*").ToArray();
            if (words.Length == 0)
                return TypedResults.Ok(new Page<RegisterEntryResponse>([], null));
            var query = string.Join(" & ", words);
            rows = rows.Where(e => EF.Property<NpgsqlTsVector>(e, AwardEntryConfiguration.SearchVector).Matches(EF.Functions.ToTsQuery("simple", query)));
        }
        if (filter.UnitCode is { } unit)
        {
            var below = unit + "-";
            rows = rows.Where(e => e.UnitCode == unit || e.UnitCode.StartsWith(below));
        }
        if (filter.Year is { } year)
            rows = rows.Where(e => e.Year == year);
        if (filter.Award is { } award)
            rows = rows.Where(e => e.AwardCode == award);
        if (filter.Number is { } number)
            rows = rows.Where(e => e.DecisionNumber == number);
        if (NomineeRef.Code(filter.PersonCode) is { } person)
            rows = rows.Where(e => e.PersonCode == person);
        if (filter.Kind?.Value is { } kind)
            rows = rows.Where(e => e.Kind == kind);
        if (filter.Commendation?.Value is { } commendation)
            rows = rows.Where(e => e.Commendation == commendation);
        if (filter.Cancelled is { } cancelled)
            rows = rows.Where(e => e.Cancelled == cancelled);
        if (filter.After is { } after)
        {
            if (Key(after) is not { } last)
                return CommonProblems.Invalid.At("?after", "Dùng giá trị “next” của trang trước.").Result();
            rows = rows.Where(e => e.Year < last.Year || (e.Year == last.Year && e.Id.CompareTo(last.Id) < 0));
        }
        var page = await rows.OrderByDescending(e => e.Year).ThenByDescending(e => e.Id).Take(limit + 1).ToListAsync(ct);
        return TypedResults.Ok(page.ConvertAll(RegisterEntryResponse.Of).ToPage(limit, e => $"{e.Year}_{e.Id}"));
    }

    private static (int Year, Guid Id)? Key(string text) =>
        text.Split('_') is [var year, var id] && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var y) && Guid.TryParse(id, out var key) ? (y, key) : null;

    private static async Task<IResult> Get(Guid id, NominationsDbContext db, CurrentUser user, HttpContext http, CancellationToken ct)
    {
        if (await db.Register.AsNoTracking().VisibleTo(user, e => e.UnitCode).FirstOrDefaultAsync(e => e.Id == id, ct) is not { } entry)
            return CommonProblems.NotFound.Result();
        Preconditions.SetETag(http, entry.Version);
        return TypedResults.Ok(RegisterEntryResponse.Of(entry));
    }
}
