using Emulation.Contracts.Campaigns;
using Emulation.Nominations.Data;
using Emulation.Nominations.Domain;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Nominations.Features.Nominations;

/// <summary>A nomination in one category of a campaign (CVA-26/III.2.1), as a draft or handed in at once.</summary>
public sealed record DraftNominationRequest
{
    /// <summary>Code of a launched campaign: <c>LTN-26-30</c>.</summary>
    [Text(60)]
    public required string Campaign { get; init; }

    /// <summary>Key of the award category, or the clause that sets it up: <c>LTN-26-30/III.2.b.q2</c>.</summary>
    [Text(80)]
    public required string Category { get; init; }

    /// <summary>Year of the achievement, within the campaign; for an end-of-period award it may be left out.</summary>
    [Between(2000, 2100)]
    public int? Year { get; init; }

    /// <summary>Who is nominated.</summary>
    public required NomineeInput Nominee { get; init; }

    /// <summary>The achievement in short, as it is printed in lists; Vietnamese, at most 2,000 characters.</summary>
    [Text(2000)]
    public required string Achievement { get; init; }

    /// <summary>Initiatives the nomination rests on, from the register; at most 50.</summary>
    [Items(0, 50)]
    public Guid[] InitiativeIds { get; init; } = [];

    /// <summary>Statements about the nominee; at most 50.</summary>
    [Items(0, 50)]
    public Attestation[] Attestations { get; init; } = [];

    /// <summary>Yearly grades of completion of tasks; at most 20.</summary>
    [Items(0, 20)]
    public YearGrade[] Grades { get; init; } = [];

    /// <summary>Periods of direct work on administrative reform; at most 50.</summary>
    [Items(0, 50)]
    public ServicePeriod[] Service { get; init; } = [];

    /// <summary>The client's own reference, unique among its nominations.</summary>
    [Text(100)]
    public string? ExternalRef { get; init; }

    /// <summary>True to hand it in at once.</summary>
    public bool Submit { get; init; }

    /// <summary>Why it is handed in late, if it is (C-02).</summary>
    [Text(1000)]
    public string? LateReason { get; init; }
}

/// <summary>Who is nominated.</summary>
public sealed record NomineeInput
{
    /// <summary>Collective or individual; must be what the category is for.</summary>
    public required Recipient Kind { get; init; }

    /// <summary>Name of the person or of the collective.</summary>
    [Text(200)]
    public required string Name { get; init; }

    /// <summary>Post of a person.</summary>
    [Text(200)]
    public string? Position { get; init; }

    /// <summary>Official code of the unit that the nominee is or belongs to: <c>10532</c>, <c>10532-VHXH</c>.</summary>
    [Text(60)]
    public required string UnitCode { get; init; }

    /// <summary>Staff code of a person, the same wherever the person works: by it the award register knows the person again.</summary>
    [Text(40)]
    public string? PersonCode { get; init; }

    /// <summary>Whether a person is a woman; decides among equals (Nghị định 152/2025 Điều 4.6).</summary>
    public bool? Female { get; init; }

    /// <summary>Share of women in a collective, percent 0–100; from 70 on it decides among equals.</summary>
    [Between(0, 100)]
    public decimal? WomenShare { get; init; }

    /// <summary>Whether the nominee directly leads, directs, advises or carries out the work (LTN-26-30/III.1.b.3).</summary>
    public bool? DirectRole { get; init; }

    /// <summary>Whether a person holds a leading post.</summary>
    public bool? LeadingPost { get; init; }

    internal Nominee Of(string unitCode, string unitName) =>
        new(Kind, Name, Position, unitCode, unitName, PersonCode, Female, WomenShare, DirectRole, LeadingPost);
}

internal static class DraftNomination
{
    public const string UniqueReference = "ix_nominations_created_by_external_ref";

    public static void Map(IEndpointRouteBuilder nominations) => nominations.MapPost("/", Handle)
        .RequireAuthorization(Policies.NominationsWrite).WithIdempotency()
        .WithName(nameof(DraftNomination)).WithSummary("Lập hồ sơ đề nghị khen thưởng; “submit”: true để nộp ngay")
        .Produces<NominationResponse>(201).ProducesProblem(400).ProducesProblem(403).ProducesProblem(409).ProducesProblem(422);

    private static async Task<IResult> Handle(
        DraftNominationRequest request, NominationsDbContext db, Drafting drafting, StepRules rules, Intake intake, CancellationToken ct)
    {
        var (nomination, campaign, problem) = await drafting.DraftAsync(request, ct);
        if (problem is not null)
            return problem.Result();
        db.Nominations.Add(nomination!);
        if (request.Submit && await SubmitNomination.ApplyAsync(nomination!, campaign!, request.LateReason, db, rules, drafting.User, drafting.Now, ct) is { } refused)
            return refused.Result();
        var answer = intake.Created($"/nominations/{nomination!.Id}", NominationResponse.Of(nomination, campaign!), nomination.Version);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (e.InnerException is Npgsql.PostgresException { ConstraintName: UniqueReference })
        {
            return Problems.ReferenceTaken.At("/externalRef").Result();
        }
        return answer;
    }
}
