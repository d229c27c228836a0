using System.Text.Json;
using Emulation.Contracts.Campaigns;
using Emulation.Nominations.Data;
using Emulation.Nominations.Domain.Register;
using Emulation.Nominations.Law;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Validation;
using Npgsql;

namespace Emulation.Nominations.Features.Register;

/// <summary>Awards of past years; each is answered for itself. The same deciding unit, number, date and place in the list is the same award: sent again it changes nothing.</summary>
public sealed record ImportAwardsRequest
{
    /// <summary>1–200 items.</summary>
    [Items(1, 200, AnswersNulls = true)]
    public required JsonElement[] Items { get; init; }

    /// <summary>System or book they come from: <c>Sổ vàng 2005–2024</c>.</summary>
    [Text(120)]
    public required string SourceSystem { get; init; }
}

/// <summary>One award of the past.</summary>
[ValidatableType]
public sealed record PastAwardRequest
{
    /// <summary>Collective or individual.</summary>
    public required Recipient Kind { get; init; }

    /// <summary>Name as printed.</summary>
    [Text(200)]
    public required string Name { get; init; }

    /// <summary>Post of a person.</summary>
    [Text(200)]
    public string? Position { get; init; }

    /// <summary>Staff code of a person.</summary>
    [Text(40)]
    public string? PersonCode { get; init; }

    /// <summary>Code of the unit that the nominee is or belongs to; must be in the caller's scope.</summary>
    [Text(60)]
    public required string UnitCode { get; init; }

    /// <summary>Title or form.</summary>
    public required AwardKind AwardKind { get; init; }

    /// <summary>Code in its catalogue: <c>bang-khen-tp</c>.</summary>
    [Code]
    public required string AwardCode { get; init; }

    /// <summary>Name as printed.</summary>
    [Text(300)]
    public required string AwardName { get; init; }

    /// <summary>Level that decided.</summary>
    public required AwardLevel Level { get; init; }

    /// <summary>Kind of commendation.</summary>
    public required Commendation Commendation { get; init; }

    /// <summary>Year of the achievement, 1945–2100.</summary>
    [Between(1945, 2100)]
    public required int Year { get; init; }

    /// <summary>Number and symbol of the decision.</summary>
    [Text(60)]
    public required string DecisionNumber { get; init; }

    /// <summary>Date of the decision, civil date of Vietnam, not in the future.</summary>
    [CivilDay]
    public required DateOnly DecisionDate { get; init; }

    /// <summary>Who decided, as printed then: the unit may no longer exist.</summary>
    [Text(300)]
    public required string DecidingUnitName { get; init; }

    /// <summary>Code of the unit that decided, when it is known; left out = the nominee's commune or department for awards of the ward level, the city for all others. Decisions of two units may bear one number.</summary>
    [Text(60)]
    public string? DecidingUnitCode { get; init; }

    /// <summary>Name of the person who signed.</summary>
    [Text(200)]
    public string? SignerName { get; init; }

    /// <summary>Place in the list of the decision, 1–5000.</summary>
    [Between(1, 5000)]
    public required int Order { get; init; }

    /// <summary>The achievement in short.</summary>
    [Text(2000)]
    public required string Achievement { get; init; }

    /// <summary>Titles of the initiatives it rested on, at most 20.</summary>
    [Items(0, 20)]
    public string[] InitiativeTitles { get; init; } = [];

    /// <summary>Reward money that was paid, đồng; left out = not known.</summary>
    [Between(0, 2000000000)]
    public decimal? RewardMoney { get; init; }

    /// <summary>Campaign it was won in, as named then.</summary>
    [Text(60)]
    public string? CampaignCode { get; init; }
}

/// <summary>Answers in the order of the request.</summary>
public sealed record ImportAwardsResponse(IReadOnlyList<ImportedAward> Items);

/// <summary>Answer to one item.</summary>
/// <param name="Status">201 entered, 200 stood there already, else the status of its problem.</param>
/// <param name="Id">The line of the register.</param>
/// <param name="Problem">What is wrong; pointers are relative to the item.</param>
public sealed record ImportedAward(int Status, Guid? Id, Problem? Problem);

internal static class ImportAwards
{
    public static void Map(IEndpointRouteBuilder register) => register.MapPost("/import", Handle)
        .RequireAuthorization(Policies.NominationsDecide).WithIdempotency()
        .WithName(nameof(ImportAwards)).WithSummary("Nhập khen thưởng các năm trước vào sổ; trả lời theo từng dòng")
        .Produces<ImportAwardsResponse>().ProducesProblem(400).ProducesProblem(409);

    private static async Task<IResult> Handle(ImportAwardsRequest request, NominationsDbContext db, CurrentUser user, Intake intake, TimeProvider time, HttpContext http, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var read = new List<(PastAwardRequest? Item, Problem? Problem)>();
        foreach (var element in request.Items)
            read.Add(await BatchItems.ReadAsync<PastAwardRequest>(element, http));
        var numbers = read.Select(r => r.Item?.DecisionNumber).OfType<string>().Distinct().ToArray();
        var units = read.SelectMany(r => new[] { r.Item?.UnitCode, r.Item?.DecidingUnitCode }).OfType<string>().Distinct().ToArray();
        var names = await db.Units.AsNoTracking().Where(u => units.Contains(u.Code)).ToDictionaryAsync(u => u.Code, u => u.Name, ct);
        var known = (await db.Register.Where(e => e.Imported && numbers.Contains(e.DecisionNumber!)).ToListAsync(ct)).ToDictionary(Key);

        var answers = new List<ImportedAward>();
        foreach (var (item, unreadable) in read)
        {
            var problem = unreadable ?? Check(item!, names, user, VietnamTime.DateOf(now));
            if (problem is not null)
            {
                answers.Add(new(problem.Status, null, problem));
                continue;
            }
            var entry = Entry(item!, names[item!.UnitCode], request.SourceSystem, user.Id, now);
            if (known.TryGetValue(Key(entry), out var there))
            {
                answers.Add(!user.Sees(there.UnitCode) || !Same(entry, there) ? new(Problems.NumberTaken.Status, null, Problems.NumberTaken.At("/order")) : new(StatusCodes.Status200OK, there.Id, null));
                continue;
            }
            known[Key(entry)] = entry;
            db.Register.Add(entry);
            db.Uses.AddRange(Granting.OfImported(entry));
            db.Audit("award", entry.Id, "imported", user.Id, now, request.SourceSystem, new { entry.DecisionNumber, entry.DecisionDate, entry.Order }, user.RemoteAddress);
            answers.Add(new(StatusCodes.Status201Created, entry.Id, null));
        }
        var answer = intake.Ok(new ImportAwardsResponse(answers));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { ConstraintName: AwardEntryConfiguration.OnePerNumber })
        {
            return Problems.NumberTaken.With("Cùng dữ liệu này vừa được nhập ở một lần gửi khác; hãy gửi lại.").Result();
        }
        return answer;
    }

    private static Problem? Check(PastAwardRequest item, Dictionary<string, string> units, CurrentUser user, DateOnly today) =>
        !user.Sees(item.UnitCode) ? Problems.NotYourUnit.At("/unitCode")
        : !units.ContainsKey(item.UnitCode) ? Problems.UnknownUnit.At("/unitCode", $"Không có đơn vị mang mã “{item.UnitCode}”.")
        : item.DecidingUnitCode is { } decider && !units.ContainsKey(decider) ? Problems.UnknownUnit.At("/decidingUnitCode", $"Không có đơn vị mang mã “{decider}”.")
        : item.DecisionDate > today ? CommonProblems.Invalid.At("/decisionDate", "Ngày quyết định ở tương lai.")
        : item.InitiativeTitles.Any(t => !Folding.Readable(t) || t.Length > 500) ? CommonProblems.Invalid.At("/initiativeTitles", "Tên sáng kiến dài 1–500 ký tự.")
        : null;

    private static AwardEntry Entry(PastAwardRequest item, string unitName, string source, string by, DateTimeOffset now)
    {
        var nominee = NomineeRef.Of(item.Kind, item.Name, item.UnitCode, unitName, item.PersonCode);
        return new AwardEntry
        {
            UnitCode = item.UnitCode,
            UnitName = unitName,
            Kind = item.Kind,
            Name = item.Name,
            Position = item.Position,
            NameKey = nominee.NameKey,
            PersonCode = nominee.PersonCode,
            AwardKind = item.AwardKind,
            AwardCode = item.AwardCode,
            AwardName = item.AwardName,
            Level = item.Level,
            Commendation = item.Commendation,
            Year = item.Year,
            CampaignCode = item.CampaignCode,
            DecidingUnitCode = item.DecidingUnitCode,
            DecidingUnitName = item.DecidingUnitName,
            NumberedBy = item.DecidingUnitCode ?? (item.Level == AwardLevel.Ward ? NomineeRef.Root(item.UnitCode) : Auth.CityUnit),
            SignerName = item.SignerName,
            Order = item.Order,
            Achievement = item.Achievement,
            InitiativeTitles = item.InitiativeTitles,
            RewardMoney = item.RewardMoney,
            RewardBasis = item.RewardMoney is null ? RewardMoney.Undetermined : "Theo sổ khen thưởng đã lưu.",
            Imported = true,
            SourceSystem = source,
            CreatedBy = by,
            CreatedAt = now,
        }.Imprinted(item.DecisionNumber, item.DecisionDate);
    }

    private static (string?, string, string?, DateOnly?, int) Key(AwardEntry e) => (e.NumberedBy, e.DecidingUnitName, e.DecisionNumber, e.DecisionDate, e.Order);

    private static bool Same(AwardEntry a, AwardEntry b) =>
        (a.UnitCode, a.Kind, a.Name, a.PersonCode, a.AwardCode, a.Year, a.Achievement) == (b.UnitCode, b.Kind, b.Name, b.PersonCode, b.AwardCode, b.Year, b.Achievement);
}
