using Emulation.Contracts.Campaigns;
using Emulation.Documents.Data;
using Emulation.Documents.Domain;
using Emulation.Documents.Domain.Papers;
using Emulation.Documents.Rendering.Docx;
using Emulation.Documents.Rendering.Model;
using Emulation.Documents.Rendering.Pdf;
using Emulation.Documents.Signing.Writing;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Documents.Composition;

/// <summary>Gathers what a document rests on, writes its text and draws it.</summary>
internal sealed class DocumentWriter(DocumentsDbContext db, DocxRenderer docx, PdfRenderer pdf, IConfiguration configuration, TimeProvider time)
{
    public byte[] Draw(OfficialDocument text, FileFormat format) => format == FileFormat.Pdf ? pdf.Render(text) : docx.Render(text);

    /// <summary>The PDF to be signed, with blank fields for number and date, and where the signatures go.</summary>
    public (byte[] Pdf, SignaturePlace Place)? DrawForSigning(OfficialDocument text) => pdf.RenderForSigning(text);

    public async Task<OfficialDocument> WriteAsync(Document document, CancellationToken cancellationToken) =>
        Text(await GatherAsync(document, cancellationToken));

    public static OfficialDocument Text(Draft draft) => draft.Document.Content switch
    {
        DeadlineNotice notice => DeadlineNoticeText.Write(draft, notice),
        null when draft.Document.Type == DocumentType.Decision => DecisionText.Write(draft),
        null => ProposalText.Write(draft),
        var other => throw new NotSupportedException($"Nobody writes {other.GetType().Name}."),
    };

    /// <summary>What stands behind the number: “TTr-UBND”.</summary>
    public async Task<string> SymbolSuffixAsync(Document document, CancellationToken cancellationToken) => (await GatherAsync(document, cancellationToken)).SymbolSuffix;

    private async Task<Draft> GatherAsync(Document document, CancellationToken cancellationToken)
    {
        var ownCode = Issuer.UnitBehind(document.UnitCode);
        var council = ownCode != document.UnitCode;
        var codes = new[] { ownCode, ParentOf(ownCode), Auth.CityUnit, document.ProposingUnitCode ?? ownCode };
        var units = await db.Units.AsNoTracking().Where(u => codes.Contains(u.Code)).ToDictionaryAsync(u => u.Code, cancellationToken);
        var places = await db.PlaceNames.AsNoTracking().Where(p => codes.Contains(p.UnitCode)).ToDictionaryAsync(p => p.UnitCode, p => p.Text, cancellationToken);

        var own = units.GetValueOrDefault(ownCode) ?? Unit.Unregistered(ownCode, council ? NameOfCouncilsUnit(document.UnitName) : document.UnitName);
        var city = units.GetValueOrDefault(Auth.CityUnit) ?? (own.Kind == UnitKind.City ? own : null);
        var parent = own.ParentCode is { } code ? units.GetValueOrDefault(code) : null;
        var issuer = Issuer.Of(document.UnitCode, own, parent, city, unit => places.GetValueOrDefault(unit.Code) ?? unit.BareName);
        var campaign = await db.Campaigns.AsNoTracking().SingleOrDefaultAsync(c => c.Id == document.CampaignId, cancellationToken);
        var wording = configuration.GetSection("Wording").Get<Wording>() ?? new Wording();
        var today = document.Date ?? VietnamTime.Today(time);
        return new Draft(document, issuer, city, own, campaign?.LegalBases ?? [], wording, today);
    }

    private static string ParentOf(string code) => code.LastIndexOf('-') is > 0 and var at ? code[..at] : Auth.CityUnit;

    private static string NameOfCouncilsUnit(string councilName) => VietnameseText.UpperFirst(councilName.Replace("Hội đồng Thi đua - Khen thưởng ", "", StringComparison.Ordinal));
}
