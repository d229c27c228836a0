using System.Globalization;
using System.Text.RegularExpressions;
using Emulation.Documents.Signing.Revisions;
using Emulation.Documents.Signing.Writing;

namespace Emulation.Documents.Signing.Verification;

/// <summary>Reads every signature of a file, checks it against the bytes it covers and compares the revisions after it.</summary>
internal static partial class SignatureReader
{
    private const int MostSignatures = 30;

    /// <exception cref="PdfFaultException">Not a PDF that can be read within bounds.</exception>
    public static FileSignatures Read(byte[] pdf)
    {
        var budget = new PdfBudget();
        var document = PdfDocument.Open(pdf, pdf.Length, budget);
        document.Pages();
        var fields = FormFields.Of(document);
        var signed = fields.Where(f => document.Resolve(f.Dictionary["FT"]) is PdfName { Name: "Sig" } && document.Resolve(f.Dictionary["V"]) is not null).ToList();
        if (signed.Count > MostSignatures)
            throw new PdfFaultException($"Tệp PDF có quá nhiều chữ ký (tối đa {MostSignatures}).");
        var signatures = signed.Select(field => ReadOne(pdf, document, field, budget)).OrderBy(s => s.End == 0 ? int.MaxValue : s.End).ToList();
        return new FileSignatures(Compare(pdf, document, signatures, budget), TextOf(fields, FormFields.Number), DateOf(TextOf(fields, FormFields.Date)), Written(pdf) > signed.Count);
    }

    /// <summary>Signatures that the bytes hold, whatever the newest form lists: a revision that empties the form must not make a signed file look like a draft.</summary>
    private static int Written(ReadOnlySpan<byte> pdf)
    {
        var count = 0;
        for (int at; (at = pdf.IndexOf("/ByteRange"u8)) >= 0; count++)
            pdf = pdf[(at + "/ByteRange".Length)..];
        return count;
    }

    private static FileSignature ReadOne(byte[] pdf, PdfDocument document, FormField field, PdfBudget budget)
    {
        var faults = new List<string>();
        var value = document.Dictionary(field.Dictionary["V"]);
        var contents = document.Resolve(value?["Contents"]) as PdfString;
        var end = 0;
        var cms = new CmsFinding();
        if (value is null || contents is null)
        {
            faults.Add("Trường chữ ký không chứa chữ ký.");
        }
        else if (CheckRange(pdf, document, value, contents, faults) is { } range)
        {
            end = range.End;
            CheckRevision(pdf, contents, end, faults, budget);
            cms = CmsReader.Read(contents.Bytes, [.. pdf.AsSpan(0, range.GapStart), .. pdf.AsSpan(range.GapEnd, end - range.GapEnd)], faults);
        }

        return new FileSignature
        {
            Field = field.Name,
            End = end,
            CoversWholeFile = end == pdf.Length,
            Faults = faults,
            Reason = Short(value?.Text("Reason")),
            Location = Short(value?.Text("Location")),
            ClaimedTime = TimeOf(value?.Text("M")),
            Certificate = cms.Certificate,
            Others = cms.Others,
            Stamp = cms.Stamp,
            StampCertificate = cms.StampCertificate,
        };
    }

    /// <summary>Everything from the first byte to the end of a revision is covered, but for exactly the string that holds the signature.</summary>
    private static (int GapStart, int GapEnd, int End)? CheckRange(byte[] pdf, PdfDocument document, PdfDictionary value, PdfString contents, List<string> faults)
    {
        var numbers = (document.Resolve(value["ByteRange"]) as PdfArray)?.Items.Select(i => (document.Resolve(i) as PdfToken)?.Number).ToList();
        if (numbers is not [0, > 0 and var first, > 0 and var second, > 0 and var rest] || second + rest > pdf.Length)
        {
            faults.Add("Chữ ký không bao phủ nội dung nào của tệp.");
            return null;
        }

        if ((int)first! != contents.Start || (int)second! != contents.End || contents.Start == 0)
        {
            faults.Add("Phạm vi ký bỏ trống nhiều hơn chỗ của chính chữ ký: phần bỏ trống không được bảo vệ.");
            return null;
        }

        return ((int)first, (int)second, (int)(second + rest)!);
    }

    /// <summary>What is covered must be a whole file of its own, in which this signature stands.</summary>
    private static void CheckRevision(byte[] pdf, PdfString contents, int end, List<string> faults, PdfBudget budget)
    {
        var tail = pdf.AsSpan(0, end).TrimEnd("\r\n"u8);
        if (end - tail.Length > 2 || !tail.EndsWith("%%EOF"u8))
        {
            faults.Add("Phạm vi ký không kết thúc ở cuối một phiên bản của tệp.");
            return;
        }

        try
        {
            var revision = PdfDocument.Open(pdf, end, budget);
            if (!FormFields.Of(revision).Any(f => (revision.Resolve(revision.Dictionary(f.Dictionary["V"])?["Contents"]) as PdfString)?.Start == contents.Start))
                faults.Add("Chữ ký không nằm trong phiên bản mà nó bao phủ.");
        }
        catch (PdfFaultException fault)
        {
            faults.Add($"Phiên bản được ký không đọc được. {fault.Message}");
        }
    }

    private static List<FileSignature> Compare(byte[] pdf, PdfDocument whole, List<FileSignature> signatures, PdfBudget budget)
    {
        var ends = signatures.Where(s => s.End > 0).Select(s => s.End).Append(pdf.Length).Distinct().Order().ToList();
        return [.. signatures.Select(signature => signature.End == 0 || signature.CoversWholeFile ? signature
            : signature with { ChangesAfter = ChangesFrom(signature.End, ends.First(e => e > signature.End)) })];

        List<RevisionChange> ChangesFrom(int end, int next)
        {
            try
            {
                var later = next == pdf.Length ? whole : PdfDocument.Open(pdf, next, budget);
                var changes = RevisionComparison.Changes(PdfDocument.Open(pdf, end, budget), later);
                if (next == pdf.Length && signatures.TrueForAll(s => !s.CoversWholeFile))
                    changes.Add(new RevisionChange(ChangeKind.ContentChanged, "Sau chữ ký cuối cùng, tệp còn bị ghi thêm dữ liệu không được ký."));
                return changes;
            }
            catch (PdfFaultException fault)
            {
                return [new RevisionChange(ChangeKind.ContentChanged, $"Không so sánh được với phiên bản sau. {fault.Message}")];
            }
        }
    }

    private static string? TextOf(IReadOnlyList<FormField> fields, string name) =>
        Short(fields.FirstOrDefault(f => f.Name == name)?.Dictionary.Text("V")) is { Length: > 0 } text ? text : null;

    private static string? Short(string? text) => text is null ? null : Rendering.PlainText.Clean(text.Length > 300 ? text[..300] : text);

    internal static DateOnly? DateOf(string? text) =>
        text is not null && DatePattern().Match(text) is { Success: true } m
        && DateOnly.TryParseExact($"{m.Groups[3].Value}-{m.Groups[2].Value.PadLeft(2, '0')}-{m.Groups[1].Value.PadLeft(2, '0')}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    internal static DateTimeOffset? TimeOf(string? text) =>
        text is not null && TimePattern().Match(text) is { Success: true } m
        && DateTimeOffset.TryParseExact($"{m.Groups[1].Value} {(m.Groups[2].Value is "" or "Z" ? "+00:00" : $"{m.Groups[2].Value}{m.Groups[3].Value}:{m.Groups[4].Value}")}",
            "yyyyMMddHHmmss zzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    [GeneratedRegex(@"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})")]
    private static partial Regex DatePattern();

    [GeneratedRegex(@"^D:(\d{14})(?:(Z|[+-])(?:(\d\d)'?(\d\d)'?)?)?")]
    private static partial Regex TimePattern();
}
