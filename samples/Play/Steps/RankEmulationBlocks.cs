using System.Text.Json.Nodes;

namespace Emulation.Play.Steps;

/// <summary>An emulation block of the city lives its year: formed by the city; scale by head and deputy; pledges and results by the members, looked at by head and deputy; ranking.</summary>
internal static class RankEmulationBlocks
{
    // The block is formed in one service and has still to arrive in the other.
    private const string NotThereYet = "EMU-0005";

    public static async Task Run(Stage stage)
    {
        foreach (var sample in stage.EmulationBlocks)
            await Run(stage, sample);
    }

    private static async Task Run(Stage stage, JsonNode sample)
    {
        var (year, period) = (sample["block"]!["year"]!.GetValue<int>(), "year");
        Say.Step($"{sample["block"]!["name"]} năm {year}: giao ước, chấm điểm, xếp hạng");
        var key = $"{sample["block"]!["code"]}-{year}";
        var block = await stage.City.Post("emulation-blocks", sample["block"], $"block-{key}");
        var id = (string)block["id"]!;
        var (head, deputy) = (stage.Wards[(string)block["headUnitCode"]!], stage.Wards[(string)block["deputyUnitCode"]!]);
        var names = block["members"]!.AsArray().ToDictionary(m => (string)m!["code"]!, m => (string)m!["name"]!);
        Say.Detail($"Khối trưởng {names[(string)block["headUnitCode"]!]}, khối phó {names[(string)block["deputyUnitCode"]!]}, {names.Count} thành viên");

        var draft = sample["scale"]!.DeepClone();
        (draft["blockId"], draft["year"]) = (id, year);
        var scale = await head.PostWhenReady("block-scales", draft, $"scale-{key}", NotThereYet);
        await deputy.Post($"block-scales/{scale["id"]}/confirm", null, $"scale-confirm-{key}");
        Say.Detail($"Thang điểm {scale["definition"]!["total"]} điểm, {scale["definition"]!["criteria"]!.AsArray().Count} tiêu chí: khối trưởng lập, khối phó xác nhận");

        await stage.EachAsync(sample["sheets"]!.AsArray().OfType<JsonNode>(), async sheet =>
        {
            var member = (string)sheet["member"]!;
            var ofHead = member == (string)block["headUnitCode"]!;
            var ofDeputy = member == (string)block["deputyUnitCode"]!;
            var opening = new JsonObject { ["blockId"] = id, ["year"] = year, ["member"] = member, ["period"] = period, ["pledge"] = sheet["pledge"]!.DeepClone() };
            var path = $"block-sheets/{(await stage.Wards[member].Post("block-sheets", opening, $"pledge-{key}-{member}"))["id"]}";
            await (ofHead ? deputy : head).Post($"{path}/pledge/confirm", null, $"pledge-confirm-{key}-{member}");
            await stage.Wards[member].Post($"{path}/report", new JsonObject { ["entries"] = sheet["report"]!.DeepClone() }, $"report-{key}-{member}");
            if (!ofHead && !ofDeputy)
                await head.Post($"{path}/review", Review(sheet), $"review-{key}-{member}");
            await (ofDeputy ? head : deputy).Post($"{path}/confirm", new JsonObject(), $"confirm-{key}-{member}");
        });
        var changes = sample["sheets"]!.AsArray().SelectMany(s => s!["changes"]!.AsArray(), (s, c) => $"{names[(string)s!["member"]!]}, tiêu chí {c!["criterion"]}: {c["reason"]}");
        foreach (var change in changes)
            Say.Detail($"Khối trưởng thay số liệu – {change}");

        var ranking = await deputy.Post("block-rankings", new JsonObject { ["blockId"] = id, ["year"] = year, ["period"] = period }, $"block-ranking-{key}");
        var published = await head.Post($"block-rankings/{ranking["id"]}/publish", new JsonObject(), $"block-ranking-publish-{key}");
        Say.Table(["Hạng", "Thành viên", "Điểm", "Dẫn đầu tiêu chí"], published["ranked"]!.AsArray().OfType<JsonNode>().Select(r => new[]
        {
            $"{r["rank"]}", (string)r["name"]!, Say.Number(r["total"]!.GetValue<decimal>()),
            string.Join(", ", r["criteria"]!.AsArray().Where(c => c!["leads"]!.GetValue<bool>()).Select(c => (string)c!["criterion"]!)),
        }));
    }

    /// <summary>The head takes over what was reported, but for the figures it changes with a reason.</summary>
    private static JsonObject Review(JsonNode sheet)
    {
        var changes = sheet["changes"]!.AsArray().ToDictionary(c => (string)c!["criterion"]!, c => c!);
        var entries = sheet["report"]!.AsArray().Select(r => (string)r!["criterion"]!)
            .Select(c => changes.TryGetValue(c, out var change) ? change.DeepClone() : new JsonObject { ["criterion"] = c, ["accept"] = true });
        return new JsonObject { ["entries"] = new JsonArray([.. entries]) };
    }
}
