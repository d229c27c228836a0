using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Emulation.TestKit;
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
        var found = (await service.CreateClient().GetAsync($"/verifications/{code}").OkAsync()).AsObject();
        Assert.Equal(["date", "pdfSha256", "symbol", "type", "unitName"], found.Select(p => p.Key).Order());
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(pdf)), (string)found["pdfSha256"]!);
        await (await service.CreateClient().GetAsync($"/verifications/{code[..^1]}{(code[^1] == '0' ? '1' : '0')}")).ProblemAsync(404, "DOC-0034");
        await (await service.CreateClient().GetAsync("/verifications/khong-co")).ProblemAsync(404, "DOC-0034");
        await (await service.CreateClient().GetAsync($"/documents/{id}")).ProblemAsync(401, "EMU-0003");
    }

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
