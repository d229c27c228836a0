using System.Text.Json;
using System.Text.Json.Serialization;
using Emulation.Documents.Rendering.Pdf;

namespace Emulation.Documents.Certificates;

/// <summary>All templates of the installation, read and checked at the start: one that cannot be printed must stop the start, not spoil a ceremony.</summary>
/// <remarks>Shipped ones lie in <c>certificate-templates</c>. <c>Certificates:Folder</c> names a folder of the installation: what has the same file name there takes the place of the shipped one, anything else is added.</remarks>
internal sealed class CertificateTemplates
{
    private static readonly JsonSerializerOptions Reading = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectNullableAnnotations = true, ReadCommentHandling = JsonCommentHandling.Skip,
    };

    private readonly Dictionary<string, object?> _assets = new(StringComparer.Ordinal);
    private readonly string[] _folders;

    public CertificateTemplates(params string[] folders)
    {
        _folders = folders;
        var wrong = new List<string>();
        foreach (var folder in folders.Where(folder => !Directory.Exists(folder)))
            wrong.Add($"{folder}: không có thư mục này");
        var files = folders.Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, "*.json"))
            .GroupBy(Path.GetFileName).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => group.Last());
        var all = new List<CertificateTemplate>();
        foreach (var file in files)
        {
            if (Read(file, wrong) is { } template)
                all.Add(template);
        }

        foreach (var twice in all.GroupBy(t => t.Code).Where(g => g.Count() > 1))
            wrong.Add($"code {twice.Key}: có ở {twice.Count()} tệp");
        if (wrong.Count > 0)
            throw new InvalidDataException($"Mẫu giấy khen, bằng khen chưa dùng được:\n{string.Join('\n', wrong)}");
        All = all;
    }

    public IReadOnlyList<CertificateTemplate> All { get; }

    public static CertificateTemplates From(IConfiguration configuration)
    {
        var shipped = Path.Combine(AppContext.BaseDirectory, "certificate-templates");
        return configuration["Certificates:Folder"] is { Length: > 0 } own ? new CertificateTemplates(shipped, own) : new CertificateTemplates(shipped);
    }

    /// <summary>Templates for an award of a unit, the one taken by itself first: a unit's own go before those for all.</summary>
    public IEnumerable<CertificateTemplate> For(string unitCode, string awardName) => All
        .Where(t => (t.UnitCode is null || t.UnitCode == unitCode) && t.Awards.Any(award => awardName.StartsWith(award, StringComparison.OrdinalIgnoreCase)))
        .OrderBy(t => t.UnitCode is null).ThenByDescending(t => t.Default);

    /// <summary>Shapes or a picture; null when there is no such file or it cannot be read.</summary>
    public object? Asset(string name)
    {
        if (_assets.TryGetValue(name, out var known))
            return known;
        var file = Path.GetFileName(name) != name ? null
            : _folders.Reverse().Select(folder => Path.Combine(folder, "assets", name)).FirstOrDefault(File.Exists);
        try
        {
            return _assets[name] = file is null ? null
                : name.EndsWith(".png", StringComparison.OrdinalIgnoreCase) ? PngImage.Read(File.ReadAllBytes(file))
                : Drawable(JsonSerializer.Deserialize<TemplateAsset>(File.ReadAllBytes(file), Reading));
        }
        catch (Exception e) when (e is JsonException or InvalidDataException)
        {
            return _assets[name] = null;
        }
    }

    private static TemplateAsset? Drawable(TemplateAsset? asset)
    {
        if (asset is not { Width: > 0, Height: > 0 })
            return null;
        foreach (var shape in asset.Shapes)
            ShapePainter.Paint(new PdfDrawing(0), shape, (x, y) => (x, y), 1);
        return asset;
    }

    private CertificateTemplate? Read(string file, List<string> wrong)
    {
        var name = Path.GetFileName(file);
        try
        {
            var template = JsonSerializer.Deserialize<CertificateTemplate>(File.ReadAllBytes(file), Reading) ?? throw new JsonException("null");
            var found = new TemplateCheck(template, Asset).Run();
            wrong.AddRange(found.Select(text => $"{name}: {text}"));
            return found.Count == 0 ? template : null;
        }
        catch (JsonException e)
        {
            wrong.Add($"{name}: không đúng cấu trúc tại {e.Path ?? "$"} (dòng {e.LineNumber + 1}): {e.Message}");
            return null;
        }
    }
}
