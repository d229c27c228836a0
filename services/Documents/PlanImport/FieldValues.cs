using System.Text.Json;
using Emulation.Contracts.Campaigns;
using Emulation.Documents.PlanImport.Awards;
using Emulation.Documents.PlanImport.Reading;
using Emulation.ServiceDefaults;

namespace Emulation.Documents.PlanImport;

/// <summary>What shape the value of a field has, by its group.</summary>
internal static class FieldValues
{
    private static readonly Dictionary<string, (Type Type, string? Label)> Shapes = new(StringComparer.Ordinal)
    {
        ["header.agency"] = (typeof(string), null),
        ["header.motto"] = (typeof(bool), null),
        ["header.number"] = (typeof(int), null),
        ["header.symbol"] = (typeof(string), null),
        ["header.place"] = (typeof(string), null),
        ["header.date"] = (typeof(PrintedDate), null),
        ["header.type"] = (typeof(string), null),
        ["header.abstract"] = (typeof(string), null),
        ["unitCode"] = (typeof(string), null),
        ["code"] = (typeof(string), null),
        ["name"] = (typeof(string), null),
        ["shortName"] = (typeof(string), "Tên gọi tắt"),
        ["fromYear"] = (typeof(int), null),
        ["toYear"] = (typeof(int), null),
        ["parent"] = (typeof(PrintedParent), "Kế hoạch cấp trên"),
        ["participants"] = (typeof(string), "Đối tượng tham gia"),
        ["signer"] = (typeof(PrintedSigner), null),
        ["funding"] = (typeof(PrintedClause), "Kinh phí"),
        ["feedback"] = (typeof(PrintedClause), "Khó khăn, vướng mắc"),
        ["stamps"] = (typeof(PrintedStamp), null),
        ["bases"] = (typeof(LegalBasis), "Căn cứ"),
        ["purposes"] = (typeof(PrintedClause), "Mục đích"),
        ["requirements"] = (typeof(PrintedClause), "Yêu cầu"),
        ["contents"] = (typeof(PrintedClause), "Nội dung thi đua"),
        ["principles"] = (typeof(PrintedClause), "Nguyên tắc"),
        ["criteria"] = (typeof(PlanCriterion), "Tiêu chí"),
        ["dossier"] = (typeof(DossierPart), "Thành phần hồ sơ"),
        ["deadlines"] = (typeof(ImportedDeadline), "Hạn"),
        ["quotas"] = (typeof(ImportedQuota), "Chỉ tiêu"),
        ["categories"] = (typeof(ImportedCategory), "Hạng mục khen thưởng"),
        ["recipients"] = (typeof(string), "Nơi nhận"),
    };

    /// <summary>Name of a field that an officer may add, when the text has none of the kind; null for all others.</summary>
    public static string? LabelToAdd(string key) => Shapes.TryGetValue(GroupOf(key), out var shape) && key.Length <= 80 ? shape.Label : null;

    /// <summary>Reads a value strictly.</summary>
    /// <returns>The value as it is kept; or what is wrong with it.</returns>
    public static (JsonElement? Value, string? Fault) Check(string key, JsonElement value)
    {
        if (!Shapes.TryGetValue(GroupOf(key), out var shape))
            return (null, "Trường này không sửa được.");
        if (value.ValueKind == JsonValueKind.Null)
            return (null, "Phải có giá trị.");
        try
        {
            var read = value.Deserialize(shape.Type, Json.Options);
            return read switch
            {
                null => (null, "Phải có giá trị."),
                string text when !Folding.Readable(text) || text.Length > 8000 => (null, "Phải có nội dung, dài không quá 8000 ký tự."),
                _ => (JsonSerializer.SerializeToElement(read, shape.Type, Json.Options), null),
            };
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or InvalidOperationException)
        {
            return (null, e is JsonException { Path: { Length: > 1 } path } ? $"Giá trị không đúng dạng tại {path}." : "Giá trị không đúng dạng.");
        }
    }

    private static string GroupOf(string key) => key.IndexOf('/', StringComparison.Ordinal) is >= 0 and var slash ? key[..slash] : key;
}
