using Emulation.Contracts.Campaigns;
using Emulation.Documents.Composition.Plans;
using Emulation.Documents.Data;
using Emulation.Documents.Domain;
using Emulation.Documents.Domain.Papers;
using Emulation.Documents.Features.EditedDrafts;
using Emulation.Documents.Rendering.Docx;
using Emulation.Documents.Rendering.Model;
using Emulation.Documents.Rendering.Office;
using Emulation.Documents.Rendering.Pdf;
using Emulation.Documents.Signing.Writing;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Documents.Composition;

/// <summary>Gathers what a document rests on, writes its text and draws it.</summary>
internal sealed class DocumentWriter(DocumentsDbContext db, DocxRenderer docx, PdfRenderer pdf, LibreOfficeConverter office, IConfiguration configuration, TimeProvider time)
{
    public byte[] Draw(OfficialDocument text, FileFormat format) => format == FileFormat.Pdf ? pdf.Render(text) : docx.Render(text);

    public async Task<OfficialDocument> WriteAsync(Document document, CancellationToken cancellationToken) =>
        Text(await GatherAsync(document, cancellationToken));

    /// <summary>Files of a document as it would be issued now: of its edited draft where one stands, with number and date as the document has them.</summary>
    public async Task<(IReadOnlyList<byte[]>? Contents, Problem? Problem)> FilesAsync(Document document, CancellationToken cancellationToken, params FileFormat[] formats)
    {
        var text = await WriteAsync(document, cancellationToken);
        if (await db.EditedDrafts.AsNoTracking().CurrentAsync(document.Id, cancellationToken) is not { } edit)
            return ([.. formats.Select(format => Draw(text, format))], null);
        var head = LetterheadOf(text);
        if (EditedDocx.Fill(edit.Content, head) is not { } filled)
            return (null, Problems.EditUnfillable);
        var contents = new List<byte[]>();
        foreach (var format in formats)
        {
            var (content, problem) = format == FileFormat.Docx ? (filled, null) : await ConvertAsync(filled, $"{edit.Sha256} {head?.Number} {head?.PlaceAndDate}", cancellationToken);
            if (content is null)
                return (null, problem);
            contents.Add(content);
        }

        return (contents, null);
    }

    private async Task<(byte[]? Content, Problem? Problem)> ConvertAsync(byte[] filled, string key, CancellationToken cancellationToken)
    {
        if (!office.IsInstalled)
            return (null, WithoutOffice);
        try
        {
            return (await office.ToPdfAsync(filled, key, cancellationToken), null);
        }
        catch (OfficeFailedException e)
        {
            return (null, Problems.OfficeFailed.With(e.Message));
        }
    }

    /// <summary>Why the document cannot go out as it stands: its edited draft is overtaken or cannot be converted, or a letter cannot be printed, for no other font steps in. Ask before a number is taken.</summary>
    public async Task<Problem?> RefusalAsync(Document document, CancellationToken cancellationToken)
    {
        var edit = await db.EditedDrafts.AsNoTracking().Where(e => e.DocumentId == document.Id && e.RemovedAt == null).Select(e => new { e.DocumentVersion }).SingleOrDefaultAsync(cancellationToken);
        if (edit is not null)
            return edit.DocumentVersion < document.Version ? Problems.EditOutdated.With("Giữ bản chỉnh sửa, nộp bản khác hoặc gỡ bỏ rồi mới ban hành.") : office.IsInstalled ? null : WithoutOffice;
        return pdf.Unprintable(await WriteAsync(document, cancellationToken)) is { } rune
            ? Problems.UnprintableLetter.With($"Ký tự “{rune}” (U+{rune.Value:X4}) không có trong phông chữ của văn bản; sửa nội dung rồi ban hành.") : null;
    }

    private static Problem WithoutOffice => Problems.NoOffice.With("Gỡ bản chỉnh sửa để dùng dự thảo của hệ thống, hoặc đề nghị quản trị cài LibreOffice trên máy chủ.");

    /// <summary>Null for forms that have none.</summary>
    public static Letterhead? LetterheadOf(OfficialDocument text) => text.Sections[0].Blocks.OfType<Letterhead>().FirstOrDefault();

    /// <summary>The list of nominees as a file of its own; null for documents without lines.</summary>
    public async Task<OfficialDocument?> NomineeListAsync(Document document, CancellationToken cancellationToken) =>
        document.Content is null ? NomineeListText.Write(await GatherAsync(document, cancellationToken)) : null;

    public static OfficialDocument Text(Draft draft) => draft.Document.Content switch
    {
        DeadlineNotice notice => DeadlineNoticeText.Write(draft, notice),
        LaunchPlan plan => LaunchPlanText.Write(draft, plan),
        EmulationPledge pledge => EmulationPledgeText.Write(draft, pledge),
        SelfScoreSheet sheet => SelfScoreSheetText.Write(draft, sheet),
        UrgingLetter letter => UrgingLetterText.Write(draft, letter),
        CouncilMinutes minutes => CouncilMinutesText.Write(draft, minutes),
        CouncilBallot ballot => CouncilBallotText.Write(draft, ballot),
        AchievementReport report => AchievementReportText.Write(draft, report),
        CampaignReport report => CampaignReportText.Write(draft, report),
        RankingTable table => RankingTableText.Write(draft, table),
        null when draft.Document.Type == DocumentType.Decision => DecisionText.Write(draft),
        null => ProposalText.Write(draft),
        var other => throw new NotSupportedException($"Nobody writes {other.GetType().Name}."),
    };

    /// <summary>What stands behind the number: “TTr-UBND”.</summary>
    public async Task<string> SymbolSuffixAsync(Document document, CancellationToken cancellationToken) => (await GatherAsync(document, cancellationToken)).SymbolSuffix;

    /// <summary>The document with all that its text is made from.</summary>
    public async Task<Draft> GatherAsync(Document document, CancellationToken cancellationToken)
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
