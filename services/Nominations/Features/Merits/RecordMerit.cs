using System.ComponentModel.DataAnnotations;
using Emulation.Contracts.Campaigns;
using Emulation.Nominations.Data;
using Emulation.Nominations.Domain.Register;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Nominations.Features.Merits;

/// <summary>Enters a merit (thành tích) of a unit or person; nominations rest on it by its id.</summary>
public sealed record RecordMeritRequest : IValidatableObject
{
    /// <summary>Collective or individual.</summary>
    public required Recipient NomineeKind { get; init; }

    /// <summary>Name of the person or of the collective.</summary>
    [Text(200)]
    public required string Name { get; init; }

    /// <summary>Staff code of a person.</summary>
    [Text(40)]
    public string? PersonCode { get; init; }

    /// <summary>Code of the unit that the nominee is or belongs to; must be in the caller's scope.</summary>
    [Text(60)]
    public required string UnitCode { get; init; }

    /// <summary>What kind.</summary>
    public required MeritKind Kind { get; init; }

    /// <summary>The merit in one line.</summary>
    [Text(300)]
    public required string Title { get; init; }

    /// <summary>What was done, in Vietnamese; at most 4,000 characters.</summary>
    [Text(4000)]
    public required string Description { get; init; }

    /// <summary>First day of the time it was earned in, civil date of Vietnam.</summary>
    [CivilDay]
    public required DateOnly From { get; init; }

    /// <summary>Last day, included.</summary>
    [CivilDay]
    public required DateOnly To { get; init; }

    /// <summary>Reference to the evidence: number and date of a document.</summary>
    [Text(500)]
    public string? Evidence { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (To < From)
            yield return new ValidationResult("Ngày kết thúc trước ngày bắt đầu.", [nameof(To)]);
    }
}

/// <summary>A merit of the register.</summary>
/// <param name="Awards">Awards in force that rest on it, under whichever id it was entered; empty = still free.</param>
/// <param name="Duplicate">The same merit was entered before: same nominee, same words, overlapping time. Together they are awarded once.</param>
/// <param name="DuplicateOf">The entry before; null when there is none, or none in the caller's scope.</param>
public sealed record MeritResponse(Guid Id, int Version, Recipient NomineeKind, string Name, string? PersonCode, string UnitCode, MeritKind Kind, string Title, string Description,
    DateOnly From, DateOnly To, string? Evidence, IReadOnlyList<EarlierAward> Awards, bool Duplicate, Guid? DuplicateOf)
{
    internal static MeritResponse Of(Merit m, MeritBook book, CurrentUser user)
    {
        var before = book.Before(m);
        return new(m.Id, m.Version, m.NomineeKind, m.Name, m.PersonCode, m.UnitCode, m.Kind, m.Title, m.Description, m.From, m.To, m.Evidence,
            [.. book.Awards(m).Select(e => EarlierAward.Of(e, user))], before is not null, before is not null && user.Sees(before.UnitCode) ? before.Id : null);
    }
}

internal static class RecordMerit
{
    public static void Map(IEndpointRouteBuilder merits) => merits.MapPost("/", Handle)
        .RequireAuthorization(Policies.NominationsWrite).WithIdempotency()
        .WithName(nameof(RecordMerit)).WithSummary("Ghi một thành tích của tập thể hoặc cá nhân; “duplicate” cho biết thành tích đã được ghi trước đó")
        .Produces<MeritResponse>(201).ProducesProblem(400).ProducesProblem(403);

    private static async Task<IResult> Handle(RecordMeritRequest request, NominationsDbContext db, CurrentUser user, Intake intake, TimeProvider time, CancellationToken ct)
    {
        if (!user.Sees(request.UnitCode))
            return Problems.NotYourUnit.At("/unitCode").Result();
        if (await db.Units.AsNoTracking().FirstOrDefaultAsync(u => u.Code == request.UnitCode, ct) is not { } unit)
            return Problems.UnknownUnit.At("/unitCode", $"Không có đơn vị mang mã “{request.UnitCode}”.").Result();
        var now = time.GetUtcNow();
        if (request.From > VietnamTime.DateOf(now))
            return CommonProblems.Invalid.At("/from", "Thành tích chưa bắt đầu.").Result();
        var nominee = NomineeRef.Of(request.NomineeKind, request.Name, unit.Code, unit.Name, request.PersonCode);
        var merit = new Merit
        {
            NomineeKind = request.NomineeKind,
            Name = request.Name,
            UnitCode = unit.Code,
            NameKey = nominee.NameKey,
            PersonCode = nominee.PersonCode,
            Kind = request.Kind,
            Title = request.Title,
            Description = request.Description,
            From = request.From,
            To = request.To,
            Evidence = request.Evidence,
            CreatedBy = user.Id,
            CreatedAt = now,
        };
        var book = await MeritBook.OfAsync([merit], db, ct);
        db.Merits.Add(merit);
        db.Audit("merit", merit.Id, "recorded", user.Id, now, from: user.RemoteAddress);
        var answer = intake.Created($"/merits/{merit.Id}", MeritResponse.Of(merit, book, user), merit.Version);
        await db.SaveChangesAsync(ct);
        return answer;
    }
}
