using System.Text.Json.Serialization;
using Emulation.Documents.Signing.Revisions;

namespace Emulation.Documents.Signing.Writing;

/// <summary>Where the signatures of a document go.</summary>
/// <param name="Page">Page from 0.</param>
/// <param name="Person">Room between title and name.</param>
public sealed record SignaturePlace(int Page, PdfBox Person)
{
    private const double Millimetre = 72 / 25.4;

    /// <summary>Diameter of the seal of a commune's or city's committee.</summary>
    private const double Seal = 36 * Millimetre;

    /// <summary>The seal lies over the left third of the person's signature.</summary>
    [JsonIgnore]
    public PdfBox Organisation => new(Person.X + Person.Width / 3 - Seal, Person.Y + (Person.Height - Seal) / 2, Seal, Seal);

    /// <summary>Top right corner of page 1, inside the right margin.</summary>
    public static PdfBox Attachment(double pageWidth, double pageHeight) => new(pageWidth - 15 * Millimetre - 190, pageHeight - 6 * Millimetre - 38, 190, 38);
}
