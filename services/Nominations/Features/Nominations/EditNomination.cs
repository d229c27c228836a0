using Emulation.Nominations.Data;
using Emulation.Nominations.Domain;
using Emulation.Nominations.Domain.Register;
using Emulation.Nominations.Features.Eligibility;
using Emulation.Nominations.Features.Quotas;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Nominations.Features.Nominations;

/// <summary>Replaces what a draft or a returned nomination says; campaign, category, year and nominee's unit stay.</summary>
public sealed record EditNominationRequest
{
    /// <summary>Name of the person or of the collective.</summary>
    [Text(200)]
    public required string NomineeName { get; init; }

    /// <summary>Post of a person.</summary>
    [Text(200)]
    public string? NomineePosition { get; init; }

    /// <summary>Staff code of a person; left out = as it stands.</summary>
    [Text(40)]
    public string? PersonCode { get; init; }

    /// <summary>Whether a person is a woman; left out = as it stands.</summary>
    public bool? Female { get; init; }

    /// <summary>Share of women in a collective, percent 0–100; left out = as it stands.</summary>
    [Share]
    public decimal? WomenShare { get; init; }

    /// <summary>Whether the nominee directly leads, directs, advises or carries out the work; left out = as it stands.</summary>
    public bool? DirectRole { get; init; }

    /// <summary>Whether a person holds a leading post; left out = as it stands.</summary>
    public bool? LeadingPost { get; init; }

    /// <summary>Reason for an award outside the quota; left out = as it stands.</summary>
    [Text(60)]
    public string? OutsideQuotaReason { get; init; }

    /// <summary>The achievement in short; Vietnamese, at most 2,000 characters.</summary>
    [Text(2000)]
    public required string Achievement { get; init; }

    /// <summary>Initiatives the nomination rests on.</summary>
    [Items(0, 50)]
    public Guid[] InitiativeIds { get; init; } = [];

    /// <summary>Merits of the nominee, from the register; left out = as they stand.</summary>
    [Items(0, 50)]
    public Guid[]? MeritIds { get; init; }

    /// <summary>Statements about the nominee.</summary>
    [Items(0, 50)]
    public Attestation[] Attestations { get; init; } = [];

    /// <summary>Yearly grades of completion of tasks.</summary>
    [Items(0, 20)]
    public YearGrade[] Grades { get; init; } = [];

    /// <summary>Periods of direct work on administrative reform.</summary>
    [Items(0, 50)]
    public ServicePeriod[] Service { get; init; } = [];
}

internal static class EditNomination
{
    public static void Map(IEndpointRouteBuilder nominations) => nominations.MapPut("/{id:guid}", Handle)
        .RequireAuthorization(Policies.NominationsWrite)
        .WithName(nameof(EditNomination)).WithSummary("Sửa hồ sơ dự thảo hoặc bị trả lại")
        .Produces<NominationResponse>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);

    private static Task<IResult> Handle(
        Guid id, EditNominationRequest request, Transition transition, Drafting drafting, NominationsDbContext db, TimeProvider time, CancellationToken ct) =>
        transition.RunAsync(id, Scope.Proposer, async (nomination, campaign) =>
        {
            if (await drafting.CheckAsync(nomination.ProposingUnitCode, campaign.Category(nomination.CategoryKey)!, request.InitiativeIds, request.Attestations, request.Grades, nomination.Attestations, ct) is { } wrong)
                return wrong;
            var outside = request.OutsideQuotaReason ?? nomination.OutsideQuotaReason;
            if (OutsideQuota.Wrong(campaign.Category(nomination.CategoryKey)!, outside) is { } noReason)
                return noReason;
            if (nomination.Edit() is { } refused)
                return refused;
            var nominee = nomination.Nominee;
            var key = nomination.NomineeKey;
            nomination.Nominee = nominee with
            {
                Name = request.NomineeName,
                Position = request.NomineePosition,
                PersonCode = NomineeRef.Code(request.PersonCode) ?? nominee.PersonCode,
                Female = request.Female ?? nominee.Female,
                WomenShare = request.WomenShare ?? nominee.WomenShare,
                DirectRole = request.DirectRole ?? nominee.DirectRole,
                LeadingPost = request.LeadingPost ?? nominee.LeadingPost,
            };
            if (Other(nominee, key, nomination) && await SpokenForAsync(nomination, transition.User, db, ct))
                return Problems.NomineeFixed.At(nominee.Name == nomination.Nominee.Name ? "/personCode" : "/nomineeName");
            if (await drafting.CheckMeritsAsync(nomination.Nominee, request.MeritIds ?? nomination.MeritIds, ct) is { } unknown)
                return unknown;
            nomination.MeritIds = request.MeritIds ?? nomination.MeritIds;
            nomination.OutsideQuotaReason = outside;
            // What another body has said stays, whatever the paper now says.
            var ofOthers = nomination.Attestations.Where(a => !transition.User.MayAttestAs(a.By));
            Attestation[] attestations = [.. request.Attestations.Where(a => transition.User.MayAttestAs(a.By)), .. ofOthers];
            (nomination.Achievement, nomination.InitiativeIds, nomination.Attestations, nomination.Grades, nomination.Service) =
                (request.Achievement, request.InitiativeIds, attestations, request.Grades, request.Service);
            // Judged in the same breath, so that the answer tells what is still missing.
            (await FactSource.LoadAsync(db, [nomination], time, ct)).Judge(nomination);
            transition.Audit(nomination, "edited", null);
            return null;
        }, ct);

    /// <summary>Another person or collective: by the staff code where both have one, else by the name, however it is spelled.</summary>
    private static bool Other(Nominee before, string key, Nomination now) =>
        before.PersonCode is { } code ? now.Nominee.PersonCode != code : key != now.NomineeKey;

    /// <summary>What was said, allowed, chosen or confirmed of one nominee must not pass on to another.</summary>
    private static async Task<bool> SpokenForAsync(Nomination nomination, CurrentUser user, NominationsDbContext db, CancellationToken ct) =>
        nomination.SubmittedAt is not null || nomination.QuotaExceptionReason is not null || nomination.Attestations.Any(a => !user.MayAttestAs(a.By))
        || await db.Papers.AnyAsync(p => p.NominationId == nomination.Id && p.ConfirmedAt != null, ct);
}
