using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Emulation.Documents.FormCheck;
using Emulation.Documents.Rendering.Office;
using Emulation.Documents.Tests.FormCheck;
using Emulation.Documents.Tests.Rendering;
using Emulation.ServiceDefaults;
using Emulation.TestKit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Emulation.Documents.Tests.Service.DocumentsFixture;

namespace Emulation.Documents.Tests.Service;

/// <summary>A draft goes to Word and comes back.</summary>
public sealed class EditedDraftTests(DocumentsFixture service) : IClassFixture<DocumentsFixture>
{
    private const string Sentence = "Ủy ban nhân dân phường trân trọng báo cáo và đề nghị xem xét, quyết định theo thẩm quyền.";

    [Fact]
    public async Task Upload_EditedDocx_TellsChangesFormAndKeepsTheBytes()
    {
        var (ward, id) = await DraftAsync();
        var edited = await EditAsync(ward, id, Insert);
        var answer = await PutAsync(ward, id, edited).OkAsync();
        Assert.Equal(("added", Sentence), (Only(answer, c => (string?)c["after"] == Sentence, "kind"), Sentence));
        Assert.Equal((1, false, true), ((int)answer["current"]!["revision"]!, (bool)answer["outdated"]!, (bool)answer["fillable"]!));
        Assert.Equal("docx", (string)answer["formCheck"]!["fileKind"]!);
        Assert.Empty(answer["formCheck"]!["deviations"]!.AsArray());
        Assert.Equal(edited, await service.As(ward).GetByteArrayAsync($"/documents/{id}/edited/docx"));
        // The same bytes again are no new revision; others are.
        Assert.Equal(1, (int)(await PutAsync(ward, id, edited).OkAsync())["current"]!["revision"]!);
        var second = await PutAsync(ward, id, await EditAsync(ward, id, m => Form.Say(m, "TrichYeu", "Về việc đề nghị khen thưởng thành tích cải cách hành chính"))).OkAsync();
        Assert.Equal([2, 1], second["revisions"]!.AsArray().Select(r => (int)r!["revision"]!));
        Assert.Equal(edited, await service.As(ward).GetByteArrayAsync($"/documents/{id}/edited/docx?revision=1"));
    }

    [Fact]
    public async Task Upload_NumberAndListChangedByHand_WarnsThatTheSystemOwnsThem()
    {
        var (ward, id) = await DraftAsync();
        var answer = await PutAsync(ward, id, await EditAsync(ward, id, m =>
        {
            Form.Say(m, "SoKyHieu", "Số: 99/TTr-UBND");
            Form.Say(m, "NoiDungBang", "7");
        })).OkAsync();
        Assert.Equal(2, answer["changes"]!.AsArray().Count(c => (bool)c!["systemOwned"]!));
        Assert.Contains(answer["warnings"]!.AsArray(), w => ((string)w!).Contains("do hệ thống ghi từ dữ liệu"));
    }

    [Fact]
    public async Task Upload_WithDeviations_TellsThem()
    {
        var (ward, id) = await DraftAsync();
        var answer = await PutAsync(ward, id, await EditAsync(ward, id, m => Form.Say(m, "QuyenHanChucVu", "TM. UBND PHƯỜNG"))).OkAsync();
        Assert.Equal("TT37", (string)Assert.Single(answer["formCheck"]!["deviations"]!.AsArray())!["code"]!);
    }

    [Fact]
    public async Task Upload_ByOthersStaleOrForeignFiles_IsRefusedAndKeepsNothing()
    {
        var (ward, id) = await DraftAsync();
        var edited = await EditAsync(ward, id, Insert);
        await (await PutAsync(service.NewWard(), id, edited)).ProblemAsync(404, "DOC-0001");
        await (await PutAsync("31", id, edited)).ProblemAsync(403, "DOC-0007");
        await (await PutAsync(ward, id, edited, "\"99\"")).ProblemAsync(412, "EMU-0008");
        await (await PutAsync(ward, id, "%PDF-1.4\n%%EOF\n"u8.ToArray())).ProblemAsync(422, "DOC-0042");
        var harmful = await EditAsync(ward, id, m => m.DocumentSettingsPart!.AddExternalRelationship("http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate", new Uri("http://example.org/t.dotm"), "rIdT"));
        await (await PutAsync(ward, id, harmful)).ProblemAsync(422, "DOC-0041");
        using var reaching = new MemoryStream();
        reaching.Write(edited);
        using (var zip = new ZipArchive(reaching, ZipArchiveMode.Update, leaveOpen: true))
            zip.CreateEntry("../outside.xml").Open().Dispose();
        await (await PutAsync(ward, id, reaching.ToArray())).ProblemAsync(422, "DOC-0041");
        await (await service.As(ward, Policies.DocumentsRead).PutAsync($"/documents/{id}/edited", new ByteArrayContent(edited))).ProblemAsync(403, "EMU-0004");
        await (await service.As(ward).GetAsync($"/documents/{id}/edited")).ProblemAsync(404, "DOC-0043");
        await PutAsync(ward, id, edited).OkAsync();
        await (await service.As(service.NewWard()).GetAsync($"/documents/{id}/edited")).ProblemAsync(404, "DOC-0001");
        await (await service.As(service.NewWard()).GetAsync($"/documents/{id}/edited/docx")).ProblemAsync(404, "DOC-0001");
    }

    // Each part reads well, but the package does not open: kept, it would make every later look at the document fail.
    [Fact]
    public async Task Upload_PackageWithAPartTwice_IsRefusedAndKeepsNothing()
    {
        var (ward, id) = await DraftAsync();
        using var twice = new MemoryStream();
        twice.Write(await EditAsync(ward, id, Insert));
        using (var zip = new ZipArchive(twice, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var part = zip.CreateEntry("word/document.xml").Open();
            part.Write("<a/>"u8);
        }

        await (await PutAsync(ward, id, twice.ToArray())).ProblemAsync(422, "DOC-0042");
        Assert.Equal(HttpStatusCode.OK, (await service.As(ward).GetAsync($"/documents/{id}/pdf")).StatusCode);
    }

    [Fact]
    public async Task Data_ChangedAfterTheEdit_IsToldAndTheOfficialDecides()
    {
        var (ward, id) = await DraftAsync();
        await PutAsync(ward, id, await EditAsync(ward, id, Insert)).OkAsync();
        await service.SubmitAsync(Snapshot(ward, number: 2));
        var answer = await service.As(ward).GetAsync($"/documents/{id}/edited").OkAsync();
        Assert.True((bool)answer["outdated"]!);
        await (await service.As(ward).PostAsJsonAsync($"/documents/{id}/issue", new { })).ProblemAsync(409, "DOC-0044");
        Assert.False((bool)(await service.As(ward).PostAsync($"/documents/{id}/edited/keep", null).OkAsync())["outdated"]!);
    }

    [Fact]
    public async Task Remove_EditedDraft_GivesTheSystemsDraftBackAndKeepsTheHistory()
    {
        var (ward, id) = await DraftAsync();
        await PutAsync(ward, id, await EditAsync(ward, id, Insert)).OkAsync();
        Assert.Equal("draft", (string)(await service.As(ward).DeleteAsync($"/documents/{id}/edited").OkAsync())["document"]!["state"]!);
        await (await service.As(ward).DeleteAsync($"/documents/{id}/edited")).ProblemAsync(404, "DOC-0043");
        Assert.DoesNotContain(Sentence, new PdfReader(await service.As(ward).GetByteArrayAsync($"/documents/{id}/pdf")).AllText.Replace('\n', ' '));
        Assert.Equal(HttpStatusCode.OK, (await service.As(ward).GetAsync($"/documents/{id}/edited/docx?revision=1")).StatusCode);
        var issued = await service.As(ward).PostAsJsonAsync($"/documents/{id}/issue", new { }).OkAsync();
        Assert.Equal("01/TTr-UBND", (string)issued["document"]!["symbol"]!);
    }

    [Fact]
    public async Task Issue_WithoutLibreOffice_IsRefusedWithTheWayOutAndTakesNoNumber()
    {
        var (ward, id) = await DraftAsync();
        await PutAsync(ward, id, await EditAsync(ward, id, Insert)).OkAsync();
        var settings = service.Services.GetRequiredService<IConfiguration>();
        settings["Office:Program"] = "";
        try
        {
            var refused = await (await service.As(ward).PostAsJsonAsync($"/documents/{id}/issue", new { })).ProblemAsync(409, "DOC-0046");
            Assert.Contains("Gỡ bản chỉnh sửa", (string)refused["detail"]!);
            await (await service.As(ward).GetAsync($"/documents/{id}/pdf")).ProblemAsync(409, "DOC-0046");
            Assert.False((bool)(await service.As(ward).GetAsync($"/documents/{id}/edited").OkAsync())["convertible"]!);
        }
        finally
        {
            settings["Office:Program"] = null;
        }

        await service.As(ward).DeleteAsync($"/documents/{id}/edited");
        Assert.Equal("01/TTr-UBND", (string)(await service.As(ward).PostAsJsonAsync($"/documents/{id}/issue", new { }).OkAsync())["document"]!["symbol"]!);
    }

    [Fact]
    public async Task Issue_EditWithoutPlaceOfTheNumber_IsRefusedAndTakesNoNumber()
    {
        NeedsOffice();
        var (ward, id) = await DraftAsync();
        var answer = await PutAsync(ward, id, await EditAsync(ward, id, m => Form.First(m, "SoKyHieu").Remove())).OkAsync();
        Assert.False((bool)answer["fillable"]!);
        await (await service.As(ward).PostAsJsonAsync($"/documents/{id}/issue", new { })).ProblemAsync(409, "DOC-0045");
        await service.As(ward).DeleteAsync($"/documents/{id}/edited");
        Assert.Equal("01/TTr-UBND", (string)(await service.As(ward).PostAsJsonAsync($"/documents/{id}/issue", new { }).OkAsync())["document"]!["symbol"]!);
    }

    [Fact]
    public async Task Issue_EditedDraft_StoresItsTextWithNumberAndDateInBothFiles()
    {
        NeedsOffice();
        var (ward, id) = await DraftAsync();
        await PutAsync(ward, id, await EditAsync(ward, id, Insert)).OkAsync();
        await service.As(ward).PostAsJsonAsync($"/documents/{id}/issue", new { signerName = "Trần Văn Hoạch" }).OkAsync();
        using (var package = WordprocessingDocument.Open(new MemoryStream(await service.As(ward).GetByteArrayAsync($"/documents/{id}/docx")), false))
        {
            var text = package.MainDocumentPart!.Document.InnerText;
            foreach (var part in (string[])["Số: 01/TTr-UBND", "ngày 21 tháng 11 năm 2026", Sentence])
                Assert.Contains(part, text);
        }

        var pdf = await service.As(ward).GetByteArrayAsync($"/documents/{id}/pdf");
        var report = Form.Check(pdf);
        Assert.True(!report.Deviations.Any(), Form.Told(report));
        Assert.Contains(report.Document.Paragraphs, p => p.Text == "Số: 01/TTr-UBND");
        Assert.Contains(report.Document.Paragraphs, p => p.Text == Sentence);

        var (number, date) = EditedPlaces.Find(pdf, new WorkBudget());
        // Number and date stand on one line in the upper half of page 1, the number at the left.
        Assert.True(number is { Page: 1, Width: > 5 and < 60 } && date is { Page: 1, Width: > 80 } && number.X < date.X);
        Assert.Equal(number!.Y, date!.Y, tolerance: 2);
        Assert.InRange(number.Y, 600, 800);
    }

    [Fact]
    public async Task FormCheck_AnyFile_IsMeasuredAndNothingIsKept()
    {
        var ward = service.NewWard();
        var answer = await service.As(ward, Policies.DocumentsRead).PostAsync("/form-checks", File(Render.Pdf(Samples.Decision(3)))).OkAsync();
        Assert.Equal(("pdf", 0), ((string)answer["fileKind"]!, answer["deviations"]!.AsArray().Count));
        var wrong = await service.As(ward).PostAsync("/form-checks", File(Encoding.UTF8.GetBytes("KẾ HOẠCH\n\nNội dung.\n\nNơi nhận:\n- Lưu VT.\nTM. UBND PHƯỜNG"))).OkAsync();
        var deviation = wrong["deviations"]!.AsArray().Single(d => (string)d!["code"]! == "TT37")!;
        Assert.Equal(("error", 5), ((string)deviation["severity"]!, (int)deviation["paragraph"]!));
        Assert.Contains("Nghị định 30/2020", (string)deviation["law"]!);
        await (await service.As(ward).PostAsync("/form-checks", File([0, 1, 2, 3]))).ProblemAsync(422, "DOC-0040");
        await (await service.As(ward).PostAsync("/form-checks", File([]))).ProblemAsync(400, "EMU-0001");
        await (await service.As(ward, Policies.ScoresRead).PostAsync("/form-checks", File([1]))).ProblemAsync(403, "EMU-0004");
    }

    private void NeedsOffice()
    {
        if (!service.Services.GetRequiredService<LibreOfficeConverter>().IsInstalled)
            Assert.Skip("LibreOffice is not installed.");
    }

    private static void Insert(MainDocumentPart main)
    {
        var last = main.Document.Descendants<Paragraph>().Last(p => p.InnerText.EndsWith("./."));
        var added = (Paragraph)last.CloneNode(true);
        added.Descendants<Text>().First().Text = Sentence;
        added.Descendants<Run>().Skip(1).ToList().ForEach(r => r.Remove());
        last.InsertBeforeSelf(added);
    }

    private async Task<(string Ward, Guid Id)> DraftAsync()
    {
        var ward = service.NewWard();
        await service.RegisterAsync(ward, "Phường Thử Nghiệm");
        return (ward, await service.DraftAsync(ward));
    }

    private async Task<byte[]> EditAsync(string ward, Guid id, Action<MainDocumentPart> change)
    {
        using var stream = new MemoryStream();
        stream.Write(await service.As(ward).GetByteArrayAsync($"/documents/{id}/docx"));
        using (var package = WordprocessingDocument.Open(stream, true))
        {
            change(package.MainDocumentPart!);
            package.MainDocumentPart!.Document.Save();
        }

        return stream.ToArray();
    }

    private Task<HttpResponseMessage> PutAsync(string unit, Guid id, byte[] docx, string? version = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, $"/documents/{id}/edited") { Content = File(docx) };
        if (version is not null)
            request.Headers.Add("If-Match", version);
        return service.As(unit).SendAsync(request);
    }

    private static ByteArrayContent File(byte[] bytes) => new(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };

    private static string Only(JsonNode answer, Func<JsonNode, bool> which, string member) =>
        (string)Assert.Single(answer["changes"]!.AsArray(), c => which(c!))![member]!;
}
