using System.IO.Packaging;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Emulation.Scoring.Spreadsheets;

/// <summary>The texts that cells refer to by number.</summary>
internal static class SharedTexts
{
    public static IReadOnlyList<(string Text, string? Fault)> Read(PackagePart part, Budget budget)
    {
        List<(string, string?)> texts = [];
        using var reader = SpreadsheetReader.Open(part);
        while (reader.Read())
        {
            if (!reader.IsStartElement || reader.ElementType != typeof(SharedStringItem))
                continue;
            if (texts.Count == SpreadsheetLimits.Cells)
                throw new LimitException($"Bảng tính có quá {SpreadsheetLimits.Cells} chuỗi văn bản.");
            texts.Add(Rich(reader, typeof(SharedStringItem), budget));
        }
        return texts;
    }

    /// <summary>The text of the element that the reader stands on, of whatever pieces; readings given for Asian scripts are left out.</summary>
    public static (string Text, string? Fault) Rich(OpenXmlReader reader, Type element, Budget budget)
    {
        var text = new StringBuilder();
        var phonetic = false;
        while (reader.Read() && !(reader.IsEndElement && reader.ElementType == element))
        {
            if (reader.ElementType == typeof(PhoneticRun))
                phonetic = reader.IsStartElement;
            else if (!phonetic && reader.IsStartElement && reader.ElementType == typeof(Text))
                text.Append(reader.GetText());
        }
        var raw = text.ToString();
        budget.Text(raw);
        return XlsxText.Read(raw);
    }
}
