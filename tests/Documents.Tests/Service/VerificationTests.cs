using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Emulation.Documents.Data;
using Emulation.Documents.Domain;
using Emulation.Documents.Verification;
using Emulation.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Emulation.Documents.Tests.Service.SigningFixture;

namespace Emulation.Documents.Tests.Service;

/// <summary>What anybody may ask, without an account.</summary>
public sealed class VerificationTests(SigningFixture service) : IClassFixture<SigningFixture>
{
    [Fact]
    public async Task Verify_IssuedFile_NamesItsSignersInOrderAndTheDocument()
    {
        var (id, pdf) = await IssuedAsync();
        var answer = await VerifyAsync(pdf);
        Assert.Equal("valid", (string)answer["report"]!["outcome"]!);
        var signatures = answer["report"]!["signatures"]!.AsArray();
        Assert.Equal(["Lãnh đạo phường Lê Thanh Nghị (dùng thử)", "Ủy ban nhân dân phường Lê Thanh Nghị"], signatures.Select(s => (string)s!["signerName"]!));
        Assert.EndsWith("+07:00", (string)signatures[0]!["signedAt"]!);
        Assert.Matches("^[0-9]+/TTr-UBND$", (string)answer["document"]!["symbol"]!);
        Assert.NotEqual(Guid.Empty, id);
    }

    [Fact]
    public async Task Verify_ChangedFile_IsNotIntactAndNoDocumentOfOurs()
    {
        var (_, pdf) = await IssuedAsync();
        pdf[pdf.AsSpan().IndexOf("/Lang (vi"u8) + 7] ^= 1;
        var answer = await VerifyAsync(pdf);
        Assert.Equal("notIntact", (string)answer["report"]!["outcome"]!);
        Assert.Null(answer["document"]);
    }

    [Fact]
    public async Task Verify_WhatIsNoPdf_SaysSo()
    {
        await (await PostAsync("khong phai pdf"u8.ToArray())).ProblemAsync(400, "DOC-0020");
        await (await PostAsync([])).ProblemAsync(400, "EMU-0001");
        await (await PostAsync("%PDF-1.7\nxref\n0 1000000\n0000000000 65535 f \ntrailer\n<< /Size 1 >>\nstartxref\n9\n%%EOF"u8.ToArray())).ProblemAsync(400, "DOC-0020");
    }

    [Fact]
    public async Task LookUp_CodeOfAnIssuedDocument_TellsOnlyWhatItPrints()
    {
        var (id, pdf) = await IssuedAsync();
        var code = (string)(await service.SigningAsync(id))["verificationCode"]!;
        Assert.DoesNotContain(id.ToString(), code);
        var found = await LookUpAsync(code);
        Assert.Equal(["date", "pdfSha256", "report", "state", "symbol", "type", "unitName"], found.Select(p => p.Key).Order());
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(pdf)), (string)found["pdfSha256"]!);
        Assert.Equal("signed", (string)found["state"]!);
        // The same judgement as of the file sent in, but for the stamps.
        var sent = (await VerifyAsync(pdf))["report"]!;
        Assert.NotEmpty(sent["signatures"]![0]!["stamp"]!.AsArray());
        foreach (var signature in sent["signatures"]!.AsArray())
            signature!["stamp"] = new JsonArray();
        Assert.True(JsonNode.DeepEquals(sent, found["report"]), found["report"]!.ToJsonString());
        await (await service.CreateClient().GetAsync($"/verifications/{code[..^1]}{(code[^1] == '0' ? '1' : '0')}")).ProblemAsync(404, "DOC-0034");
        await (await service.CreateClient().GetAsync("/verifications/khong-co")).ProblemAsync(404, "DOC-0034");
        await (await service.CreateClient().GetAsync($"/documents/{id}")).ProblemAsync(401, "EMU-0003");
    }

    [Fact]
    public async Task LookUp_StoredFileChangedByOneByte_IsNotIntactAnyMore()
    {
        var (id, pdf) = await IssuedAsync();
        var code = (string)(await service.SigningAsync(id))["verificationCode"]!;
        pdf[pdf.AsSpan().IndexOf("/Lang (vi"u8) + 7] ^= 1;
        await StoreAsync(id, pdf);
        var found = await LookUpAsync(code);
        Assert.Equal(("notIntact", "notIntact"), ((string)found["state"]!, (string)found["report"]!["outcome"]!));

        // What came after the last signature is seen by the hash as well, and what is no PDF at all too.
        await StoreAsync(id, "%PDF-1.7\n"u8.ToArray());
        found = await LookUpAsync(code);
        Assert.Equal("notIntact", (string)found["state"]!);
        Assert.Null(found["report"]);
    }

    [Fact]
    public async Task LookUp_IssuedOnPaper_SaysSoAndNamesNobody()
    {
        var id = await service.NewDraftAsync();
        await (await service.CreateClient().GetAsync($"/verifications/{await CodeAsync(id)}")).ProblemAsync(404, "DOC-0034");
        await service.PostAsync(Ward, $"/documents/{id}/issue");
        var found = await LookUpAsync(await CodeAsync(id));
        Assert.Equal(("signedOnPaper", "unsigned"), ((string)found["state"]!, (string)found["report"]!["outcome"]!));
        Assert.Empty(found["report"]!["signatures"]!.AsArray());
    }

    private async Task<string> CodeAsync(Guid id)
    {
        await using var scope = service.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<VerificationCodes>().OfAsync(scope.ServiceProvider.GetRequiredService<DocumentsDbContext>(), default)).Make(VerifiedKind.Document, id);
    }

    private async Task StoreAsync(Guid id, byte[] pdf)
    {
        await using var scope = service.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DocumentsDbContext>().Files.Where(f => f.DocumentId == id && f.Format == FileFormat.Pdf).ExecuteUpdateAsync(set => set.SetProperty(f => f.Content, pdf));
    }

    private async Task<JsonObject> LookUpAsync(string code) => Assert.Single((await service.CreateClient().GetAsync($"/verifications/{code}").OkAsync()).AsObject(), part => part.Key == "document").Value!.AsObject();

    private async Task<(Guid Id, byte[] Pdf)> IssuedAsync()
    {
        var id = await service.SubmittedAsync();
        await service.PostAsync(Ward, $"/documents/{id}/signatures/person");
        await service.PostAsync(Ward, $"/documents/{id}/issue");
        return (id, await service.As(Ward).GetByteArrayAsync($"/documents/{id}/pdf"));
    }

    private async Task<JsonNode> VerifyAsync(byte[] pdf) => await PostAsync(pdf) is { IsSuccessStatusCode: true } answer ? await answer.JsonAsync() : throw new InvalidOperationException();

    private Task<HttpResponseMessage> PostAsync(byte[] file)
    {
        var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        return service.CreateClient().PostAsync("/verifications", content);
    }
}
