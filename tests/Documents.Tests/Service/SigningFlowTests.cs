using Emulation.Documents.Rendering.Office;
using Microsoft.Extensions.DependencyInjection;
using System.Net;
using System.Net.Http.Json;
using Emulation.Contracts.Documents;
using Emulation.Documents.Signing.Revisions;
using Emulation.Documents.Signing.Writing;
using Emulation.Documents.Tests.Rendering;
using Emulation.ServiceDefaults;
using Emulation.TestKit;
using Xunit;
using static Emulation.Documents.Tests.Service.SigningFixture;

namespace Emulation.Documents.Tests.Service;

/// <summary>The electronic way of a document: frozen, signed by the person, numbered, signed by the agency (Nghị định 30/2020 Điều 14, 15; C-29).</summary>
public sealed class SigningFlowTests(SigningFixture service) : IClassFixture<SigningFixture>
{
    // LTN-26-30/K.2: the person first, then number and date, then the agency.
    [Fact]
    public async Task Flow_FromDraftToIssue_SignsInOrderAndTellsOfIt()
    {
        var id = await service.NewDraftAsync();
        var submitted = await service.PostAsync(Ward, $"/documents/{id}/signing", new { signerName = "Vũ Hoàng Đăng" });
        Assert.Equal(("forSigning", "awaitingPerson"), ((string)submitted["state"]!, (string)submitted["step"]!));
        var frozen = await service.As(Ward).GetByteArrayAsync($"/documents/{id}/pdf");
        Assert.DoesNotContain("Nghị, ngày", new PdfReader(frozen).AllText);

        var signed = await service.PostAsync(Ward, $"/documents/{id}/signatures/person");
        Assert.Equal("awaitingNumber", (string)signed["step"]!);
        var told = await service.PublishedAsync<DocumentSigned>(e => e.DocumentId == id);
        Assert.Equal(("person", (string)signed["pdfSha256"]!), (told.Role, told.PdfSha256));

        var issued = await service.PostAsync(Ward, $"/documents/{id}/issue");
        Assert.Equal("issued", (string)issued["document"]!["state"]!);
        var symbol = (string)issued["document"]!["symbol"]!;
        Assert.Matches(@"^\d\d+/TTr-UBND$", symbol);
        var pdf = await service.As(Ward).GetByteArrayAsync($"/documents/{id}/pdf");
        Assert.Equal(frozen, pdf[..frozen.Length]);
        Assert.Equal((string)issued["files"]!.AsArray().Single(f => (string)f!["format"]! == "pdf")!["sha256"]!, (await service.PublishedAsync<DocumentIssued>(e => e.DocumentId == id)).PdfSha256);
        Assert.Equal(symbol.Split('/')[0], FormFields.Of(PdfDocument.Open(pdf)).Single(f => f.Name == FormFields.Number).Dictionary.Text("V"));

        var signing = await service.SigningAsync(id);
        Assert.Equal(("complete", "valid"), ((string)signing["step"]!, (string)signing["signatures"]!["outcome"]!));
        Assert.Equal(["person", "organisation"], signing["signatures"]!["signatures"]!.AsArray().Select(s => (string)s!["role"]!));
        Assert.Equal("organisation", (await service.PublishedAsync<DocumentSigned>(e => e.DocumentId == id && e.Role == "organisation")).Role);
    }

    [Fact]
    public async Task Flow_OfADraftEditedInWord_SignsTheEditedTextWithNumberAndDateInTheirPlaces()
    {
        if (!service.Services.GetRequiredService<LibreOfficeConverter>().IsInstalled)
            Assert.Skip("LibreOffice is not installed.");
        var id = await service.NewDraftAsync();
        // As it was downloaded: what counts here is that another program writes the PDF.
        var draft = await service.As(Ward).GetByteArrayAsync($"/documents/{id}/docx");
        var file = new ByteArrayContent(draft);
        file.Headers.ContentType = new("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        using var form = new MultipartFormDataContent { { file, "file", "du-thao.docx" } };
        await service.As(Ward).PutAsync($"/documents/{id}/edited", form).OkAsync();

        await service.PostAsync(Ward, $"/documents/{id}/signing", new { signerName = "Vũ Hoàng Đăng" });
        await service.PostAsync(Ward, $"/documents/{id}/signatures/person");
        var issued = await service.PostAsync(Ward, $"/documents/{id}/issue");
        var pdf = await service.As(Ward).GetByteArrayAsync($"/documents/{id}/pdf");
        Assert.Equal("valid", (string)(await service.SigningAsync(id))["signatures"]!["outcome"]!);
        var fields = FormFields.Of(PdfDocument.Open(pdf));
        Assert.Equal(((string)issued["document"]!["symbol"]!).Split('/')[0], fields.Single(f => f.Name == FormFields.Number).Dictionary.Text("V"));
        Assert.StartsWith("ngày ", fields.Single(f => f.Name == FormFields.Date).Dictionary.Text("V")!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/signerName", "Người Khác Tên", null)]
    [InlineData("/signerPosition", null, "Phó Chủ tịch")]
    public async Task Issue_NamingASignerOfWhatIsSigned_IsRefusedAndTakesNoNumber(string pointer, string? signerName, string? signerPosition)
    {
        var id = await service.SubmittedAsync();
        await service.PostAsync(Ward, $"/documents/{id}/signatures/person");
        var refused = await (await service.As(Ward).PostAsJsonAsync($"/documents/{id}/issue", new { signerName, signerPosition })).ProblemAsync(409, "DOC-0128");
        Assert.Equal(pointer, (string?)refused["errors"]![0]!["pointer"]);
        await (await service.As(service.NewWard()).PostAsJsonAsync($"/documents/{id}/issue", new { signerName, signerPosition })).ProblemAsync(404, "DOC-0001");
        Assert.Null((string?)(await service.SigningAsync(id))["symbol"]);
        Assert.Equal("issued", (string)(await service.PostAsync(Ward, $"/documents/{id}/issue"))["document"]!["state"]!);
    }

    // C-29: who meant the copy in signing must not get one on paper, unsigned and with a number.
    [Fact]
    public async Task Issue_ReturnedToDraftAndNotSeenSince_IsRefusedUntilTheVersionIsNamed()
    {
        var id = await service.SubmittedAsync();
        var version = (int)(await service.PostAsync(Ward, $"/documents/{id}/signing/return", new { reason = "Sửa trích yếu" }))["document"]!["version"]!;
        var refused = await (await service.As(Ward).PostAsJsonAsync($"/documents/{id}/issue", new { })).ProblemAsync(409, "DOC-0129");
        Assert.Contains("If-Match", (string?)refused["detail"], StringComparison.Ordinal);
        var request = new HttpRequestMessage(HttpMethod.Post, $"/documents/{id}/issue") { Content = JsonContent.Create(new { }) };
        request.Headers.Add("If-Match", $"\"{version}\"");
        Assert.Equal("issued", (string)(await service.As(Ward).SendAsync(request).OkAsync())["document"]!["state"]!);
    }

    [Fact]
    public async Task Issue_BeforeThePersonSigned_Returns409AndTakesNoNumber()
    {
        var id = await service.SubmittedAsync();
        var refused = await (await service.As(Ward).PostAsJsonAsync($"/documents/{id}/issue", new { })).ProblemAsync(409, "DOC-0021");
        Assert.Contains("chưa ký", (string)refused["detail"]!);
        Assert.Null((string?)(await service.SigningAsync(id))["symbol"]);
    }

    // LTN-26-30/K.3: the certificate decides who signs, and it is who the document names.
    [Fact]
    public async Task Sign_WithTheCertificateOfAnother_IsRefusedBeforeAnythingIsSigned()
    {
        var id = await service.NewDraftAsync();
        await service.PostAsync(Ward, $"/documents/{id}/signing", new { signerName = "Người Khác Tên" });
        var refused = await (await service.As(Ward).PostAsJsonAsync($"/documents/{id}/signatures/person", new { })).ProblemAsync(409, "DOC-0100");
        Assert.Contains("Người Khác Tên", (string)refused["detail"]!, StringComparison.Ordinal);
        Assert.Equal("awaitingPerson", (string)(await service.SigningAsync(id))["step"]!);
    }

    [Fact]
    public async Task Sign_TwiceAsPerson_Returns409()
    {
        var id = await service.SubmittedAsync();
        await service.PostAsync(Ward, $"/documents/{id}/signatures/person");
        await (await service.As(Ward).PostAsJsonAsync($"/documents/{id}/signatures/person", new { })).ProblemAsync(409, "DOC-0021");
    }

    [Fact]
    public async Task Sign_ManyAtOnce_OneWins()
    {
        var id = await service.SubmittedAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => service.As(Ward).PostAsJsonAsync($"/documents/{id}/signatures/person", new { })));
        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.OK);
        Assert.All(answers.Where(a => a.StatusCode != HttpStatusCode.OK), a => Assert.Equal(HttpStatusCode.Conflict, a.StatusCode));
        Assert.Single((await service.SigningAsync(id))["signatures"]!["signatures"]!.AsArray());
    }

    [Fact]
    public async Task Sign_SameKeyTwice_GivesTheSameAnswerAndOneSignature()
    {
        var id = await service.SubmittedAsync();
        var first = await service.As(Ward).PostKeyedAsync($"/documents/{id}/signatures/person", new { }, "sign-once");
        var second = await service.As(Ward).PostKeyedAsync($"/documents/{id}/signatures/person", new { }, "sign-once");
        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
    }

    [Fact]
    public async Task Sign_StaleVersion_Returns412()
    {
        var id = await service.SubmittedAsync();
        var request = new HttpRequestMessage(HttpMethod.Post, $"/documents/{id}/signatures/person") { Content = JsonContent.Create(new { }) };
        request.Headers.Add("If-Match", "\"1\"");
        await (await service.As(Ward).SendAsync(request)).ProblemAsync(412, "EMU-0008");
    }

    [Fact]
    public async Task Sign_ByOthers_IsRefused()
    {
        var id = await service.SubmittedAsync();
        await (await service.As(service.NewWard()).PostAsJsonAsync($"/documents/{id}/signatures/person", new { })).ProblemAsync(404, "DOC-0001");
        await (await service.As("31").PostAsJsonAsync($"/documents/{id}/signatures/person", new { })).ProblemAsync(403, "DOC-0036");
        await (await service.As(Ward, Policies.DocumentsRead, Policies.DocumentsIssue).PostAsJsonAsync($"/documents/{id}/signatures/person", new { })).ProblemAsync(403, "EMU-0004");
        await (await service.As(Ward, Policies.DocumentsRead, Policies.DocumentsSign).PostAsJsonAsync($"/documents/{id}/issue", new { })).ProblemAsync(403, "EMU-0004");
    }

    [Fact]
    public async Task Sign_UnitWithoutACertificate_Returns409()
    {
        var ward = service.NewWard();
        await service.RegisterAsync(ward, "Phường Thử Nghiệm");
        var id = await service.SubmittedAsync(ward);
        await (await service.As(ward).PostAsJsonAsync($"/documents/{id}/signatures/person", new { })).ProblemAsync(409, "DOC-0023");
    }

    [Fact]
    public async Task Return_WhileUnsigned_MakesItADraftAgainAfterwardsNot()
    {
        var id = await service.SubmittedAsync();
        var returned = await service.PostAsync(Ward, $"/documents/{id}/signing/return", new { reason = "Sửa trích yếu" });
        Assert.Equal("draft", (string)returned["document"]!["state"]!);
        await service.PostAsync(Ward, $"/documents/{id}/signing");
        await service.PostAsync(Ward, $"/documents/{id}/signatures/person");
        await (await service.As(Ward).PostAsJsonAsync($"/documents/{id}/signing/return", new { reason = "Sửa" })).ProblemAsync(409, "DOC-0021");
        await (await service.As(Ward).PostAsJsonAsync($"/documents/{id}/signing", new { })).ProblemAsync(409, "DOC-0035");
    }

    [Fact]
    public async Task Return_WhileBeingSigned_IsAConflictForWhoCameSecond()
    {
        for (var i = 0; i < 12; i++)
        {
            var id = await service.SubmittedAsync();
            var answers = await Task.WhenAll(new[] { "signatures/person", "signing/return", "issue", "signatures/person" }
                .Select(step => service.As(Ward).PostAsJsonAsync($"/documents/{id}/{step}", new { reason = "Sửa" })));
            Assert.All(answers, a => Assert.True((int)a.StatusCode < 500, $"{a.RequestMessage!.RequestUri}: {a.StatusCode}"));
        }
    }

    // Frozen is frozen: who is handed in afterwards stands in the next draft.
    [Fact]
    public async Task Submitted_NominationsAfterwards_BeginADraftOfTheirOwnAndTheFrozenStays()
    {
        var id = await service.NewDraftAsync();
        var year = (int)(await service.As(Ward).GetAsync($"/documents/{id}").OkAsync())["document"]!["year"]!;
        await service.PostAsync(Ward, $"/documents/{id}/signing");
        var frozen = await service.As(Ward).GetByteArrayAsync($"/documents/{id}/pdf");
        await service.SubmitAsync(DocumentsFixture.Snapshot(Ward, number: 2) with { Year = year });
        Assert.Equal(["draft", "forSigning"], (await service.ListAsync(Ward, $"year={year}")).Select(d => (string)d["state"]!).Order());
        Assert.Equal(frozen, await service.As(Ward).GetByteArrayAsync($"/documents/{id}/pdf"));
        await (await service.As(Ward).PostAsJsonAsync($"/documents/{id}/signing/return", new { reason = "Sửa" })).ProblemAsync(409, "DOC-0033");
    }

    // What happens between number and signature: the number stays with the document, the same request goes on, no gap.
    [Fact]
    public async Task Issue_SignatureFailsAfterTheNumber_KeepsItAndGoesOn()
    {
        var (first, second) = (await service.SubmittedAsync(), await service.SubmittedAsync());
        await service.PostAsync(Ward, $"/documents/{first}/signatures/person");
        await service.PostAsync(Ward, $"/documents/{second}/signatures/person");
        service.TimeStamps.Asked = true;
        try
        {
            var failed = await (await service.As(Ward).PostAsJsonAsync($"/documents/{first}/issue", new { })).ProblemAsync(503, "DOC-0032");
            Assert.Contains("đã được cấp số", (string)failed["detail"]!);
            await (await service.As(Ward).PostAsJsonAsync($"/documents/{first}/issue", new { })).ProblemAsync(503, "DOC-0032");
        }
        finally
        {
            service.TimeStamps.Asked = false;
        }

        var numbered = await service.SigningAsync(first);
        Assert.Equal("awaitingOrganisation", (string)numbered["step"]!);
        var next = (string)(await service.PostAsync(Ward, $"/documents/{second}/issue"))["document"]!["symbol"]!;
        var issued = await service.PostAsync(Ward, $"/documents/{first}/issue");
        Assert.Equal(((string)numbered["symbol"]!, "issued"), ((string)issued["document"]!["symbol"]!, (string)issued["document"]!["state"]!));
        Assert.Equal(int.Parse(((string)numbered["symbol"]!).Split('/')[0]) + 1, int.Parse(next.Split('/')[0]));
    }

    [Fact]
    public async Task Issue_ManyAtOnce_GivesOneNumber()
    {
        var id = await service.SubmittedAsync();
        await service.PostAsync(Ward, $"/documents/{id}/signatures/person");
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => service.As(Ward).PostAsJsonAsync($"/documents/{id}/issue", new { })));
        Assert.Contains(answers, a => a.StatusCode == HttpStatusCode.OK);
        Assert.All(answers.Where(a => a.StatusCode != HttpStatusCode.OK), a => Assert.Equal(HttpStatusCode.Conflict, a.StatusCode));
        var report = (await service.SigningAsync(id))["signatures"]!;
        Assert.Equal(("valid", 2), ((string)report["outcome"]!, report["signatures"]!.AsArray().Count));
    }
}
