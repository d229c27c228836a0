using Emulation.Contracts.Campaigns;
using Emulation.Nominations.Data;
using Emulation.Nominations.Domain;
using Emulation.Nominations.Features.Eligibility;
using Emulation.ServiceDefaults;

namespace Emulation.Nominations.Features.Nominations;

/// <summary>A body makes a statement about a nominee on an open nomination, or corrects the one it made (LTN-26-30/III.2.a.2.i1, CH-26-30/III.2.1.2.b.2).</summary>
public sealed record AttestNominationRequest
{
    /// <summary>Key of a statement that the category's standard asks for.</summary>
    [Text(60)]
    public required string Statement { get; init; }

    /// <summary>Whether it holds.</summary>
    public required bool Holds { get; init; }

    /// <summary>The body that speaks; the caller must belong to it.</summary>
    public required Attester By { get; init; }

    /// <summary>Reference to the evidence: number and date of a document.</summary>
    [Text(300)]
    public string? Evidence { get; init; }

    /// <summary>Clause that the statement supports, when it is for one clause only.</summary>
    [Text(80)]
    public string? Clause { get; init; }
}

internal static class AttestNomination
{
    public static void Map(IEndpointRouteBuilder nominations) => nominations.MapPost("/{id:guid}/attest", Handle)
        .RequireAuthorization(Policies.NominationsDecide).WithIdempotency()
        .WithName(nameof(AttestNomination)).WithSummary("Xác nhận một nội dung của hồ sơ, thay mặt cơ quan mình")
        .Produces<NominationResponse>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);

    private static Task<IResult> Handle(Guid id, AttestNominationRequest request, Transition transition, NominationsDbContext db, TimeProvider time, CancellationToken ct) =>
        transition.RunAsync(id, Scope.Proposer, async (nomination, campaign) =>
        {
            var attestation = new Attestation { Statement = request.Statement, Holds = request.Holds, By = request.By, Evidence = request.Evidence, Clause = request.Clause };
            if (!transition.User.MayAttestAs(request.By))
                return Problems.NotYoursToAttest.At("/by");
            if (Drafting.Unknown([attestation], campaign.Category(nomination.CategoryKey)!) is { } unknown)
                return unknown with { Errors = [.. unknown.Errors.Select(e => e with { Pointer = e.Pointer.Replace("/attestations/0", "", StringComparison.Ordinal) })] };
            if (nomination.Attest(attestation) is { } refused)
                return refused;
            transition.Rejudge(nomination, await FactSource.LoadAsync(db, [nomination], time, ct), $"Có xác nhận “{request.Statement}”.");
            transition.Audit(nomination, "attested", request.Evidence);
            return null;
        }, ct);
}

internal static class Bodies
{
    /// <summary>An office speaks as head of unit, a commune or department also as its committee and council, the city as itself and for all.</summary>
    public static bool MayAttestAs(this CurrentUser user, Attester body) =>
        user.SeesWholeCity || (body != Attester.City && (body == Attester.HeadOfUnit || !IsOffice(user.UnitCode)));

    private static bool IsOffice(string unitCode) =>
        unitCode.StartsWith(Auth.CityUnit + "-", StringComparison.Ordinal) ? unitCode.Count(c => c == '-') > 1 : unitCode.Contains('-', StringComparison.Ordinal);
}
