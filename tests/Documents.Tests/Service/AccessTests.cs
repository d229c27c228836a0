using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Emulation.Contracts.Campaigns;
using Emulation.Documents.Tests.Rendering;
using Emulation.ServiceDefaults;
using Emulation.TestKit;
using Xunit;
using static Emulation.Documents.Tests.Service.DocumentsFixture;

namespace Emulation.Documents.Tests.Service;

public sealed class AccessTests(DocumentsFixture service) : IClassFixture<DocumentsFixture>
{
    [Theory]
    [InlineData("")]
    [InlineData("/docx")]
    [InlineData("/pdf")]
    public async Task Get_DocumentOfAnotherUnit_Returns404(string file)
    {
        var (ward, other) = (service.NewWard(), service.NewWard());
        var id = await service.DraftAsync(ward);
        await (await service.As(other).GetAsync($"/documents/{id}{file}")).ProblemAsync(404, "DOC-0001");
        Assert.Equal(HttpStatusCode.OK, (await service.As(ward).GetAsync($"/documents/{id}{file}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await service.As("31").GetAsync($"/documents/{id}{file}")).StatusCode);
    }

    [Fact]
    public async Task Issue_DocumentOfAnotherUnit_Returns404AndIssuesNothing()
    {
        var (ward, other) = (service.NewWard(), service.NewWard());
        var id = await service.DraftAsync(ward);
        await (await service.As(other).PostAsJsonAsync($"/documents/{id}/issue", new { })).ProblemAsync(404, "DOC-0001");
        Assert.Equal("draft", (string)Assert.Single(await service.ListAsync(ward))["state"]!);
        Assert.Empty(await service.ListAsync(other));
    }

    // To see a ward is not to act for it: its number is taken by the ward only.
    [Fact]
    public async Task Issue_WardsProposalByTheCity_Returns403AndTakesNoNumber()
    {
        var ward = service.NewWard();
        var id = await service.DraftAsync(ward);
        await (await service.As("31").PostAsJsonAsync($"/documents/{id}/issue", new { })).ProblemAsync(403, "DOC-0007");
        Assert.Equal("draft", (string)Assert.Single(await service.ListAsync(ward))["state"]!);
        var issued = await service.As(ward).PostAsJsonAsync($"/documents/{id}/issue", new { }).OkAsync();
        Assert.Equal("01/TTr-UBND", (string)issued["document"]!["symbol"]!);
    }

    [Fact]
    public async Task Issue_CouncilsProposal_IsForItsCommuneAlone()
    {
        var ward = service.NewWard();
        await service.RegisterAsync(ward, "Phường Thử Nghiệm");
        var id = await service.DraftAsync(ward, Snapshot(ward, level: AwardLevel.Ward));
        await (await service.As("31").PostAsJsonAsync($"/documents/{id}/issue", new { })).ProblemAsync(403, "DOC-0007");
        var issued = await service.As(ward).PostAsJsonAsync($"/documents/{id}/issue", new { }).OkAsync();
        Assert.Equal("01/TTr-HĐTĐKT", (string)issued["document"]!["symbol"]!);
    }

    [Fact]
    public async Task Issue_WithoutTheScope_Returns403()
    {
        var ward = service.NewWard();
        var id = await service.DraftAsync(ward);
        await (await service.As(ward, Policies.DocumentsRead).PostAsJsonAsync($"/documents/{id}/issue", new { })).ProblemAsync(403, "EMU-0004");
    }

    // A decision is sent to all it names: the proposing unit reads the city's decision once it is issued, others do not.
    [Fact]
    public async Task Get_IssuedDecisionOfTheCity_IsReadableForTheProposingUnitOnly()
    {
        var (ward, other) = (service.NewWard(), service.NewWard());
        var decision = Guid.CreateVersion7();
        await service.DeliverAsync(Samples.Awarded(1, 1, decision, Snapshot(ward, 5)));
        Assert.Empty(await service.ListAsync(ward, $"decisionId={decision}"));
        var id = (Guid)Assert.Single(await service.ListAsync("31", $"decisionId={decision}"))["id"]!;
        await service.As("31").PostAsJsonAsync($"/documents/{id}/issue", new { }).OkAsync();
        Assert.Single(await service.ListAsync(ward, $"decisionId={decision}"));
        Assert.Empty(await service.ListAsync(other, $"decisionId={decision}"));
        await (await service.As(ward).PostAsJsonAsync($"/documents/{id}/issue", new { })).ProblemAsync(404, "DOC-0001");
    }

    [Fact]
    public async Task Download_Draft_IsRenderedWithBlankNumberAndAnswers304ToItsTag()
    {
        var ward = service.NewWard();
        var id = await service.DraftAsync(ward);
        var client = service.As(ward);
        var first = await client.GetAsync($"/documents/{id}/pdf");
        Assert.Equal("application/pdf", first.Content.Headers.ContentType!.MediaType);
        Assert.Matches(@"Số:[\u00A0 ]+/TTr-UBND", new PdfReader(await first.Content.ReadAsByteArrayAsync()).AllText);
        var request = new HttpRequestMessage(HttpMethod.Get, $"/documents/{id}/pdf");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await client.SendAsync(request)).StatusCode);
        var docx = await client.GetAsync($"/documents/{id}/docx");
        Assert.Equal(new MediaTypeHeaderValue("application/vnd.openxmlformats-officedocument.wordprocessingml.document"), docx.Content.Headers.ContentType);
    }

    [Fact]
    public async Task List_ByFiltersAndPages_GivesEachDocumentOnce()
    {
        var ward = service.NewWard();
        foreach (var year in Enumerable.Range(2011, 5))
            await service.SubmitAsync(Snapshot(ward) with { Year = year });
        Assert.Equal(2013, (int)Assert.Single(await service.ListAsync("31", $"unitCode={ward}&year=2013&type=TTr"))["year"]!);
        Assert.Empty(await service.ListAsync(ward, "type=Q%C4%90"));
        await (await service.As(ward).GetAsync("/documents?type=XYZ")).ProblemAsync(400, "DOC-0005");

        var seen = new List<int>();
        string? after = null;
        do
        {
            var page = await service.As(ward).GetAsync($"/documents?limit=2{(after is null ? "" : $"&after={after}")}").OkAsync();
            seen.AddRange(page["items"]!.AsArray().Select(d => (int)d!["year"]!));
            after = (string?)page["next"];
        }
        while (after is not null);
        Assert.Equal([2011, 2012, 2013, 2014, 2015], seen.Order());
    }

    [Theory]
    [InlineData("quỳnh NHƯ", true)]
    [InlineData("01/ttr", true)]
    [InlineData("cải như", true)]
    [InlineData("quỳnh hoa", false)]
    [InlineData("_/TTr", false)]
    [InlineData("phuong thu NGHIEM", true)]
    [InlineData("100%", false)]
    public async Task List_Search_EveryWordIsSomewhereInTheDocument(string words, bool found)
    {
        var ward = service.NewWard();
        var id = await service.DraftAsync(ward, Snapshot(ward, number: 2));
        await service.As(ward).PostAsJsonAsync($"/documents/{id}/issue", new { }).OkAsync();
        Assert.Equal(found ? 1 : 0, (await service.ListAsync(ward, $"search={Uri.EscapeDataString(words)}")).Length);
    }

    [Fact]
    public async Task List_SearchTooLong_Returns400WithItsPlace() =>
        Assert.Contains("?search", (await (await service.As("31").GetAsync($"/documents?search={new string('a', 101)}")).ProblemAsync(400, "EMU-0001")).ToJsonString());

    [Fact]
    public async Task UnitRegistered_OlderVersion_DoesNotRenameTheUnitAgain()
    {
        var ward = service.NewWard();
        await service.RegisterAsync(ward, "Phường Tên Mới", version: 3);
        await service.RegisterAsync(ward, "Phường Tên Cũ", version: 2);
        var id = await service.DraftAsync(ward);
        var text = new PdfReader(await service.As(ward).GetByteArrayAsync($"/documents/{id}/pdf")).AllText;
        Assert.Contains("PHƯỜNG TÊN MỚI", text);
        Assert.DoesNotContain("TÊN CŨ", text);
    }

    // CVA-26/H.2: a unit named after a person is written in full; the flag is data.
    [Fact]
    public async Task PlaceName_SetForAUnit_IsPrintedBeforeTheDate()
    {
        var ward = service.NewWard();
        await service.RegisterAsync(ward, "Phường Trần Nguyên Hãn");
        var id = await service.DraftAsync(ward);
        async Task<string> TextAsync() => new PdfReader(await service.As(ward).GetByteArrayAsync($"/documents/{id}/pdf")).AllText;
        Assert.Matches(@"(?m)^Trần Nguyên Hãn, ngày", await TextAsync());
        await service.As(ward).PutAsJsonAsync($"/documents/place-names/{ward}", new { placeName = "Phường Trần Nguyên Hãn" }).OkAsync();
        Assert.Matches(@"(?m)^Phường Trần Nguyên Hãn, ngày", await TextAsync());
        await (await service.As(ward).PutAsJsonAsync("/documents/place-names/10888", new { placeName = "X" })).ProblemAsync(404, "DOC-0006");
    }

    [Fact]
    public async Task CampaignLaunched_LegalBases_AreCitedByItsDocuments()
    {
        var ward = service.NewWard();
        var campaign = Guid.CreateVersion7();
        await service.DeliverAsync(new CampaignLaunched
        {
            Campaign = new CampaignSnapshot
            {
                CampaignId = campaign, Version = 1, Code = "THU", Name = "Thử", UnitCode = "31", UnitName = "Thành phố Hải Phòng", FromYear = 2026, ToYear = 2030,
                LegalBases = Samples.CampaignBases, Scheme = new AwardScheme { Categories = [] },
            },
            OccurredAt = Samples.At, ActedBy = "test",
        });
        var id = await service.DraftAsync(ward, Snapshot(ward) with { CampaignId = campaign });
        var text = new PdfReader(await service.As(ward).GetByteArrayAsync($"/documents/{id}/pdf")).AllText;
        Assert.Contains("2162/QĐ-UBND ngày 09 tháng 6 năm 2026", text.Replace("\n", " "));
        Assert.Contains("Căn cứ Luật Thi đua, khen thưởng;", text);
    }
}
