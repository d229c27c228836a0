using Emulation.Documents.PlanImport;
using Emulation.Documents.PlanImport.Outline;
using Emulation.Documents.PlanImport.Reading;
using Emulation.ServiceDefaults;

namespace Emulation.Documents.Domain;

/// <summary>A plan taken in from a file, until an officer has made a campaign of it. Original, text and what was read never change; only the officer's word on the fields does.</summary>
public sealed class ImportedPlan : Aggregate
{
    private ImportedPlan()
    {
    }

    /// <summary>Unit of the officer who took it in.</summary>
    public required string UnitCode { get; init; }

    public required string FileName { get; init; }

    public required string MediaType { get; init; }

    public required int Size { get; init; }

    /// <summary>Of the original; lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>True when the text lost its diacritics: “OCR, chưa kiểm tra”.</summary>
    public bool Unaccented { get; private init; }

    public required string Text { get; init; }

    /// <summary>For search only: slips set right, without diacritics (C-36).</summary>
    public required string SearchText { get; init; }

    public PlanNode[] Nodes { get; private init; } = [];

    public ImportedField[] Fields { get; private set; } = [];

    public ImportWarning[] Warnings { get; private init; } = [];

    public ImportedTable[] Tables { get; private init; } = [];

    public DateTimeOffset ImportedAt { get; private init; }

    public required string ImportedBy { get; init; }

    public DateTimeOffset UpdatedAt { get; private set; }

    internal static ImportedPlan Of(string unit, string fileName, string mediaType, byte[] original, string sha256, ReadPlan read, ImportedTable[] tables, string by, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(at),
        UnitCode = unit,
        FileName = fileName,
        MediaType = mediaType,
        Size = original.Length,
        Sha256 = sha256,
        Unaccented = read.Unaccented,
        Text = read.Text,
        SearchText = Spelling.ForSearch(read.Text),
        Nodes = read.Nodes,
        Fields = read.Fields,
        Warnings = read.Warnings,
        Tables = tables,
        ImportedAt = at,
        ImportedBy = by,
        UpdatedAt = at,
    };

    public void Review(ImportedField[] fields, DateTimeOffset at)
    {
        (Fields, UpdatedAt) = (fields, at);
        Touch();
    }
}

/// <summary>The file as it came.</summary>
public sealed class ImportedFile
{
    public required Guid ImportId { get; init; }

    public required byte[] Content { get; init; }
}
