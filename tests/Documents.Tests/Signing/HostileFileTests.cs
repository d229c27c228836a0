using System.Globalization;
using System.Text;
using Emulation.Documents.Signing.Revisions;
using Emulation.Documents.Signing.Verification;
using Xunit;

namespace Emulation.Documents.Tests.Signing;

/// <summary>Files made to hurt a reader: each ends in a sentence for the sender, at a cost that is bounded.</summary>
public sealed class HostileFileTests
{
    private const long MostAllocated = 600L * 1024 * 1024;

    [Theory]
    [InlineData("", "không phải là PDF")]
    [InlineData("hello", "không phải là PDF")]
    [InlineData("%PDF-1.7\n", "startxref")]
    [InlineData("%PDF-1.7\nstartxref\n", "số nguyên")]
    [InlineData("%PDF-1.7\nstartxref\n99999999999\n%%EOF", "số nguyên")]
    [InlineData("%PDF-1.7\nstartxref\n5000\n%%EOF", "ngoài tệp")]
    [InlineData("%PDF-1.7\nstartxref\n0\n%%EOF", "bảng tham chiếu")]
    [InlineData("%PDF-1.7\nxref\n0 1000000\n0000000000 65535 f \ntrailer\n<< /Size 1 >>\nstartxref\n9\n%%EOF", "quá nhiều đối tượng")]
    [InlineData("%PDF-1.7\nxref\n0 90000\n0000000000 65535 f \ntrailer\n<< /Size 1 >>\nstartxref\n9\n%%EOF", "cắt ngang")]
    [InlineData("%PDF-1.7\nxref\n0 1\n000000000x 65535 f \ntrailer\n<< /Size 1 >>\nstartxref\n9\n%%EOF", "dòng sai")]
    [InlineData("%PDF-1.7\nxref\n0 0\ntrailer\n<< /Size 1 /Prev 9 >>\nstartxref\n9\n%%EOF", "nối vòng")]
    [InlineData("%PDF-1.7\nxref\n0 0\ntrailer\n<< /Size 1 /Prev 88888 >>\nstartxref\n9\n%%EOF", "/Prev")]
    [InlineData("%PDF-1.7\nxref\n0 0\ntrailer\n<< /Size 1 /XRefStm 9 >>\nstartxref\n9\n%%EOF", "bảng tham chiếu nén")]
    [InlineData("%PDF-1.7\n1 0 obj\n<< /Type /XRef >>\nendobj\nstartxref\n9\n%%EOF", "bảng tham chiếu nén")]
    [InlineData("%PDF-1.7\nxref\n0 0\ntrailer\n<< /Size 1 /Encrypt 1 0 R >>\nstartxref\n9\n%%EOF", "mật khẩu")]
    [InlineData("%PDF-1.7\nxref\n0 0\ntrailer\n<< /Size 1 /Root 7 0 R >>\nstartxref\n9\n%%EOF", "danh mục gốc")]
    [InlineData("%PDF-1.7\nxref\n0 0\ntrailer\n<< /Size 1 /Size 2 >>\nstartxref\n9\n%%EOF", "hai lần")]
    [InlineData("%PDF-1.7\nxref\n0 0\ntrailer\n<< /A (mở >>\nstartxref\n9\n%%EOF", "không đóng")]
    [InlineData("%PDF-1.7\nxref\n0 0\ntrailer\n<< /A <zz> >>\nstartxref\n9\n%%EOF", "ký tự lạ")]
    public void Read_BrokenFile_SaysWhatIsWrong(string file, string part) => Refuse(Encoding.Latin1.GetBytes(file), part);

    [Fact]
    public void Read_MillionObjects_IsRefusedBeforeTheyAreRead()
    {
        var file = new StringBuilder("%PDF-1.7\nxref\n0 1000000\n", 21_000_000);
        for (var i = 0; i < 1_000_000; i++)
            file.Append("0000000009 00000 n \n");
        Refuse(Encoding.ASCII.GetBytes(file.Append("trailer\n<< /Size 1000000 /Root 1 0 R >>\nstartxref\n9\n%%EOF").ToString()), "quá nhiều đối tượng");
    }

    [Fact]
    public void Read_ManyObjectsThatAreOneLargeArray_RunsOutOfItsBudget()
    {
        var large = $"<< /Type /Catalog /Pages 2 0 R /A [{string.Join(' ', Enumerable.Repeat("0", 200_000))}] >>";
        var file = new StringBuilder("%PDF-1.7\n");
        var at = file.Length;
        file.Append("1 0 obj\n").Append(large).Append("\nendobj\n");
        // Each number is a reference to an object that has to be read to be refused.
        var pages = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"2 0 obj\n<< /Kids [{string.Join(' ', Enumerable.Range(3, 300).Select(i => $"{i} 0 R"))}] >>\nendobj\n");
        var offsets = new List<int>();
        for (var i = 3; i < 303; i++)
        {
            offsets.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i} 0 obj\n{large}\nendobj\n");
        }

        var table = file.Length;
        file.Append("xref\n0 303\n0000000000 65535 f \n");
        foreach (var offset in (int[])[at, pages, .. offsets])
            file.Append(CultureInfo.InvariantCulture, $"{offset:0000000000} 00000 n \n");
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size 303 /Root 1 0 R >>\nstartxref\n{table}\n%%EOF");
        Refuse(Encoding.ASCII.GetBytes(file.ToString()), "quá phức tạp");
    }

    [Theory]
    [InlineData("[")]
    [InlineData("<</A ")]
    public void Read_NestedWithoutEnd_IsRefused(string open) =>
        Refuse(Encoding.ASCII.GetBytes($"%PDF-1.7\nxref\n0 0\ntrailer\n{string.Concat(Enumerable.Repeat(open, 100_000))}\nstartxref\n9\n%%EOF"), "lồng quá nhiều lớp");

    [Fact]
    public void Read_PageTreeInALoop_IsRefused() => Refuse(Build("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R] >>"), "cây trang bị vòng");

    [Fact]
    public void Read_StreamWhoseLengthIsItself_IsRefused() => Refuse(Build("<< /Type /Catalog /Pages 2 0 R >>", "<< /Length 2 0 R >>\nstream\nx\nendstream"), "tham chiếu vòng");

    [Fact]
    public void Read_ReferencesInALoop_IsRefused() => Refuse(Build("<< /Type /Catalog /Pages 2 0 R >>", "3 0 R", "2 0 R"), "tham chiếu vòng");

    [Fact]
    public void Read_ObjectUnderAnothersNumber_IsRefused()
    {
        var file = Encoding.Latin1.GetString(Build("<< /Type /Catalog /Pages 2 0 R >>", "<< /Kids [] >>")).Replace("2 0 obj", "9 0 obj", StringComparison.Ordinal);
        Refuse(Encoding.Latin1.GetBytes(file), "không nằm ở chỗ được chỉ");
    }

    [Fact]
    public void Read_ManyRevisionsOneAfterAnother_IsRefused()
    {
        var file = Build("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] >>", "<< /Type /Page >>");
        for (var i = 0; i < 100; i++)
            file = new PdfIncrement(file).Save();
        Refuse(file, "quá nhiều");
    }

    private static byte[] Build(params string[] objects)
    {
        var file = new StringBuilder("%PDF-1.7\n");
        var offsets = new List<int>();
        foreach (var (i, body) in objects.Index())
        {
            offsets.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{body}\nendobj\n");
        }

        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
            file.Append(CultureInfo.InvariantCulture, $"{offset:0000000000} 00000 n \n");
        return Encoding.Latin1.GetBytes(file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF").ToString());
    }

    private static void Refuse(byte[] file, string part)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var fault = Assert.Throws<PdfFaultException>(() => SignatureReader.Read(file));
        Assert.Contains(part, fault.Message);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < MostAllocated);
    }
}
