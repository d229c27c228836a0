using Emulation.Contracts.Campaigns;
using Emulation.Documents.Certificates;
using Emulation.Documents.Data;
using Emulation.Documents.Domain;
using Emulation.Documents.Verification;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Documents.Features.Certificates;

/// <summary>A certificate of an issued decision.</summary>
public sealed record CertificateResponse
{
    public required Guid NominationId { get; init; }

    /// <summary>Số sổ vàng: place in the list of the decision.</summary>
    public required int Order { get; init; }

    public required Recipient Recipient { get; init; }

    public required string Name { get; init; }

    public required string Unit { get; init; }

    public required string Award { get; init; }

    /// <summary>True when the award was cancelled; it is no longer printed.</summary>
    public required bool Revoked { get; init; }

    /// <summary>Code under the QR, for checking without a camera.</summary>
    public required string Code { get; init; }

    /// <summary>Templates it can be printed with, the one taken by itself first; empty when the form of award has none.</summary>
    public required CertificateTemplateResponse[] Templates { get; init; }
}

/// <summary>A template to choose from.</summary>
/// <param name="Code">Stable name, for <c>?template=</c>.</param>
/// <param name="Name">Name in Vietnamese.</param>
public sealed record CertificateTemplateResponse(string Code, string Name);

internal static class ListCertificates
{
    public static void Map(IEndpointRouteBuilder documents) => documents.MapGet("/{id:guid}/certificates", Handle)
        .RequireAuthorization(Policies.DocumentsRead)
        .WithName(nameof(ListCertificates)).WithSummary("Giấy khen, bằng khen của một quyết định đã ban hành, theo số sổ vàng")
        .Produces<Page<CertificateResponse>>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409);

    private static async Task<IResult> Handle(
        Guid id, int? after, int? limit, CertificateDesk desk, CertificateTemplates templates, DocumentsDbContext db, CurrentUser user, CancellationToken ct)
    {
        var (source, scope, problem) = await desk.OpenAsync(id, user, ct);
        if (source is null)
            return problem!.Result();
        var size = Paging.Limit(limit);
        var lines = await desk.Lines(id, scope).Where(l => after == null || l.Order > after).Take(size + 1).ToListAsync(ct);
        var ids = lines.Select(l => l.NominationId).ToList();
        var revoked = await db.Set<RevokedAward>().Where(r => ids.Contains(r.NominationId)).Select(r => r.NominationId).ToListAsync(ct);
        var rows = lines.Select(line => new CertificateResponse
        {
            NominationId = line.NominationId,
            Order = line.Order!.Value,
            Recipient = line.Recipient,
            Name = line.NomineeName,
            Unit = line.NomineeUnit,
            Award = line.AwardName,
            Revoked = revoked.Contains(line.NominationId),
            Code = source.Codes.Make(VerifiedKind.Certificate, line.NominationId),
            Templates = [.. templates.For(source.Decision.UnitCode, line.AwardName).Select(t => new CertificateTemplateResponse(t.Code, t.Name))],
        }).ToList();
        return TypedResults.Ok(rows.ToPage(size, row => row.Order.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }
}
