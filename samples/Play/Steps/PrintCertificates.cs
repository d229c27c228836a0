using System.Text.Json.Nodes;

namespace Emulation.Play.Steps;

/// <summary>Certificates of every issued decision of the city as one file each, and the ranking of a year as a notice.</summary>
internal static class PrintCertificates
{
    public static async Task Run(Stage stage)
    {
        Say.Step("In giấy khen, bằng khen; thông báo xếp hạng");
        var rows = new List<string[]>();
        foreach (var decision in (await stage.City.Get("documents?unitCode=31&type=QD&state=issued&limit=200"))["items"]!.AsArray().OfType<JsonNode>().Where(d => (string?)d["unitCode"] == "31"))
        {
            var answer = await stage.City.Send(HttpMethod.Post, "documents/bulk",
                new JsonObject { ["documentId"] = (string)decision["id"]!, ["content"] = "certificates", ["format"] = "pdf" }, $"bulk-{decision["id"]}");
            var job = answer.BodyOrThrow();
            while ((string?)job["state"] is "waiting" or "running")
            {
                await Task.Delay(400);
                job = await stage.City.Get($"documents/bulk/{job["id"]}");
            }
            rows.Add([(string)decision["symbol"]!, $"{job["total"]}", $"{job["refused"]}", $"{job["size"]!.GetValue<long>() / 1024.0:0} KB"]);
        }
        Say.Table(["Quyết định", "Bản in", "Không in được", "Một tệp PDF"], rows.OrderBy(r => r[0], StringComparer.Ordinal));

        var table = await stage.City.PostWhenReady("documents/ranking-tables",
            new JsonObject { ["indexSet"] = (string)stage.IndexSet["code"]!, ["year"] = 2029, ["block"] = "phuong" }, "ranking-table-2029", "DOC-0125");
        Say.Detail($"{table["document"]!["abstract"]} (dự thảo)");
    }
}
