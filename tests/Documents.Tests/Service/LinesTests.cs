using Emulation.Contracts.Campaigns;
using Emulation.Contracts.Nominations;
using Emulation.TestKit;
using Xunit;
using static Emulation.Documents.Tests.Service.DocumentsFixture;

namespace Emulation.Documents.Tests.Service;

/// <summary>Reactions to nominations: repeats, delays and disorder change nothing that they should not.</summary>
public sealed class LinesTests(DocumentsFixture service) : IClassFixture<DocumentsFixture>
{
    [Fact]
    public async Task Submitted_FirstOfItsKey_BeginsOneDraftThatLaterOnesJoin()
    {
        var ward = service.NewWard();
        await service.SubmitAsync(Snapshot(ward, number: 1));
        await service.SubmitAsync(Snapshot(ward, number: 2));
        var draft = Assert.Single(await service.ListAsync(ward));
        Assert.Equal(("TTr", "draft", 2, ward), ((string)draft["type"]!, (string)draft["state"]!, (int)draft["lineCount"]!, (string)draft["unitCode"]!));
        Assert.Null((string?)draft["symbol"]);
    }

    [Fact]
    public async Task Submitted_OtherLevelOrYear_BeginsAnotherDraft()
    {
        var ward = service.NewWard();
        await service.SubmitAsync(Snapshot(ward));
        await service.SubmitAsync(Snapshot(ward, level: AwardLevel.State));
        await service.SubmitAsync(Snapshot(ward) with { Year = 2027 });
        Assert.Equal(3, (await service.ListAsync(ward)).Length);
    }

    [Fact]
    public async Task Submitted_DeliveredTwiceAndUnderTwoMessageIds_GivesOneLine()
    {
        var ward = service.NewWard();
        var nomination = Snapshot(ward);
        var message = Guid.CreateVersion7();
        await service.SubmitAsync(nomination, message);
        await service.SubmitAsync(nomination, message);
        await service.SubmitAsync(nomination);
        Assert.Equal(1, (int)Assert.Single(await service.ListAsync(ward))["lineCount"]!);
    }

    [Fact]
    public async Task Submitted_HigherVersion_ReplacesTheLineAndALowerOneDoesNot()
    {
        var ward = service.NewWard();
        var id = Guid.CreateVersion7();
        await service.SubmitAsync(Snapshot(ward, 4, id, achievement: "Thành tích mới"));
        await service.SubmitAsync(Snapshot(ward, 2, id, achievement: "Thành tích cũ"));
        var line = await OnlyLineAsync(ward);
        Assert.Equal(("Thành tích mới", 4), ((string)line["achievement"]!, (int)line["nominationVersion"]!));
        await service.SubmitAsync(Snapshot(ward, 6, id, achievement: "Thành tích bổ sung"));
        Assert.Equal("Thành tích bổ sung", (string)(await OnlyLineAsync(ward))["achievement"]!);
    }

    [Fact]
    public async Task Withdrawn_OvertakingItsHandIn_KeepsTheNomineeOut()
    {
        var ward = service.NewWard();
        var id = Guid.CreateVersion7();
        await service.SubmitAsync(Snapshot(ward, number: 2));
        await service.WithdrawAsync(Snapshot(ward, 3, id));
        await service.SubmitAsync(Snapshot(ward, 2, id));
        Assert.Equal(1, (int)Assert.Single(await service.ListAsync(ward))["lineCount"]!);
        Assert.Empty(await service.ListAsync(ward, $"nominationId={id}"));
    }

    [Fact]
    public async Task Returned_ThenHandedInAgain_LeavesAndComesBack()
    {
        var ward = service.NewWard();
        var id = Guid.CreateVersion7();
        await service.SubmitAsync(Snapshot(ward, 2, id));
        await service.DeliverAsync(new NominationReturned { Nomination = Snapshot(ward, 3, id), Reason = "Thiếu báo cáo", OccurredAt = Samples.At, ActedBy = "test" });
        Assert.Equal(0, (int)Assert.Single(await service.ListAsync(ward))["lineCount"]!);
        await service.SubmitAsync(Snapshot(ward, 5, id));
        Assert.Equal(1, (int)Assert.Single(await service.ListAsync(ward))["lineCount"]!);
    }

    [Fact]
    public async Task Rejected_Nomination_LeavesTheDraft()
    {
        var ward = service.NewWard();
        var id = Guid.CreateVersion7();
        await service.SubmitAsync(Snapshot(ward, 2, id));
        await service.DeliverAsync(new NominationRejected { Nomination = Snapshot(ward, 3, id), Reason = "Không đạt", OccurredAt = Samples.At, ActedBy = "test" });
        Assert.Equal(0, (int)Assert.Single(await service.ListAsync(ward))["lineCount"]!);
    }

    [Fact]
    public async Task EligibilityChanged_BeforeItsHandIn_IsShownWhenTheLineComes()
    {
        var ward = service.NewWard();
        var nomination = Snapshot(ward, 2);
        await service.DeliverAsync(new EligibilityChanged
        {
            Nomination = nomination with { Version = 3, Eligibility = Outcome.NotMet }, Previous = Outcome.Met, Current = Outcome.NotMet, Clauses = [], Reason = "Xếp hạng được đính chính", OccurredAt = Samples.At, ActedBy = "test",
        });
        await service.SubmitAsync(nomination);
        Assert.Equal("notMet", (string)(await OnlyLineAsync(ward))["eligibility"]!);
    }

    [Fact]
    public async Task Submitted_BurstForOneNewDraft_LosesNoneAndBeginsOneDraft()
    {
        var ward = service.NewWard();
        await Task.WhenAll(Enumerable.Range(1, 40).Select(i => service.SubmitAsync(Snapshot(ward, number: i))));
        Assert.Equal(40, (int)Assert.Single(await service.ListAsync(ward))["lineCount"]!);
    }

    // A commune does not write to itself: its emulation council proposes what its own chairman decides.
    [Fact]
    public async Task Submitted_WardLevel_IsProposedByTheCouncilOfTheCommune()
    {
        var ward = service.NewWard();
        await service.RegisterAsync(ward, "Phường Thử Nghiệm");
        await service.SubmitAsync(Snapshot(ward, level: AwardLevel.Ward));
        var draft = Assert.Single(await service.ListAsync(ward, $"unitCode={ward}"));
        Assert.Equal(($"{ward}-HDTDKT", "Hội đồng Thi đua - Khen thưởng phường Thử Nghiệm"), ((string)draft["unitCode"]!, (string)draft["unitName"]!));
    }

    [Fact]
    public async Task Awarded_RepeatedAndOutOfOrder_FillTheDecisionByItsOwnNumbers()
    {
        var decision = Guid.CreateVersion7();
        var ward = service.NewWard();
        var nominations = Enumerable.Range(1, 3).Select(i => Snapshot(ward, 7, number: i)).ToArray();
        foreach (var order in (int[])[3, 1, 3, 2, 1])
            await service.DeliverAsync(Samples.Awarded(order, 3, decision, nominations[order - 1]));
        var document = Assert.Single(await service.ListAsync("31", $"decisionId={decision}"));
        Assert.Equal(("QĐ", 3, 3, "31"), ((string)document["type"]!, (int)document["lineCount"]!, (int)document["expectedCount"]!, (string)document["unitCode"]!));
        var lines = (await service.As("31").GetAsync($"/documents/{document["id"]}").OkAsync())["lines"]!.AsArray();
        Assert.Equal([1, 2, 3], lines.Select(l => (int)l!["order"]!));
        Assert.Equal(nominations.Select(n => n.NominationId), lines.Select(l => (Guid)l!["nominationId"]!));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task LatenessLifted_EvenOvertakingTheHandIn_TakesTheMarkOffTheDraft(bool overtakes)
    {
        // LTN-26-30/III.3.c: the deadline was moved after it was filed.
        var ward = service.NewWard();
        var late = Snapshot(ward, 2) with { Late = true };
        var lifted = new NominationLatenessLifted { Nomination = late with { Version = 3, Late = false }, Reason = "Lùi hạn", OccurredAt = Samples.At, ActedBy = "test" };
        if (!overtakes)
        {
            await service.SubmitAsync(late);
            Assert.True((bool)(await OnlyLineAsync(ward))["late"]!);
            // Judged again in the same moment, and told of first.
            await service.DeliverAsync(new EligibilityChanged
            {
                Nomination = late with { Version = 4, Late = false }, Previous = Outcome.NotYetKnown, Current = Outcome.Met, Clauses = [], Reason = "x", OccurredAt = Samples.At, ActedBy = "test",
            });
        }
        await service.DeliverAsync(lifted);
        if (overtakes)
            await service.SubmitAsync(late);
        Assert.False((bool)(await OnlyLineAsync(ward))["late"]!);
        // Returned and handed in late once more: that is another matter.
        await service.SubmitAsync(late with { Version = 6 });
        await service.DeliverAsync(lifted, Guid.CreateVersion7());
        Assert.True((bool)(await OnlyLineAsync(ward))["late"]!);
    }

    private async Task<System.Text.Json.Nodes.JsonNode> OnlyLineAsync(string ward)
    {
        var id = (Guid)Assert.Single(await service.ListAsync(ward))["id"]!;
        return Assert.Single((await service.As(ward).GetAsync($"/documents/{id}").OkAsync())["lines"]!.AsArray())!;
    }
}
