using System.Security.Cryptography;
using Emulation.Contracts.Campaigns;
using Emulation.Nominations.Data;
using Emulation.Nominations.Domain.Dossiers;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Nominations.Features.Dossiers;

internal static class FilePaper
{
    /// <summary>Largest file; the gateway's route names the same and a little more.</summary>
    public const int LargestFile = 20 * 1024 * 1024;

    private static readonly string[] Accepted = [FileSafety.Pdf, FileSafety.Word, FileSafety.Png, FileSafety.Jpeg];

    public static void Map(IEndpointRouteBuilder nominations) => nominations.MapPut("/{id:guid}/dossier/{part}", Handle)
        .RequireAuthorization(Policies.NominationsWrite).TakesFile([.. Accepted, "application/octet-stream"], LargestFile)
        .WithName(nameof(FilePaper)).WithSummary("Nộp một thành phần hồ sơ (PDF, DOCX, PNG, JPG; tối đa 20 MB); bản trước được giữ lại")
        .Produces<PartResponse>(201).Produces<PartResponse>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);

    /// <param name="id">The nomination.</param>
    /// <param name="part">Key of the part.</param>
    /// <param name="minutes">Whose minutes; left out = those that are asked for (C-19).</param>
    /// <param name="reason">Why it is filed anew; at most 1,000 characters.</param>
    /// <param name="file">The file; sent again unchanged it makes no new version.</param>
    private static async Task<IResult> Handle(
        Guid id, string part, Choice<MinutesOf>? minutes, string? reason, UploadedFile file, DossierDesk desk, NominationsDbContext db, HttpContext http, CancellationToken ct)
    {
        if (reason?.Length > 1000)
            return CommonProblems.Invalid.At("?reason", "Dài không quá 1000 ký tự.").Result();
        if (file.Problem is { } broken)
            return broken.Result();
        var nature = FileSafety.Of(file.Content);
        if (nature.Fault == FileFault.Unsafe)
            return Problems.PaperUnsafe.With(nature.Detail!).Result();
        if (!Accepted.Contains(nature.MediaType))
            return Problems.PaperRefused.With("Chỉ nhận tệp PDF, DOCX, PNG, JPG.").Result();

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var (dossiers, problem) = await desk.OpenAsync([id], ct);
        if (problem is not null)
            return problem.Result();
        var dossier = dossiers[0];
        if (dossier.Standing.Part(part) is not { } standing)
            return DossierDesk.UnknownPart(dossier.Standing, part).Result();
        if (DossierDesk.WrongMinutes(standing.Asked, minutes?.Value) is { } wrong)
            return wrong.Result();
        if (Preconditions.IfMatch(http, standing.Versions.Length) is { } stale)
            return stale.Result();
        var hash = Convert.ToHexStringLower(SHA256.HashData(file.Content));
        if (standing.Current is { } current && (current.Hash, current.UnitCode) == (hash, desk.User.UnitCode))
        {
            Preconditions.SetETag(http, current.Number);
            return TypedResults.Ok(PartResponse.Of(standing, dossier.File));
        }
        if (desk.File(dossier, standing, number => new Paper
        {
            Id = Guid.CreateVersion7(desk.Now),
            NominationId = id,
            PartKey = part,
            Number = number,
            UnitCode = desk.User.UnitCode,
            FiledBy = desk.User.Id,
            FiledAt = desk.Now,
            Reason = reason,
            Hash = hash,
            Name = file.Name,
            MediaType = nature.MediaType,
            Size = file.Content.Length,
            Minutes = standing.Asked.Minutes,
        }, "paperFiled", reason) is { } refused)
            return refused.Result();
        // Stored once, whoever files the same bytes.
        await db.Database.ExecuteSqlAsync($"INSERT INTO dossier_contents (hash, bytes) VALUES ({hash}, {file.Content}) ON CONFLICT DO NOTHING", ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        var filed = (await desk.StandingAsync(dossier.Nomination, dossier.Campaign, ct))!.Part(part)!;
        Preconditions.SetETag(http, filed.Versions.Length);
        return TypedResults.Created($"/nominations/{id}/dossier/{part}/content?version={filed.Versions.Length}", PartResponse.Of(filed, dossier.File));
    }
}
