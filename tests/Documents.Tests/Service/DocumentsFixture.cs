using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Emulation.Contracts.Campaigns;
using Emulation.Contracts.Nominations;
using Emulation.Documents.Data;
using Emulation.TestKit;

namespace Emulation.Documents.Tests.Service;

public class DocumentsFixture() : ServiceFixture<Program, DocumentsDbContext>("documents", options => new DocumentsDbContext(options))
{
    private int _units = 20000;

    /// <summary>Code of a ward that no other test uses.</summary>
    public string NewWard() => $"{Interlocked.Increment(ref _units)}";

    public async Task RegisterAsync(string code, string name, UnitKind kind = UnitKind.Ward, string? parent = "31", int version = 1) =>
        await DeliverAsync(new UnitRegistered { UnitCode = code, Version = version, Name = name, Kind = kind, ParentCode = parent, Active = true, OccurredAt = Samples.At, ActedBy = "test" });

    internal Task SubmitAsync(NominationSnapshot nomination, Guid? messageId = null) =>
        DeliverAsync(new NominationSubmitted { Nomination = nomination, OccurredAt = Samples.At, ActedBy = "test" }, messageId);

    internal Task WithdrawAsync(NominationSnapshot nomination) =>
        DeliverAsync(new NominationWithdrawn { Nomination = nomination, Reason = "Rút hồ sơ", OccurredAt = Samples.At, ActedBy = "test" });

    internal async Task<JsonNode[]> ListAsync(string unit, string query = "") =>
        [.. (await As(unit).GetAsync($"/documents?{query}").OkAsync())["items"]!.AsArray().Select(item => item!)];

    /// <summary>Id of a fresh draft Tờ trình with the given nominations.</summary>
    internal async Task<Guid> DraftAsync(string ward, params NominationSnapshot[] nominations)
    {
        foreach (var nomination in nominations.Length > 0 ? nominations : [Snapshot(ward)])
            await SubmitAsync(nomination);
        return (await ListAsync(ward, "type=TTr&state=draft")).Select(d => (Guid)d["id"]!).Single();
    }

    /// <summary>A decision of the city with the given nominations, in this order.</summary>
    internal async Task<(Guid Id, NominationSnapshot[] Lines)> DecideAsync(NominationSnapshot[] nominations, bool issue = true)
    {
        var decision = Guid.CreateVersion7();
        await RegisterAsync("31", "Thành phố Hải Phòng", UnitKind.City, null);
        for (var i = 0; i < nominations.Length; i++)
            await DeliverAsync(Samples.Awarded(i + 1, nominations.Length, decision, nominations[i]));
        var id = (Guid)(await ListAsync("31", $"decisionId={decision}")).Single()["id"]!;
        if (issue)
            await As("31").PostAsJsonAsync($"/documents/{id}/issue", new { }).OkAsync();
        return (id, nominations);
    }

    internal static NominationSnapshot Snapshot(string ward, int version = 1, Guid? id = null, int number = 1, string? achievement = null, AwardLevel level = AwardLevel.City) =>
        Samples.Nomination(number, version, ward, level, achievement: achievement, id: id ?? Guid.CreateVersion7(), unitName: "Phường Thử Nghiệm");
}
