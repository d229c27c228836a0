using Emulation.Documents.Domain;
using Emulation.Documents.PlanImport;
using Emulation.Documents.PlanImport.Outline;

namespace Emulation.Documents.Features.PlanImports;

/// <summary>A plan taken in from a file: what was read, where it stands in the text, and what the officer said to it.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Version">ETag; grows with each review.</param>
/// <param name="UnitCode">Unit of the officer who took it in.</param>
/// <param name="FileName">Name of the original.</param>
/// <param name="MediaType">What the original is, by its bytes.</param>
/// <param name="Size">Bytes of the original.</param>
/// <param name="Sha256">Hash of the original, lower-case hexadecimal.</param>
/// <param name="Unaccented">True when the text lost its diacritics (OCR, chưa kiểm tra): nothing of it is sure, and no rule is built from it.</param>
/// <param name="ImportedAt">When it was taken in, UTC.</param>
/// <param name="UpdatedAt">When it was last reviewed, UTC.</param>
/// <param name="Nodes">Parts of the plan in order, with their printed marks.</param>
/// <param name="Fields">What was read.</param>
/// <param name="Warnings">What is odd in the text.</param>
/// <param name="Tables">Tables of a Word file.</param>
public sealed record PlanImportResponse(
    Guid Id, int Version, string UnitCode, string FileName, string MediaType, int Size, string Sha256, bool Unaccented, DateTimeOffset ImportedAt, DateTimeOffset UpdatedAt,
    PlanNode[] Nodes, ImportedField[] Fields, ImportWarning[] Warnings, ImportedTable[] Tables)
{
    internal static PlanImportResponse Of(ImportedPlan p) =>
        new(p.Id, p.Version, p.UnitCode, p.FileName, p.MediaType, p.Size, p.Sha256, p.Unaccented, p.ImportedAt, p.UpdatedAt, p.Nodes, p.Fields, p.Warnings, p.Tables);
}

/// <summary>An import in a list.</summary>
/// <param name="Id">Identity.</param>
/// <param name="UnitCode">Unit of the officer who took it in.</param>
/// <param name="FileName">Name of the original.</param>
/// <param name="Unaccented">True when the text lost its diacritics.</param>
/// <param name="ImportedAt">When it was taken in, UTC.</param>
/// <param name="UpdatedAt">When it was last reviewed, UTC.</param>
public sealed record PlanImportSummary(Guid Id, string UnitCode, string FileName, bool Unaccented, DateTimeOffset ImportedAt, DateTimeOffset UpdatedAt);

internal static class PlanImportEndpoints
{
    public static void MapPlanImports(this WebApplication app)
    {
        var group = app.MapGroup("").WithTags("Nhập kế hoạch");
        ImportPlan.Map(group);
        ListPlanImports.Map(group);
        GetPlanImport.Map(group);
        ReviewPlanImport.Map(group);
        GetImportedCampaign.Map(group);
    }
}
