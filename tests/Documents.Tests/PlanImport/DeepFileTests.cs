using System.IO.Compression;
using System.Text;
using System.Xml;
using Emulation.Documents.PlanImport.Source;
using Xunit;

namespace Emulation.Documents.Tests.PlanImport;

public sealed class DeepFileTests
{
    // A thousand bytes when packed; reading it took longer than anybody waits.
    [Theory]
    [InlineData("<w:p>", "</w:p>")]
    [InlineData("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>")]
    public void Read_ElementsInOneAnotherWithoutEnd_AreRefused(string open, string close) =>
        Assert.Throws<XmlException>(() => WordSource.Read(Word(string.Concat(Enumerable.Repeat(open, 20_000)) + string.Concat(Enumerable.Repeat(close, 20_000)))));

    private static byte[] Word(string body)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = zip.CreateEntry("word/document.xml").Open();
            part.Write(Encoding.UTF8.GetBytes($"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}</w:body></w:document>"));
        }

        return stream.ToArray();
    }
}
