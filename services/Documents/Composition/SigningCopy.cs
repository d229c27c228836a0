using Emulation.Documents.Data;
using Emulation.Documents.Domain;
using Emulation.Documents.Features.EditedDrafts;
using Emulation.Documents.FormCheck;
using Emulation.Documents.Rendering.Docx;
using Emulation.Documents.Rendering.Model;
using Emulation.Documents.Rendering.Office;
using Emulation.Documents.Rendering.Pdf;
using Emulation.Documents.Signing.Revisions;
using Emulation.Documents.Signing.Writing;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Documents.Composition;

/// <summary>A document frozen for signing.</summary>
/// <param name="Pdf">What is signed: number and date are blank fields.</param>
/// <param name="Docx">Its editable companion.</param>
/// <param name="Place">Where the signatures go.</param>
internal sealed record Frozen(byte[] Pdf, byte[] Docx, SignaturePlace Place);

/// <summary>Makes the PDF that is signed, from the model, or from the edited draft where one stands.</summary>
internal sealed class SigningCopy(DocumentsDbContext db, DocumentWriter writer, DocxRenderer docx, PdfRenderer pdf, LibreOfficeConverter office, FormFields fields)
{
    public async Task<(Frozen? Copy, Problem? Problem)> FreezeAsync(Document document, CancellationToken cancellationToken)
    {
        var text = await writer.WriteAsync(document, cancellationToken);
        var foot = text.Sections[0].Blocks.OfType<SignatureBlock>().FirstOrDefault();
        if (!document.Kind.Numbered || foot is null || DocumentWriter.LetterheadOf(text) is not { PlaceAndDate.Length: > 0 } head)
            return (null, Problems.WrongSigningStep.With("Loại văn bản này không có số hoặc có nhiều người ký, ký trên giấy."));
        if (await writer.RefusalAsync(document, cancellationToken) is { } refused)
            return (null, refused);
        if (await db.EditedDrafts.AsNoTracking().CurrentAsync(document.Id, cancellationToken) is { } edit)
            return await EditedAsync(edit, head, foot, cancellationToken);
        return pdf.RenderForSigning(text) is var (file, place) ? (new Frozen(file, docx.Render(text), place), null)
            : (null, Problems.WrongSigningStep.With("Loại văn bản này không có chỗ ký của một người."));
    }

    /// <summary>Converted twice: once as printed, to see where number and date are; once with the words of the date unseen, which its field will say.</summary>
    private async Task<(Frozen?, Problem?)> EditedAsync(EditedDraft edit, Letterhead head, SignatureBlock foot, CancellationToken cancellationToken)
    {
        if (EditedDocx.Fill(edit.Content, head) is not { } asPrinted || EditedDocx.Fill(edit.Content, head, dateUnseen: true) is not { } blank)
            return (null, Problems.EditUnfillable);
        try
        {
            var printed = await office.ToPdfAsync(asPrinted, $"{edit.Sha256} {head.Number} {head.PlaceAndDate}", cancellationToken);
            var signed = await office.ToPdfAsync(blank, $"{edit.Sha256} {head.Number} {head.PlaceAndDate} for signing", cancellationToken);
            var (number, day) = EditedPlaces.Find(printed, new WorkBudget());
            if (number is null || day is null || EditedPlaces.Signature(printed, foot.Authority[^1], new WorkBudget()) is not { } room)
                return (null, Problems.EditUnsignable);
            var file = fields.Add(signed, [Blank(FormFields.Number, number), Blank(FormFields.Date, day)]);
            return (new Frozen(file, asPrinted, new SignaturePlace(room.Page - 1, Box(room))), null);
        }
        catch (OfficeFailedException e)
        {
            return (null, Problems.OfficeFailed.With(e.Message));
        }
        catch (PdfFaultException e)
        {
            return (null, Problems.EditUnsignable.With(e.Message));
        }
    }

    private static BlankField Blank(string name, FieldBox box) => new(name, box.Page - 1, Box(box), box.Size);

    private static PdfBox Box(FieldBox box) => new(box.X, box.Y, box.Width, box.Height);
}
