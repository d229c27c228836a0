using System.Text.Json;
using Emulation.Documents.PlanImport.Outline;
using Emulation.ServiceDefaults;

namespace Emulation.Documents.PlanImport.Reading;

/// <summary>Collects what is read. From a text without diacritics nothing is sure.</summary>
internal sealed class Readings(bool unaccented)
{
    /// <summary>As many as a plan may have of a kind.</summary>
    private const int MostOfAKind = 300;

    public const string Unchecked = "OCR, chưa kiểm tra: văn bản mất dấu tiếng Việt, phải đối chiếu với bản gốc.";

    private readonly List<ImportedField> _fields = [];
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly List<ImportWarning> _warnings = [];

    public bool Unaccented => unaccented;

    public IReadOnlyList<ImportedField> Fields => _fields;

    public IReadOnlyList<ImportWarning> Warnings => _warnings;

    public void Read<T>(string key, string label, T value, string rule, SourceSpan[] spans, params IEnumerable<string?> doubts)
    {
        if (TooMany(key, label))
            return;
        var reasons = doubts.Where(d => d is not null).Concat(unaccented ? [Unchecked] : []).Distinct().ToArray();
        _fields.Add(new()
        {
            Key = key,
            Label = label,
            Value = JsonSerializer.SerializeToElement(value, Json.Options),
            State = reasons.Length == 0 ? FieldState.Sure : FieldState.Doubtful,
            Rule = rule,
            Reason = reasons.Length == 0 ? null : string.Join(" ", reasons),
            Spans = [.. spans.Distinct()],
        });
    }

    public void Missing(string key, string label, string reason, SourceSpan[]? spans = null)
    {
        if (!TooMany(key, label))
            _fields.Add(new() { Key = key, Label = label, State = FieldState.Missing, Reason = reason, Spans = spans ?? [] });
    }

    private bool TooMany(string key, string label)
    {
        var group = key.Split('/')[0];
        var count = _counts[group] = _counts.GetValueOrDefault(group) + 1;
        if (count == MostOfAKind + 1)
            Warn("too-many", $"“{label}”: chỉ đọc {MostOfAKind} mục đầu.");
        return count > MostOfAKind;
    }

    public void Warn(string code, string detail, params SourceSpan[] spans) => _warnings.Add(new(code, detail, spans));

    public void Warn(IEnumerable<ImportWarning> warnings) => _warnings.AddRange(warnings);

    public bool Has(string key) => _fields.Exists(f => f.Key == key && f.Value is not null);

    public T? Get<T>(string key) where T : class => _fields.Find(f => f.Key == key)?.Value is { } value ? value.Deserialize<T>(Json.Options) : null;

    public IEnumerable<T> All<T>(string group) => _fields.Where(f => f.Group == group && f.Value is not null).Select(f => f.Value!.Value.Deserialize<T>(Json.Options)!);
}
