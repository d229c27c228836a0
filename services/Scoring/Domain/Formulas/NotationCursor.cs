using System.Text;
using Emulation.Scoring.Spreadsheets;

namespace Emulation.Scoring.Domain.Formulas;

/// <summary>Reads a notation from left to right. The first thing not understood is kept; what is asked for after it is not looked at any more.</summary>
internal sealed class NotationCursor(string text)
{
    private const string Marks = ";:%\"<>≥≤=";
    private int _at;
    private string? _fault;

    /// <summary>Takes words or a mark, in any case and with any blanks between.</summary>
    public NotationCursor Skip(string words)
    {
        foreach (var word in words.Split(' '))
        {
            if (!Sees(word))
                Fault($"thiếu “{words}”");
            else
                _at += word.Length;
        }
        return this;
    }

    /// <summary>Whether a word or mark comes next.</summary>
    public bool Sees(string word)
    {
        while (_fault is null && _at < text.Length && char.IsWhiteSpace(text[_at]))
            _at++;
        return _fault is null && string.Compare(text, _at, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0
            && (!char.IsLetterOrDigit(word[^1]) || _at + word.Length == text.Length || !char.IsLetterOrDigit(text[_at + word.Length]));
    }

    /// <summary>&gt;= or &gt; where more is better, &lt;= or &lt; where less is.</summary>
    public BoundOperator Operator(bool higher)
    {
        var sign = higher ? ">" : "<";
        foreach (var (written, op) in new[] { (sign + "=", BoundOperator.Inclusive), (higher ? "≥" : "≤", BoundOperator.Inclusive), (sign, BoundOperator.Exclusive) })
        {
            if (!Sees(written))
                continue;
            _at += written.Length;
            return op;
        }
        Fault($"cần “{sign}=” hoặc “{sign}”");
        return default;
    }

    public decimal Number()
    {
        Sees(";");
        var (number, fault) = NumberText.Read(Token());
        if (fault is not null)
            Fault(fault.TrimEnd('.'));
        return number ?? 0;
    }

    /// <summary>A code without blanks.</summary>
    public string Key()
    {
        Sees(";");
        var key = Token();
        if (key.Length == 0)
            Fault("thiếu mã trường hợp");
        return key;
    }

    /// <summary>Text in quotes; a doubled quote stands for one.</summary>
    public string Quoted()
    {
        Skip("\"");
        var quoted = new StringBuilder();
        while (_fault is null)
        {
            var end = text.IndexOf('"', _at);
            if (end < 0)
            {
                Fault("thiếu dấu \" đóng");
                break;
            }
            quoted.Append(text, _at, end - _at);
            _at = end + 1;
            if (_at >= text.Length || text[_at] != '"')
                break;
            quoted.Append('"');
            _at++;
        }
        return quoted.ToString();
    }

    /// <summary>Whether another item follows a semicolon; one at the very end is idle.</summary>
    public bool More()
    {
        if (!Sees(";"))
            return false;
        _at++;
        Sees(";");
        return _fault is null && _at < text.Length;
    }

    /// <summary>What was not understood; null when all of it was.</summary>
    public string? End()
    {
        Sees(";");
        if (_at < text.Length)
            Fault("thừa nội dung");
        return _fault;
    }

    private string Token()
    {
        var start = _at;
        while (_fault is null && _at < text.Length && !char.IsWhiteSpace(text[_at]) && !Marks.Contains(text[_at], StringComparison.Ordinal))
            _at++;
        return text[start.._at];
    }

    private void Fault(string what) =>
        _fault ??= _at < text.Length ? $"Chưa đọc được từ “{NumberText.Short(text[_at..])}”: {what}." : $"Chưa đủ: {what}.";
}
