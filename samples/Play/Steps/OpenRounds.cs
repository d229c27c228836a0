using System.Globalization;
using System.Text.Json.Nodes;

namespace Emulation.Play.Steps;

/// <summary>The city opens the scoring of both commune-level blocks for each year.</summary>
internal static class OpenRounds
{
    private const string RoundExists = "SCO-0026";

    public static readonly string[] Blocks = ["phuong", "xa-dac-khu"];

    public static async Task Run(Stage stage)
    {
        Say.Step($"Mở đợt chấm điểm các năm {ScoreYears.First}–{ScoreYears.Last}");
        var until = DateTime.UtcNow.AddDays(30).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        foreach (var year in Enumerable.Range(ScoreYears.First, ScoreYears.Last - ScoreYears.First + 1))
        {
            foreach (var block in Blocks)
            {
                var answer = await stage.City.Send(HttpMethod.Post, "rounds", new JsonObject
                {
                    ["year"] = year, ["block"] = block, ["indexSet"] = (string)stage.IndexSet["code"]!, ["selfScoreUntil"] = until, ["explanationDays"] = 5,
                }, $"round-{year}-{block}");
                if (answer.Code != RoundExists)
                    answer.BodyOrThrow();
            }
        }
        Say.Detail($"hạn tự chấm điểm đến hết ngày {DateTime.UtcNow.AddDays(30):dd/MM/yyyy}, giải trình trong 5 ngày");
    }

    public static async Task<string> Find(Stage stage, int year, string block) =>
        (string)(await stage.City.Get($"rounds?year={year}&block={block}"))["items"]![0]!["id"]!;
}
