using System.Security.Cryptography;
using Emulation.Scoring.Data;
using Emulation.Scoring.Domain.Evidence;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Scoring.Features.Evidence;

/// <summary>An evidence file (tài liệu kiểm chứng).</summary>
/// <param name="Id">Identity, to be cited in entries, explanations and appraisals.</param>
/// <param name="UnitCode">Unit that filed it.</param>
/// <param name="Name">Name of the file.</param>
/// <param name="Hash">SHA-256 of the bytes, 64 lower-case hex digits.</param>
/// <param name="Size">Bytes.</param>
/// <param name="MediaType">By the bytes, not by the name.</param>
/// <param name="FiledAt">When, UTC.</param>
public sealed record EvidenceResponse(Guid Id, string UnitCode, string Name, string Hash, int Size, string MediaType, DateTimeOffset FiledAt);

internal static class FileEvidence
{
    /// <summary>Headers and separators of a form around the largest file.</summary>
    private const int FormOverhead = 64 * 1024;

    public static void Map(RouteGroupBuilder group) => group.MapPost("/", Handle)
        .WithName(nameof(FileEvidence)).WithSummary("Tải lên một tài liệu kiểm chứng (PDF, DOCX, XLSX, PNG, JPG; tối đa 20 MB); gửi lại cùng tệp thì nhận lại cùng mã")
        .RequireAuthorization(policy => policy.RequireAuthenticatedUser().RequireClaim(TokenClaims.Scope, Policies.ScoresWrite, Policies.ScoresAppraise))
        .WithMetadata(new RequestSizeLimitAttribute(Sniffer.LargestFile + FormOverhead), new RequestFormLimitsAttribute { MultipartBodyLengthLimit = Sniffer.LargestFile + FormOverhead })
        .DisableAntiforgery()
        .Produces<EvidenceResponse>(StatusCodes.Status201Created).Produces<EvidenceResponse>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(413).ProducesProblem(415);

    /// <param name="unitCode">Unit whose evidence it is; one's own unit or one below it.</param>
    /// <param name="file">The file.</param>
    private static async Task<IResult> Handle(
        [FromForm] string? unitCode, IFormFile? file, ScoringDbContext db, CurrentUser user, TimeProvider time, CancellationToken cancellationToken)
    {
        unitCode ??= user.UnitCode;
        if (!user.Sees(unitCode))
            return CommonProblems.NotFound.At("/unitCode").Result();
        if (file is null)
            return Problems.EvidenceEmpty.At("/file").Result();
        if (file.Length > Sniffer.LargestFile)
            return Problems.EvidenceTooLarge.At("/file", $"Mỗi tệp không quá {Sniffer.LargestFile / 1024 / 1024} MB.").Result();
        using var memory = new MemoryStream((int)file.Length);
        await file.CopyToAsync(memory, cancellationToken);
        var bytes = memory.ToArray();
        var (mediaType, problem) = Sniffer.Read(bytes);
        if (problem is not null)
            return problem.At("/file").Result();
        var (hash, name) = (Convert.ToHexStringLower(SHA256.HashData(bytes)), FileKind.SafeName(file.FileName));
        if (await Filed(db, unitCode, hash, name, cancellationToken) is { } known)
            return TypedResults.Ok(known);
        // Two who send the same bytes at once: one row wins, both go on.
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO evidence_contents (hash, size, media_type, bytes) VALUES ({hash}, {bytes.Length}, {mediaType}, {bytes}) ON CONFLICT DO NOTHING", cancellationToken);
        var inserted = await db.Database.ExecuteSqlAsync(
            $"INSERT INTO evidence_files (id, unit_code, hash, name, filed_by, filed_at) VALUES ({Guid.CreateVersion7(time.GetUtcNow())}, {unitCode}, {hash}, {name}, {user.Id}, {time.GetUtcNow()}) ON CONFLICT DO NOTHING", cancellationToken);
        var filed = (await Filed(db, unitCode, hash, name, cancellationToken))!;
        return inserted == 1 ? TypedResults.Created($"/evidence/{filed.Id}", filed) : TypedResults.Ok(filed);
    }

    private static Task<EvidenceResponse?> Filed(ScoringDbContext db, string unitCode, string hash, string name, CancellationToken cancellationToken) =>
        db.EvidenceFiles.Where(f => f.UnitCode == unitCode && f.Hash == hash && f.Name == name)
            .Select(f => new EvidenceResponse(f.Id, f.UnitCode, f.Name, f.Hash, f.Content!.Size, f.Content.MediaType, f.FiledAt)).SingleOrDefaultAsync(cancellationToken);
}
