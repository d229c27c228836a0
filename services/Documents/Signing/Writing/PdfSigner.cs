using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Emulation.Documents.Rendering.Fonts;
using Emulation.Documents.Rendering.Pdf;
using Emulation.Documents.Signing.Revisions;

namespace Emulation.Documents.Signing.Writing;

/// <summary>A file with room for a signature: everything but the gap is signed.</summary>
/// <param name="File">The whole file; the gap holds zeros.</param>
/// <param name="GapStart">Position of the bracket that opens the gap.</param>
/// <param name="GapEnd">First byte after the bracket that closes it.</param>
public sealed record PreparedFile(byte[] File, int GapStart, int GapEnd)
{
    /// <summary>The bytes that are signed.</summary>
    public byte[] Signed => [.. File.AsSpan(0, GapStart), .. File.AsSpan(GapEnd)];

    public byte[] Digest
    {
        get
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            hash.AppendData(File, 0, GapStart);
            hash.AppendData(File, GapEnd, File.Length - GapEnd);
            return hash.GetHashAndReset();
        }
    }

    /// <summary>Largest CMS that fits, in bytes.</summary>
    public int Room => (GapEnd - GapStart - 2) / 2;

    /// <summary>The signed file.</summary>
    public byte[] Complete(byte[] cms)
    {
        if (cms.Length > Room)
            throw new ArgumentException($"The signature has {cms.Length} bytes, there is room for {Room}.", nameof(cms));
        var signed = (byte[])File.Clone();
        Encoding.ASCII.GetBytes(Convert.ToHexString(cms)).CopyTo(signed, GapStart + 1);
        return signed;
    }
}

/// <summary>Adds a signature to a PDF as one more revision: earlier signatures keep the bytes they signed.</summary>
internal sealed class PdfSigner(FontLibrary fonts)
{
    /// <summary>Room for a CMS with three certificates and a time stamp.</summary>
    private const int Room = 16_000;

    private const string Unknown = "0000000000";

    /// <exception cref="PdfFaultException">Not a PDF that can be signed here.</exception>
    public PreparedFile Prepare(byte[] pdf, NewSignature request)
    {
        var increment = new PdfIncrement(pdf);
        var pages = increment.Document.Pages();
        if (request.Page >= pages.Count)
            throw PdfFaultException.Broken("không có trang để đặt chữ ký");
        var page = pages[request.Page];
        var look = new SignatureDrawing(fonts).Write(increment.Added, request);
        var signature = increment.Added.Add(
            "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached " +
            $"/ByteRange [0 {Unknown} {Unknown} {Unknown}] /Contents <{new string('0', Room * 2)}> " +
            $"/Name {PdfFile.Text(request.Name)} /Reason {PdfFile.Text(request.Reason)} /Location {PdfFile.Text(NewSignature.Location)} /M ({request.PdfTime}) >>");
        var box = request.Box;
        var widget = increment.Added.Add(
            $"<< /Type /Annot /Subtype /Widget /FT /Sig /T ({FreeName(increment.Document)}) /F 132 /P {page} 0 R /V {signature} 0 R " +
            $"/Rect [{PdfFile.Number(box.X)} {PdfFile.Number(box.Y)} {PdfFile.Number(box.X + box.Width)} {PdfFile.Number(box.Y + box.Height)}] /AP << /N {look} 0 R >> >>");
        increment.AddAnnotations(page, widget);
        increment.AddFields([widget], ("SigFlags", new PdfToken("3")));
        var file = increment.Save();
        return SetRange(file, increment.OffsetOf(signature));
    }

    private static PreparedFile SetRange(byte[] file, int signatureAt)
    {
        var start = signatureAt + file.AsSpan(signatureAt).IndexOf("/Contents <"u8) + "/Contents ".Length;
        var end = start + 2 + Room * 2;
        var range = string.Create(CultureInfo.InvariantCulture, $"{start:0000000000} {end:0000000000} {file.Length - end:0000000000}");
        Encoding.ASCII.GetBytes(range).CopyTo(file, signatureAt + file.AsSpan(signatureAt).IndexOf("/ByteRange [0 "u8) + "/ByteRange [0 ".Length);
        return new PreparedFile(file, start, end);
    }

    private static string FreeName(PdfDocument document)
    {
        var taken = FormFields.Of(document).Select(f => f.Name).ToHashSet();
        return Enumerable.Range(1, taken.Count + 1).Select(n => $"chu-ky-{n}").First(name => !taken.Contains(name));
    }
}
