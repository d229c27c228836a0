using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using Emulation.Contracts.Documents;
using Emulation.Documents.Data;
using Emulation.Documents.Tests.Rendering;
using Emulation.TestKit;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Emulation.Documents.Tests.Service.DocumentsFixture;

namespace Emulation.Documents.Tests.Service;

/// <summary>Numbers and issue by Nghị định 30/2020 Điều 14, 15 (domain 4.4).</summary>
public sealed class IssueTests(DocumentsFixture service) : IClassFixture<DocumentsFixture>
{
    private static readonly object NoBody = new { };

    [Fact]
    public async Task Issue_Draft_GivesNumberDateFilesAndEvent()
    {
        var ward = service.NewWard();
        await service.RegisterAsync(ward, "Phường Thử Nghiệm");
        var nomination = Snapshot(ward);
        var id = await service.DraftAsync(ward, nomination);
        var issued = await service.As(ward).PostAsJsonAsync($"/documents/{id}/issue", new { signerName = "Trần Văn Hoạch" }).OkAsync();
        Assert.Equal(("01/TTr-UBND", "issued", "2026-11-21"), ((string)issued["document"]!["symbol"]!, (string)issued["document"]!["state"]!, (string)issued["document"]!["date"]!));

        var pdf = await service.As(ward).GetAsync($"/documents/{id}/pdf");
        var bytes = await pdf.Content.ReadAsByteArrayAsync();
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        Assert.Equal($"\"{hash}\"", pdf.Headers.ETag!.Tag);
        Assert.Equal(hash, (string)issued["files"]!.AsArray().Single(f => (string)f!["format"]! == "pdf")!["sha256"]!);
        var text = new PdfReader(bytes).AllText;
        Assert.Contains("Số: 01/TTr-UBND", text);
        Assert.Contains("Thử Nghiệm, ngày 21 tháng 11 năm 2026", text);
        Assert.Contains("Trần Văn Hoạch", text);

        var told = await service.PublishedAsync<DocumentIssued>(e => e.DocumentId == id);
        Assert.Equal((ward, "TTr", 2026, 1, "01/TTr-UBND", hash), (told.UnitCode, told.Type, told.Year, told.Number, told.Symbol, told.PdfSha256));
        Assert.Equal([nomination.NominationId], told.NominationIds);
    }

    [Fact]
    public async Task Issue_Twice_Returns409AndKeepsTheNumber()
    {
        var ward = service.NewWard();
        var id = await service.DraftAsync(ward);
        await service.As(ward).PostAsJsonAsync($"/documents/{id}/issue", NoBody).OkAsync();
        var refused = await (await service.As(ward).PostAsJsonAsync($"/documents/{id}/issue", NoBody)).ProblemAsync(409, "DOC-0002");
        Assert.Contains("01/TTr-UBND", (string)refused["detail"]!);
    }

    [Fact]
    public async Task Issue_WithoutABody_IsAccepted()
    {
        var ward = service.NewWard();
        var id = await service.DraftAsync(ward);
        Assert.Equal(HttpStatusCode.OK, (await service.As(ward).PostAsync($"/documents/{id}/issue", null)).StatusCode);
    }

    [Fact]
    public async Task Issue_SameKeyTwiceAtOnce_GivesTheSameAnswer()
    {
        var ward = service.NewWard();
        var id = await service.DraftAsync(ward);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => service.As(ward).PostKeyedAsync($"/documents/{id}/issue", NoBody, "key-1")));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.StatusCode));
        Assert.Single(await Task.WhenAll(answers.Select(a => a.Content.ReadAsStringAsync())).ContinueWith(t => t.Result.Distinct()));
    }

    [Fact]
    public async Task Issue_ManyAtOnce_NumbersWithoutGapsOrDoubles()
    {
        var ward = service.NewWard();
        foreach (var year in Enumerable.Range(2000, 12))
            await service.SubmitAsync(Snapshot(ward) with { Year = year });
        var ids = (await service.ListAsync(ward)).Select(d => (Guid)d["id"]!).ToList();
        Assert.Equal(12, ids.Count);
        var client = service.As(ward);
        var symbols = await Task.WhenAll(ids.Select(async id => (string)(await client.PostAsJsonAsync($"/documents/{id}/issue", NoBody).OkAsync())["document"]!["symbol"]!));
        Assert.Equal(Enumerable.Range(1, 12).Select(n => $"{n:00}/TTr-UBND"), symbols.Order());
    }

    [Fact]
    public async Task Issue_InANewYear_StartsAgainFromOne()
    {
        var ward = service.NewWard();
        await using var own = new DocumentsFixture();
        await own.InitializeAsync();
        var first = await own.DraftAsync(ward);
        await own.As(ward).PostAsJsonAsync($"/documents/{first}/issue", NoBody).OkAsync();
        // 17:30 UTC on 31 December is already 1 January in Vietnam.
        own.Time.Now = new DateTimeOffset(2026, 12, 31, 17, 30, 0, TimeSpan.Zero);
        var second = await own.DraftAsync(ward);
        var issued = await own.As(ward).PostAsJsonAsync($"/documents/{second}/issue", NoBody).OkAsync();
        Assert.Equal(("01/TTr-UBND", "2027-01-01"), ((string)issued["document"]!["symbol"]!, (string)issued["document"]!["date"]!));
    }

    // Điều 15: a number and the date beside it; in the order of the numbers no date goes back.
    [Fact]
    public async Task Issue_WaitingForItsNumberOverMidnight_TakesTheDateAndTheSeriesOfTheNewDay()
    {
        await using var own = new DocumentsFixture();
        await own.InitializeAsync();
        var ward = own.NewWard();
        var id = await own.DraftAsync(ward);
        own.Time.Now = new DateTimeOffset(2026, 12, 31, 16, 59, 59, TimeSpan.Zero);
        await own.WithDb(async db =>
        {
            await using var another = await db.Database.BeginTransactionAsync();
            Assert.Equal(1, (await db.NextNumberAsync(ward, "TTr", own.Time, default)).Number);
            var issuing = own.As(ward).PostAsJsonAsync($"/documents/{id}/issue", NoBody).OkAsync();
            await Eventually.HoldsAsync(async () => await own.WithDb(d => d.Database
                .SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'").SingleAsync()) > 0, "nobody waits for the number");
            own.Time.Now += TimeSpan.FromSeconds(1);
            await another.CommitAsync();
            var issued = await issuing;
            Assert.Equal(("01/TTr-UBND", "2027-01-01"), ((string)issued["document"]!["symbol"]!, (string)issued["document"]!["date"]!));
            return true;
        });
    }

    [Fact]
    public async Task Issue_EmptyDraft_Returns409AndTakesNoNumber()
    {
        var ward = service.NewWard();
        var nomination = Snapshot(ward);
        var id = await service.DraftAsync(ward, nomination);
        await service.WithdrawAsync(nomination with { Version = 2 });
        await (await service.As(ward).PostAsJsonAsync($"/documents/{id}/issue", NoBody)).ProblemAsync(409, "DOC-0003");
        await service.SubmitAsync(nomination with { Version = 3 });
        var issued = await service.As(ward).PostAsJsonAsync($"/documents/{id}/issue", NoBody).OkAsync();
        Assert.Equal("01/TTr-UBND", (string)issued["document"]!["symbol"]!);
    }

    [Fact]
    public async Task Issue_IncompleteDecision_Returns409UntilTheLastLine()
    {
        var decision = Guid.CreateVersion7();
        var ward = service.NewWard();
        await service.RegisterAsync("31", "Thành phố Hải Phòng", Contracts.Campaigns.UnitKind.City, null);
        await service.DeliverAsync(Samples.Awarded(1, 2, decision, Snapshot(ward, 5)));
        var id = (Guid)Assert.Single(await service.ListAsync("31", $"decisionId={decision}"))["id"]!;
        await (await service.As("31").PostAsJsonAsync($"/documents/{id}/issue", NoBody)).ProblemAsync(409, "DOC-0004");
        await service.DeliverAsync(Samples.Awarded(2, 2, decision, Snapshot(ward, 5, number: 2)));
        var issued = await service.As("31").PostAsJsonAsync($"/documents/{id}/issue", NoBody).OkAsync();
        Assert.EndsWith("/QĐ-UBND", (string)issued["document"]!["symbol"]!);
        var text = new PdfReader(await service.As("31").GetByteArrayAsync($"/documents/{id}/pdf")).AllText;
        foreach (var part in (string[])["THÀNH PHỐ HẢI PHÒNG", "Hải Phòng, ngày 21 tháng 11 năm 2026", "Đoàn Thị Minh Khuê", "CHỦ TỊCH ỦY BAN NHÂN DÂN THÀNH PHỐ HẢI PHÒNG", "Theo đề nghị của Giám đốc Sở Nội vụ."])
            Assert.Contains(part, text);
        Assert.DoesNotContain("TM.", text);
    }

    [Fact]
    public async Task Submitted_AfterIssue_BeginsANewDraftAndLeavesTheIssuedAlone()
    {
        var ward = service.NewWard();
        var id = await service.DraftAsync(ward);
        await service.As(ward).PostAsJsonAsync($"/documents/{id}/issue", NoBody).OkAsync();
        var before = await service.As(ward).GetByteArrayAsync($"/documents/{id}/pdf");
        await service.SubmitAsync(Snapshot(ward, number: 2));
        Assert.Equal(["draft", "issued"], (await service.ListAsync(ward)).Select(d => (string)d["state"]!).Order());
        Assert.Equal(before, await service.As(ward).GetByteArrayAsync($"/documents/{id}/pdf"));
    }

    [Theory]
    [InlineData("issue")]
    [InlineData("signing")]
    public async Task Issue_LetterThatTheFontLacks_IsRefusedAndTakesNoNumber(string step)
    {
        var ward = service.NewWard();
        await service.RegisterAsync(ward, "Phường Thử Nghiệm");
        var nomination = Snapshot(ward, achievement: "Đạt giải 🏆 về cải cách hành chính");
        var id = await service.DraftAsync(ward, nomination);
        var refused = await (await service.As(ward).PostAsJsonAsync($"/documents/{id}/{step}", NoBody)).ProblemAsync(409, "DOC-0086");
        Assert.Contains("U+1F3C6", (string)refused["detail"]!, StringComparison.Ordinal);
        await service.SubmitAsync(nomination with { Version = 2, Achievement = "Đạt giải nhất về cải cách hành chính" });
        Assert.Equal("01/TTr-UBND", (string)(await service.As(ward).PostAsJsonAsync($"/documents/{id}/issue", NoBody).OkAsync())["document"]!["symbol"]!);
    }

    [Fact]
    public async Task Issue_StaleVersion_Returns412()
    {
        var ward = service.NewWard();
        var id = await service.DraftAsync(ward);
        var request = new HttpRequestMessage(HttpMethod.Post, $"/documents/{id}/issue") { Content = JsonContent.Create(NoBody) };
        request.Headers.Add("If-Match", "\"99\"");
        await (await service.As(ward).SendAsync(request)).ProblemAsync(412, "EMU-0008");
    }
}
