using System.Net;
using System.Net.Http.Json;
using Emulation.Contracts.Nominations;
using Emulation.Documents.Tests.Rendering;
using Emulation.TestKit;
using Xunit;
using static Emulation.Documents.Tests.Service.DocumentsFixture;

namespace Emulation.Documents.Tests.Service;

public sealed class CertificateAccessTests(DocumentsFixture service) : IClassFixture<DocumentsFixture>
{
    [Fact]
    public async Task Certificate_BeforeIssue_IsRefused_AfterIssueItSaysWhatTheDecisionSays()
    {
        var ward = service.NewWard();
        var (id, lines) = await DecideAsync(ward, issue: false);
        var path = $"/documents/{id}/certificates/{lines[0].NominationId}/pdf";
        await (await service.As("31").GetAsync(path)).ProblemAsync(409, "DOC-0081");
        await (await service.As("31").GetAsync($"/documents/{id}/certificates")).ProblemAsync(409, "DOC-0081");
        // To a proposer the draft of a decision is not there.
        await (await service.As(ward).GetAsync(path)).ProblemAsync(404, "DOC-0001");

        var issued = await service.As("31").PostAsJsonAsync($"/documents/{id}/issue", new { }).OkAsync();
        var symbol = (string)issued["document"]!["symbol"]!;
        var answer = await service.As("31").GetAsync(path);
        var page = Assert.Single(new PdfReader(await answer.Content.ReadAsByteArrayAsync()).Pages);
        foreach (var part in (string[])["BẰNG KHEN", "CHỦ TỊCH ỦY BAN NHÂN DÂN THÀNH PHỐ HẢI PHÒNG", lines[0].Nominee.Name, $"Quyết định số {symbol}, ngày 21 tháng 11 năm 2026", "Số sổ vàng: 01", "Đoàn Thị Minh Khuê"])
            Assert.Contains(page.Lines, line => line.Text == part);
        Assert.Equal(HttpStatusCode.NotModified, (await SendIfNoneMatchAsync(path, answer.Headers.ETag!.Tag)).StatusCode);
        var docx = await service.As("31").GetAsync($"/documents/{id}/certificates/{lines[0].NominationId}/docx");
        Assert.EndsWith("-so-01.docx", docx.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
    }

    [Fact]
    public async Task Proposer_GetsThoseItProposed_OthersAreNotThere()
    {
        var (ward, other, stranger) = (service.NewWard(), service.NewWard(), service.NewWard());
        var (id, lines) = await DecideAsync(ward, other: other);
        Assert.Equal([1, 3], await OrdersAsync(ward, id));
        Assert.Equal([2], await OrdersAsync(other, id));
        Assert.Equal([1, 2, 3], await OrdersAsync("31", id));
        await (await service.As(ward).GetAsync($"/documents/{id}/certificates/{lines[1].NominationId}/pdf")).ProblemAsync(404, "DOC-0082");
        await (await service.As(stranger).GetAsync($"/documents/{id}/certificates")).ProblemAsync(404, "DOC-0001");
        Assert.Equal(HttpStatusCode.Forbidden, (await service.As(ward, ServiceDefaults.Policies.NominationsRead).GetAsync($"/documents/{id}/certificates")).StatusCode);
    }

    [Fact]
    public async Task Certificate_OfAFormThatIsNotPrinted_OrByAnotherTemplate_SaysSo()
    {
        var (id, lines) = await DecideAsync(service.NewWard());
        await (await service.As("31").GetAsync($"/documents/{id}/certificates/{lines[2].NominationId}/pdf")).ProblemAsync(409, "DOC-0083");
        var problem = await (await service.As("31").GetAsync($"/documents/{id}/certificates/{lines[0].NominationId}/pdf?template=giay-khen-hoi-van")).ProblemAsync(400, "DOC-0084");
        Assert.Contains("bang-khen-hoi-van", (string)problem["detail"]!);
        Assert.Equal(HttpStatusCode.OK, (await service.As("31").GetAsync($"/documents/{id}/certificates/{lines[0].NominationId}/pdf?template=bang-khen-hoi-van")).StatusCode);
        var proposal = await service.DraftAsync(service.NewWard());
        await (await service.As("31").GetAsync($"/documents/{proposal}/certificates")).ProblemAsync(409, "DOC-0080");
    }

    [Fact]
    public async Task Verification_ByAnyone_TellsWhatIsPrinted_AndWhenItWasRevoked()
    {
        var (id, lines) = await DecideAsync(service.NewWard());
        var row = (await service.As("31").GetAsync($"/documents/{id}/certificates").OkAsync())["items"]![0]!;
        var path = $"/verifications/{row["code"]}";
        using var anyone = service.CreateClient();
        var answer = (await anyone.GetAsync(path).OkAsync()).AsObject();
        Assert.Equal(["certificate"], answer.Select(part => part.Key));
        var valid = answer["certificate"]!;
        Assert.Equal(("valid", lines[0].Nominee.Name, lines[0].Award.Name, 1, "2026-11-21"),
            ((string)valid["state"]!, (string)valid["name"]!, (string)valid["award"]!, (int)valid["order"]!, (string)valid["date"]!));
        Assert.EndsWith("/QĐ-UBND", (string)valid["decision"]!);
        var code = (string)row["code"]!;
        var last = code[^1] == '0' ? '1' : '0';
        await (await anyone.GetAsync($"/verifications/{code[..^1]}{last}")).ProblemAsync(404, "DOC-0034");

        var revoked = new AwardRevoked
        {
            Nomination = lines[0] with { Version = 9 }, DecisionId = Guid.CreateVersion7(), Order = 1, Reason = "Khai man thành tích", LegalBasis = "Điều 93 Luật Thi đua, khen thưởng",
            OccurredAt = Samples.At, ActedBy = "test",
        };
        await service.DeliverAsync(revoked);
        await service.DeliverAsync(revoked);
        var after = (await anyone.GetAsync(path).OkAsync())["certificate"]!;
        Assert.Equal(("revoked", Samples.At), ((string)after["state"]!, (DateTimeOffset)after["revokedAt"]!));
        await (await service.As("31").GetAsync($"/documents/{id}/certificates/{lines[0].NominationId}/pdf")).ProblemAsync(409, "DOC-0087");
        Assert.True((bool)(await service.As("31").GetAsync($"/documents/{id}/certificates").OkAsync())["items"]![0]!["revoked"]!);
    }

    private Task<(Guid Id, NominationSnapshot[] Lines)> DecideAsync(string ward, string? other = null, bool issue = true) =>
        service.DecideAsync([Snapshot(ward, 5), Snapshot(other ?? ward, 5, number: 2), Snapshot(ward, 5, number: 3)], issue);

    private async Task<IEnumerable<int>> OrdersAsync(string unit, Guid id) =>
        [.. (await service.As(unit).GetAsync($"/documents/{id}/certificates").OkAsync())["items"]!.AsArray().Select(row => (int)row!["order"]!)];

    private Task<HttpResponseMessage> SendIfNoneMatchAsync(string path, string tag)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        return service.As("31").SendAsync(request);
    }
}
